"""The WSGI application inside one of Granian's workers: it ends when Granian's main process is gone."""

import os

from .leash import tie
from .wsgi import application

__all__ = ["application"]

tie(os.getppid())
