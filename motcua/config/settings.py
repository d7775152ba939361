"""Django's settings. Only what a deployer would change is read from the environment: docs/reference/settings.md."""

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url

from .environment import env, env_bool, env_secret

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(env("MOTCUA_HOME", "var")).resolve()
PORT = int(env("PORT", "8000"))
PUBLIC_URL = env("PUBLIC_URL", f"http://127.0.0.1:{PORT}").rstrip("/")
SECURE = urlsplit(PUBLIC_URL).scheme == "https"
DEMO = env_bool("DEMO", default=False)
COMPLAINT_DAYS = int(env("COMPLAINT_DAYS", "90"))
SIGNING_KEYS = env("SIGNING_KEYS")
SIGNING_PASSPHRASE = env("SIGNING_PASSPHRASE")
TSA_URL = env("TSA_URL")
SITE_INDEPENDENT = env_bool("SITE_INDEPENDENT", default=True)

DEBUG = False
SECRET_KEY = env_secret("SECRET_KEY")
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname or "127.0.0.1", "127.0.0.1", "localhost"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "motcua.common",
    "motcua.agencies",
    "motcua.eforms",
    "motcua.documents",
    "motcua.notifications",
    "motcua.payments",
    "motcua.accounts",
    "motcua.catalogue",
    "motcua.dossiers",
    "motcua.portal",
    "motcua.desk",
    "motcua.backoffice",
    "motcua.transparency",
    "motcua.reactions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "motcua.common.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.common.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "motcua.accounts.middleware.CurrentAccount",
    "motcua.accounts.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "motcua.common.middleware.PlainRefusals",
    "motcua.portal.middleware.GuessedPapers",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(PACKAGE.glob("*/templates")),
        "OPTIONS": {
            "environment": "motcua.common.jinja.environment",
            "context_processors": ["motcua.config.site.site", "django.contrib.messages.context_processors.messages"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {
    "default": {
        **dj_database_url.parse(env_secret("DATABASE_URL")),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": int(env("DATABASE_POOL", "8")), "timeout": 5},
            "server_side_binding": True,
            "prepare_threshold": 2,  # prepared from the second time on: half of the database's time of a filing
        },
    }
}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": env("REDIS_URL")}
    if env("REDIS_URL")
    else {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = SECURE
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files", "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["motcua.accounts.passwords.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "motcua.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "motcua.accounts.passwords.NotGuessedFirst"},
]
LOGIN_URL = "portal:sign_in"
LOGIN_REDIRECT_URL = "portal:my_dossiers"
SESSION_ENGINE = "motcua.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "motcua.common.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Frames are forbidden by our own header, TLS ends at the proxy, and whether HSTS covers subdomains is for their owner
# to say. On plain http nothing can be Secure.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W005", "security.W008", "security.W021"]
if not SECURE:
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W011", "security.W012", "security.W016"]

EMAIL_CONFIG = dj_email_url.parse(env("EMAIL_URL")) if env("EMAIL_URL") else {}
vars().update({key: value for key, value in EMAIL_CONFIG.items() if key not in {"EMAIL_FILE_PATH", "EMAIL_BACKEND"}})
EMAIL_OUTBOX = not EMAIL_CONFIG
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", "Một Cửa <mot-cua@localhost>")
OUTBOX = HOME / "outbox"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"motcua": {"level": "INFO"}},
}
