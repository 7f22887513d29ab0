"""``vitascope settings``: what administrators have changed while the server ran."""

from typing import Annotated

import msgspec
import typer

from vitascope.cli.actor import operator
from vitascope.cli.prepared import prepared
from vitascope.cli.shell import DataOption, Shell, out
from vitascope.cli.values import plain, table
from vitascope.core.settings.change import reset_settings
from vitascope.core.settings.model import SECRETS, Settings
from vitascope.core.settings.queries import read_settings
from vitascope.http.runtime import utc_now


def register(shell: Shell) -> None:
    group = Shell(
        help="See and take back what was changed while the server ran.", no_args_is_help=True
    )
    group.command("list")(show)
    group.command("reset")(reset)
    shell.add_typer(group, name="settings")


def show(data: DataOption = None) -> None:
    """List the settings that differ from what the server was started with."""
    opened = prepared(data)
    with opened.db.read() as tx:
        current = read_settings(tx, opened.settings.defaults)
    rows = table("Setting", "Now", "At start")
    for name in _differing(opened.settings.defaults, current):
        rows.add_row(name, _shown(name, current), _shown(name, opened.settings.defaults))
    out.print(rows)


def reset(
    names: Annotated[list[str], typer.Argument(help="Names that list shows.")],
    data: DataOption = None,
) -> None:
    """Let what the server was started with count again. A running server follows at once."""
    opened = prepared(data)
    if unknown := set(names) - set(Settings.__struct_fields__):
        raise ValueError(f"No such setting: {', '.join(sorted(unknown))}")
    with opened.db.begin() as tx:
        reset_settings(tx, operator(tx), opened.settings.defaults, names, now=utc_now())
    out.print(f"Back to what the server was started with: {', '.join(names)}.")


def _differing(defaults: Settings, current: Settings) -> list[str]:
    names = Settings.__struct_fields__
    return [name for name in names if getattr(current, name) != getattr(defaults, name)]


def _shown(name: str, settings: Settings) -> str:
    if name in SECRETS:
        return "(secret)"
    return plain(msgspec.json.encode(getattr(settings, name)).decode())
