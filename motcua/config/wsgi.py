"""The WSGI application; everything a request needs is imported before the first one."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  the root and all views are imported now, not by the first visitor
