"""The product's settings with two addresses more: the floor that everything is compared with."""

from motcua.config.settings import *  # noqa: F403 - the same middleware, pool and cache
from motcua.config.settings import MIDDLEWARE

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.floor.CountStatements", *MIDDLEWARE]
