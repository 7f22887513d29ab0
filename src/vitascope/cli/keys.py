"""``vitascope key``: API keys."""

from typing import Annotated

import typer
from rich.table import Table

from vitascope.base.errors import NotFound
from vitascope.cli.shell import DataOption, Shell, out, parts
from vitascope.cli.start import prepare_database
from vitascope.core.access.keys import create_key, revoke_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.queries import list_keys
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.instance.setup import ADMINISTRATOR
from vitascope.db import Tx
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
    user: UserOption = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Make a key and print it. Nobody can read it again."""
    opened = parts(data=data)
    prepare_database(opened)
    with opened.db.begin() as tx:
        owner = _user(tx, user)
        key = create_key(
            tx, owner.id, kind=kind, name=name, permission=permission, now=utc_now()
        )
    out.print(key)


def show(user: UserOption = ADMINISTRATOR, data: DataOption = None) -> None:
    """List the keys of a user."""
    opened = parts(data=data)
    prepare_database(opened)
    with opened.db.read() as tx:
        keys = list_keys(tx, _user(tx, user).id)
    table = Table("Id", "Name", "Key", "Permission", "Created", "Last used")
    for key in keys:
        used = "never" if key.last_used_at is None else f"{key.last_used_at:%Y-%m-%d %H:%M}"
        created = f"{key.created_at:%Y-%m-%d}"
        table.add_row(str(key.id), key.name, f"{key.prefix}…", key.permission, created, used)
    out.print(table)


def revoke(
    key_id: Annotated[int, typer.Argument(help="The number that list shows.")],
    data: DataOption = None,
) -> None:
    """Make a key useless at once."""
    opened = parts(data=data)
    prepare_database(opened)
    with opened.db.begin() as tx:
        revoke_key(tx, key_id)
    out.print(f"Key {key_id} is revoked.")


def _user(tx: Tx, login: str) -> User:
    user = find_user_by_login(tx, login)
    if user is None:
        raise NotFound("user", login)
    return user
