"""`motcua manage`: any command of Django, for developers."""

import argparse

from django.core.management import execute_from_command_line


def run(arguments: argparse.Namespace) -> None:
    """Hand the words over to Django."""
    execute_from_command_line(["motcua manage", *arguments.words])
