"""``vitascope key``: API keys."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from vitascope.cli.actor import named_user
from vitascope.cli.prepared import prepared
from vitascope.cli.shell import DataOption, Shell, out
from vitascope.cli.values import moment, plain, table
from vitascope.core.access.keys import create_key, import_key, revoke_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.instance.setup import ADMINISTRATOR
from vitascope.http.runtime import utc_now

NameArgument = Annotated[str, typer.Argument(help="What the key is for.")]
PermissionOption = Annotated[Permission, typer.Option(help="read, or write as well.")]
KindOption = Annotated[KeyKind, typer.Option(help="The API that the key is for.")]
ExpiresOption = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day it stops working, as 2027-01-31."),
]
UserOption = Annotated[str, typer.Option("--user", help="Whose keys.")]

# Longer than any key, so that an overlong one is refused rather than cut.
_LONGEST_LINE = 4096


def register(shell: Shell) -> None:
    group = Shell(help="Create, import, list and revoke API keys.", no_args_is_help=True)
    group.command("create")(create)
    group.command("import")(take)
    group.command("list")(show)
    group.command("revoke")(revoke)
    shell.add_typer(group, name="key")


def create(
    name: NameArgument,
    permission: PermissionOption = Permission.WRITE,
    kind: KindOption = KeyKind.VSRC,
    expires: ExpiresOption = None,
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
            expires_at=_end(expires),
            now=utc_now(),
        )
    out.print(key.secret)


def take(
    name: NameArgument,
    permission: PermissionOption = Permission.WRITE,
    kind: KindOption = KeyKind.VSRC,
    expires: ExpiresOption = None,
    user: UserOption = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Take a key that another server gave out, so that its program goes on with it.

    The key is the first line of the standard input. Only vsrc has such keys.
    """
    # Not an argument: whoever lists the processes would see it.
    secret = sys.stdin.buffer.readline(_LONGEST_LINE).decode("ascii", "replace").strip()
    opened = prepared(data)
    with opened.db.begin() as tx:
        key = import_key(
            tx,
            named_user(tx, user).id,
            secret,
            kind=kind,
            name=name,
            permission=permission,
            expires_at=_end(expires),
            now=utc_now(),
        )
    out.print(f"Key {key.id} opens {kind} for {plain(user)}.")


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


def _end(day: datetime | None) -> datetime | None:
    return None if day is None else day.replace(tzinfo=UTC)
