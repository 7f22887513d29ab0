"""``vitascope``: every command."""

import sys

from vitascope.cli import (
    add,
    changed_settings,
    doctor,
    import_servers,
    keys,
    migrate,
    routes,
    serve,
    users,
    worker,
)
from vitascope.cli.shell import Shell, errors

COMMANDS = (
    serve,
    worker,
    add,
    import_servers,
    users,
    keys,
    changed_settings,
    migrate,
    doctor,
    routes,
)


def main() -> None:
    """Run the command that the arguments name."""
    shell = Shell(
        name="vitascope",
        help="A self-hosted video platform that speaks established video APIs.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for command in COMMANDS:
        command.register(shell)
    with errors():
        shell()
    sys.exit(0)
