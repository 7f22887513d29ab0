"""``vitascope key``: API keys."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from vitascope.cli.actor import named_user
from vitascope.cli.prepared import prepared
from vitascope.cli.shell import DataOption, Shell, out
from vitascope.cli.values import moment, plain, table
from vitascope.core.access.keys import create_key, revoke_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.instance.setup import ADMINISTRATOR
from vitascope.http.runtime import utc_now

UserOption = Annotated[str, typer.Option("--user", help="Whose keys.")]


def register(shell: Shell) -> None:
    group = Shell(help="Create, list and revoke API keys.", no_args_is_help=True)
    group.command("create")(create)
    group.command("list")(show)
    group.command("revoke")(revoke)
    shell.add_typer(group, name="key")


def create(
    name: Annotated[str, typer.Argument(help="What the key is for.")],
    permission: Annotated[Permission, typer.Option(help="read, or write as well.")] = (
        Permission.WRITE
    ),
    kind: Annotated[KeyKind, typer.Option(help="The API that the key is for.")] = KeyKind.VSRC,
    expires: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day it stops working, as 2027-01-31."),
    ] = None,
    user: UserOption = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Make a key and print it. Nobody can read it again."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        owner = named_user(tx, user)
        key = create_key(
            tx,
            owner.id,
            kind=kind,
            name=name,
            permission=permission,
            expires_at=None if expires is None else expires.replace(tzinfo=UTC),
            now=utc_now(),
        )
    out.print(key.secret)


def show(user: UserOption = ADMINISTRATOR, data: DataOption = None) -> None:
    """List the keys of a user."""
    opened = prepared(data)
    with opened.db.read() as tx:
        keys = list_keys(tx, named_user(tx, user).id)
    rows = table("Id", "Name", "API", "Key", "Permission", "Created", "Expires", "Last used")
    for key in keys:
        rows.add_row(
            str(key.id),
            plain(key.name),
            key.kind,
            f"{key.prefix}…",
            key.permission,
            f"{key.created_at:%Y-%m-%d}",
            "never" if key.expires_at is None else f"{key.expires_at:%Y-%m-%d}",
            moment(key.last_used_at),
        )
    out.print(rows)


def revoke(
    key_id: Annotated[int, typer.Argument(help="The number that list shows.")],
    data: DataOption = None,
) -> None:
    """Make a key useless at once."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        revoke_key(tx, key_id)
    out.print(f"Key {key_id} is revoked.")
