"""Fills in what the deployer left open, so that settings and child processes read one complete environment."""

import os

from .address import Address
from .environment import env
from .home import Home


def complete_environment(home: Home, address: Address, database_url: str) -> None:
    """Set the variables that have a value by now and were not given.

    A demo is what runs on the embedded database where only this machine can reach it: its passwords are printed.
    """
    embedded = not env("DATABASE_URL")
    os.environ["MOTCUA_HOME"] = str(home.path)
    defaults = {
        "DATABASE_URL": database_url,
        "DATABASE_EMBEDDED": "1" if embedded else "0",
        "DEMO": "1" if embedded and address.is_loopback else "0",
        "PORT": str(address.port),
        "PUBLIC_URL": address.public,
        "DJANGO_SETTINGS_MODULE": "motcua.config.settings",
    }
    if not env("SECRET_KEY_FILE"):
        defaults["SECRET_KEY"] = env("SECRET_KEY") or home.secret("django")
    for name, value in defaults.items():
        if not env(name):
            os.environ[name] = value
