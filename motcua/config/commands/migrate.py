"""`motcua migrate`: bring the tables up to date."""

import argparse
import sys

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor


def run(arguments: argparse.Namespace) -> dict[str, int]:
    """Apply what is missing; asking first makes a start with nothing to do quick."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        print(f"Bringing the tables up to date: {len(plan)} steps", file=sys.stderr)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    return {"applied": len(plan)}


def describe(answer: dict[str, int]) -> str:
    """In words."""
    return f"{answer['applied']} migrations applied." if answer["applied"] else "The tables are up to date."
