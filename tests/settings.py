"""Django's settings for the suite: the product's, but cheaper where nothing is proved by the price."""

from motcua.config.settings import *  # noqa: F403 - all of them, so that a new setting is tested too
from motcua.config.settings import DATABASES, MIDDLEWARE, STORAGES

# A pool's idle connections would keep the test database from being dropped.
DATABASES["default"]["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 2}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Innermost, so that what middleware writes (sessions) passes and pages are seen before they are compressed.
MIDDLEWARE = [*MIDDLEWARE, "tests.tripwires.reading.ReadOnlyGets", "tests.tripwires.pages.ReadablePages"]
