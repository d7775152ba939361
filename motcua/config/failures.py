"""The failure of a command, said in words."""


class CommandFailed(Exception):
    """The work is not done; the message says why and what to do."""
