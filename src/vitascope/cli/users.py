"""``vitascope user``: who may use this server."""

from typing import Annotated

import typer
from msgspec.structs import replace

from vitascope.app import Parts, signup_policy
from vitascope.cli import registrations
from vitascope.cli.actor import named_user, operator
from vitascope.cli.prepared import prepared
from vitascope.cli.shell import DataOption, Shell, out
from vitascope.cli.start import ADMINISTRATOR, first_start
from vitascope.cli.values import moment, plain, read_size, size, table
from vitascope.core.access.passwords import check_hash, check_password_rules, hash_password
from vitascope.core.access.two_factor import disable_two_factor
from vitascope.core.accounts.model import Feature, Role, User
from vitascope.core.users.add import Newcomer, create_user, draw_password
from vitascope.core.users.delete import delete_user
from vitascope.core.users.mailboxes import draw_reset_code
from vitascope.core.users.manage import (
    UserChanges,
    block_user,
    change_user,
    see_user,
    see_users,
    unblock_user,
)
from vitascope.core.users.model import UserEntry
from vitascope.core.users.queries import (
    UserOrder,
    UserSelection,
    list_handles,
    list_video_ids,
)
from vitascope.core.users.usage import DAY
from vitascope.http.runtime import utc_now
from vitascope.notify import Site

_ALL = 1_000_000

NameArgument = Annotated[str, typer.Argument(help="Username or e-mail address.")]


def register(shell: Shell) -> None:
    group = Shell(help="Add, list, block and delete users.", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(show)
    group.command("role")(change_role)
    group.command("features")(change_features)
    group.command("reset-password")(reset_password)
    group.command("block")(block)
    group.command("unblock")(unblock)
    group.command("delete")(delete)
    registrations.register(group)
    shell.add_typer(group, name="user")


def add(
    name: Annotated[str, typer.Argument(help="Username; lower-case letters and digits.")],
    email: Annotated[str | None, typer.Option(help="E-mail address.")] = None,
    role: Annotated[Role, typer.Option(help="What the user may do.")] = Role.USER,
    password: Annotated[
        str | None, typer.Option(help="Password; drawn and printed by default.")
    ] = None,
    password_hash: Annotated[
        str | None, typer.Option(help="Hash of bcrypt or Argon2id, instead of a password.")
    ] = None,
    quota: Annotated[
        str | None, typer.Option(help="Room for videos, such as 50GB, or unlimited.")
    ] = None,
    daily_quota: Annotated[
        str | None, typer.Option(help="What may be added within 24 hours.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Add a user with an account and a channel."""
    if password is not None and password_hash is not None:
        raise ValueError("Give --password or --password-hash, not both")
    opened = prepared(data)
    if (root_password := first_start(opened)) is not None:
        out.print(f"{ADMINISTRATOR} has the password {root_password}, shown only now.")
    policy = signup_policy(opened.config)
    drawn = draw_password() if password is None and password_hash is None else None
    newcomer = Newcomer(
        username=name,
        email=email,
        role=role,
        password_hash=_hash(password or drawn, password_hash),
        quota_bytes=policy.quota_bytes if quota is None else read_size(quota),
        daily_quota_bytes=(
            policy.daily_quota_bytes if daily_quota is None else read_size(daily_quota)
        ),
    )
    with opened.db.begin() as tx:
        create_user(tx, operator(tx), newcomer, now=utc_now())
    out.print(f"The {role} {name} can log in.")
    _show_password(drawn)


def show(
    search: Annotated[
        str, typer.Option(help="Only those with this in their name or address.")
    ] = "",
    data: DataOption = None,
) -> None:
    """List users, with the room that their videos take."""
    opened = prepared(data)
    now = utc_now()
    wanted = UserSelection(
        search=search,
        order=UserOrder.ID,
        descending=False,
        count=_ALL,
        day_began=now - DAY,
    )
    with opened.db.read() as tx:
        found = see_users(tx, operator(tx), wanted)
    rows = table("Id", "Name", "E-mail", "Role", "Used", "Quota", "Blocked", "Last login")
    for entry in found.items:
        rows.add_row(*_cells(entry))
    out.print(rows)


def change_role(
    name: NameArgument,
    role: Annotated[Role, typer.Argument(help="What the user may do from now on.")],
    data: DataOption = None,
) -> None:
    """Change what a user may do. Ends the user's sessions."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        user = named_user(tx, name)
        change_user(tx, operator(tx), user.id, UserChanges(role=role), now=utc_now())
    out.print(f"{user.username} has the role {role} now.")


def change_features(
    name: NameArgument,
    without: Annotated[
        list[Feature] | None,
        typer.Option(help="A feature to keep from the user; may be given several times."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Keep features of AVCaption's plans from a user; without options the user has all."""
    withheld = tuple(dict.fromkeys(without or ()))
    opened = prepared(data)
    with opened.db.begin() as tx:
        user = named_user(tx, name)
        changes = UserChanges(allowances=replace(user.allowances, withheld=withheld))
        change_user(tx, operator(tx), user.id, changes, now=utc_now())
    lacking = ", ".join(withheld)
    out.print(f"{user.username} has every feature{f' but: {lacking}' if withheld else ''}.")


def reset_password(
    name: NameArgument,
    link: Annotated[
        bool, typer.Option("--link", help="Print a link that lets the user choose one.")
    ] = False,
    two_factor_off: Annotated[
        bool, typer.Option("--two-factor-off", help="Ask for no code any more, either.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Draw a new password, print it once, and end the user's sessions."""
    opened = prepared(data)
    drawn = None if link else draw_password()
    password_hash = _hash(drawn, None) if drawn is not None else None
    with opened.db.begin() as tx:
        user = named_user(tx, name)
        if two_factor_off and user.has_two_factor:
            disable_two_factor(tx, user)
        if password_hash is not None:
            changes = UserChanges(password_hash=password_hash)
            change_user(tx, operator(tx), user.id, changes, now=utc_now())
        code = draw_reset_code(tx, user, is_first=False, now=utc_now()) if link else ""
    if link:
        settings = opened.settings.current()
        site = Site(name=settings.instance_name, url=settings.public_url)
        out.print(f"{user.username} can choose a password here, within an hour and once:")
        out.print(site.reset_password(user.id, code), soft_wrap=True)
        return
    out.print(f"{user.username} has a new password; all sessions have ended.")
    _show_password(drawn)


def block(
    name: NameArgument,
    reason: Annotated[
        str | None, typer.Option(help="Why, in 3 to 250 characters; the user is told.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Keep a user out: sessions end and API keys open nothing. The videos stay."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        user = named_user(tx, name)
        block_user(tx, operator(tx), user.id, reason=reason, now=utc_now())
    out.print(f"{user.username} is blocked.")


def unblock(name: NameArgument, data: DataOption = None) -> None:
    """Let a blocked user in again."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        user = named_user(tx, name)
        unblock_user(tx, operator(tx), user.id, now=utc_now())
    out.print(f"{user.username} is not blocked.")


def delete(
    name: NameArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: DataOption = None,
) -> None:
    """Delete a user with all videos, channels, sessions and API keys, for good."""
    opened = prepared(data)
    with opened.db.read() as tx:
        user = named_user(tx, name)
        words = _what_goes(opened, user)
    out.print(words)
    if not yes and not typer.confirm("Delete all of it, for good?"):
        out.print("Nothing was deleted.")
        return
    with opened.db.begin() as tx:
        delete_user(tx, operator(tx), user.id)
    out.print(f"{user.username} is deleted. The files follow while the server runs.")


def _hash(password: str | None, password_hash: str | None) -> str:
    if password_hash is not None:
        check_hash(password_hash)
        return password_hash
    check_password_rules(password or "")
    return hash_password(password or "")


def _show_password(drawn: str | None) -> None:
    if drawn is not None:
        out.print(f"The password is {drawn}", soft_wrap=True)
        out.print("It is shown only this once.")


def _cells(entry: UserEntry) -> tuple[str, ...]:
    user = entry.user
    email = plain(user.email)
    return (
        str(user.id),
        user.username,
        f"{email} (not verified)" if user.email_verified is False else email,
        user.role,
        size(entry.usage.total_bytes),
        size(user.quota_bytes),
        plain(user.blocked_reason or "yes") if user.is_blocked else "",
        moment(user.last_login_at),
    )


def _what_goes(opened: Parts, user: User) -> str:
    with opened.db.read() as tx:
        entry = see_user(tx, operator(tx), user.id, now=utc_now())
        videos = len(list_video_ids(tx, user.id))
        channels = [name for name in list_handles(tx, user.id) if name != user.account.name]
    return (
        f"What goes with {user.username}:\n"
        f"  videos: {videos}, {size(entry.usage.file_bytes)}\n"
        f"  channels: {', '.join(sorted(channels))}\n"
        "  all sessions and API keys"
    )
