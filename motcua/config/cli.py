"""The command line: `motcua COMMAND`, on the same home as a running `motcua run` or on its own.

With --json or --jsonl only that goes to standard output; progress and log go to standard error. Status 0 means done.
"""

import argparse
import contextlib
import dataclasses
import importlib
import json
import os
import sys
from types import ModuleType
from typing import Any

import django
from django.db import OperationalError, connections

from . import address, home
from .database import database, stay_joined
from .deployment import complete_environment
from .environment import EnvironmentMistake, env_bool
from .failures import CommandFailed
from .identity import DatabaseFailed
from .leash import tie
from .supervisor import Refused, Supervisor

Parser = argparse.ArgumentParser
OWN_FOLDER = "MOTCUA_HOME must be a folder of the user who starts this."
ON_THEIR_OWN = frozenset({"due", "lifecycle", "verify-history"})
"""Commands that are handed neither database nor Django; what they turn out to need they open themselves."""


def main(words: list[str] | None = None) -> int:
    """Run one command; the exit status."""
    arguments = _parser().parse_args(words)
    try:
        if arguments.tied_to:
            tie(arguments.tied_to)
            if env_bool("DATABASE_EMBEDDED", default=False):
                stay_joined(home.resolve())
        return _run(arguments)
    except (CommandFailed, DatabaseFailed, EnvironmentMistake, Refused) as failure:
        print(f"motcua: {failure}", file=sys.stderr)
    except OperationalError as away:
        print(f"motcua: the database does not answer: {away}", file=sys.stderr)
    except (FileExistsError, NotADirectoryError, PermissionError) as refusal:
        print(f"motcua: {refusal.strerror}: {refusal.filename}. {OWN_FOLDER}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has gone: nothing more to say
    except KeyboardInterrupt:
        print("motcua: stopped", file=sys.stderr)
    return 1


def _run(arguments: argparse.Namespace) -> int:
    where, listening = home.resolve(), address.from_environment()
    if arguments.command == "run":
        return Supervisor(where, listening, with_parent=arguments.stop_with_parent).run()
    if arguments.command in ON_THEIR_OWN:
        command = _command_of(arguments)
        answer = command.run(arguments)
        _say(answer, command, arguments)
        return _status(command, answer)
    with database(where) as url:
        where.create()
        complete_environment(where, listening, url)
        try:
            with contextlib.redirect_stdout(sys.stderr):
                django.setup()
                command = _command_of(arguments)
                answer = command.run(arguments)
            _say(answer, command, arguments)
        finally:
            _let_go_of_database()
    return _status(command, answer)


def _command_of(arguments: argparse.Namespace) -> ModuleType:
    return importlib.import_module(f"motcua.config.commands.{arguments.command.replace('-', '_')}")


def _status(command: ModuleType, answer: Any) -> int:
    """0, unless the command reads something else in its answer: a check that failed is 1."""
    read = getattr(command, "status", None)
    return read(answer) if read else 0


def _say(answer: Any, command: ModuleType, arguments: argparse.Namespace) -> None:
    if dataclasses.is_dataclass(answer) and not isinstance(answer, type):
        answer = dataclasses.asdict(answer)
    if getattr(arguments, "json", False):
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=str))
    elif getattr(arguments, "jsonl", False):
        for line in answer if isinstance(answer, list) else [answer]:
            print(json.dumps(line, ensure_ascii=False, default=str))
    elif answer is not None:
        print(command.describe(answer))
    sys.stdout.flush()


def _let_go_of_database() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()
        getattr(connection, "close_pool", lambda: None)()


def _parser() -> Parser:
    parser = Parser(prog="motcua", description="Một Cửa: public-service portal and one-stop desk.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = _command(commands, "run", "serve until Ctrl-C: database, web server and worker")
    run.add_argument(
        "--stop-with-parent", action="store_true", help="stop also when the process that started it is gone"
    )
    _command(commands, "prepare", "what `run` does before it serves: migrate, catalogue, demo people", answers=True)
    _command(commands, "migrate", "bring the tables up to date", answers=True)
    _catalogue(commands)
    units = _command(commands, "import-units", "read the old administrative units", answers=True)
    units.add_argument("file", help="mapping of old to new units, CSV")
    _command(commands, "worker", "run queued jobs until stopped")
    _command(commands, "check", "say what is missing or unsafe in this deployment", answers=True)
    officer = _command(commands, "make-officer", "make an officer's account with one role", answers=True)
    officer.add_argument("login", help="the name to sign in with")
    officer.add_argument("--name", required=True, help="full name")
    officer.add_argument("--role", required=True, help="intake, handler, approver, chair, cashier, returner or manager")
    officer.add_argument("--id-number", required=True, help="the 12 digits of their card")
    where = officer.add_mutually_exclusive_group(required=True)
    where.add_argument("--agency", help="code of the agency")
    where.add_argument("--commune", help="five digits of a commune, whose bodies are set up if they are not there")
    officer.add_argument(
        "--body", choices=("centre", "committee", "police"), default="centre", help="which body of the commune"
    )
    officer.add_argument("--phone", default="", help="phone of the desk of a commune that is set up")
    officer.add_argument("--subtree", action="store_true", help="also for all agencies below it")
    code = _command(commands, "demo-code", "the six-digit code of the moment of a demo officer", answers=True)
    code.add_argument("login")
    _command(commands, "seed-demo", "people and dossiers in every state, to try things on", answers=True)
    due = _command(commands, "due", "when a term ends, and why", answers=True)
    due.add_argument("--at", help="when it starts, for example 2026-02-13T16:30; local time unless an offset is given")
    due.add_argument("--amount", type=_number, help="how many units")
    due.add_argument("--unit", help="hour, working_day, day, month or same_day")
    due.add_argument("--agency", help="code of the agency whose calendar counts; the standard week without")
    exported = _command(commands, "export-history", "every row of a dossier's history, one a line", answers=True)
    exported.add_argument("code", help="code of the dossier")
    verified = _command(commands, "verify-history", "whether an exported history is whole", answers=True)
    verified.add_argument("file", help="what export-history printed; - for standard input")
    verified.add_argument("--roots", help="the JSON lines of /cong-khai/dau-vet.jsonl, to see a cut end")
    checked = _command(commands, "verify-pdf", "who signed a PDF, and whether it was issued here", answers=True)
    checked.add_argument("file", help="the PDF")
    table = _command(commands, "lifecycle", "the table by which dossiers live", answers=True)
    table.add_argument("--page", action="store_true", help="the text of docs/reference/lifecycle.md")
    duties = _command(commands, "duties", "every duty as of a moment, on the data of seed-demo", answers=True)
    duties.add_argument("--at", required=True, help="for example 2026-02-20T08:00; local time")
    manage = _command(commands, "manage", "any command of Django, on the database of this home")
    manage.add_argument("words", nargs=argparse.REMAINDER, help="for example: makemigrations --check")
    return parser


def _catalogue(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Commands that read or ask the catalogue."""
    procedures = _command(commands, "import-procedures", "read the national catalogue", answers=True)
    procedures.add_argument("file", help="procedures as JSON lines, .gz or not")
    procedures.add_argument("--dry-run", action="store_true", help="only say what would change; nothing is written")
    out = _command(commands, "export-procedures", "every procedure in force, as import-procedures reads them")
    out.add_argument("file", nargs="?", default="-", help="where to write, .gz or not; standard output without")
    found = _command(commands, "search", "what the public list finds for each line of standard input")
    found.add_argument("--json", dest="arrays", action="store_true", help="one array of codes a line, best first")


def _number(text: str) -> float:
    """A whole number where it is one."""
    value = float(text)
    return int(value) if value.is_integer() else value


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, does: str, *, answers: bool = False) -> Parser:
    parser = commands.add_parser(name, help=does, description=does)
    parser.add_argument("--tied-to", type=int, help=argparse.SUPPRESS)
    if answers:
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="the answer as one JSON document")
        form.add_argument("--jsonl", action="store_true", help="the answer as JSON lines")
    return parser


if __name__ == "__main__":
    sys.exit(main())
