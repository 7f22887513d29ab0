"""The fields of a user as administrators send them."""

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.base.errors import Invalid
from vitascope.core.accounts.model import Allowances, Role, User
from vitascope.core.users.add import Newcomer
from vitascope.core.users.manage import UserChanges
from vitascope.dialects.videocms.input import Given

_LONGEST_EMAIL = 400


def read_username(given: Given) -> str:
    return given.text("Username", shortest=3, longest=32, is_required=True)


def read_password(given: Given, field: str) -> str:
    return given.text(field, shortest=8, longest=250, is_required=True)


def read_newcomer(given: Given) -> tuple[Newcomer, str]:
    """A user to add, and the password, of which the user has no hash yet.

    Raises:
        Invalid: a field breaks its rule.
    """
    username, password = read_username(given), read_password(given, "Password")
    newcomer = Newcomer(
        username=username,
        email=_email(given),
        password_hash=None,
        role=Role.ADMINISTRATOR if given.flag("Admin") else Role.USER,
        quota_bytes=_quota(given),
        allowances=_allowances(given, Allowances()),
    )
    return newcomer, password


def read_changes(given: Given, user: User) -> UserChanges:
    """What is to change of ``user``: the fields that were sent. An empty address clears it.

    Raises:
        Invalid: a field breaks its rule.
    """
    if given.has("Username") and read_username(given) != user.username:
        raise Invalid("username", "A username cannot be changed: it names the account")
    return UserChanges(
        email=_email(given) if given.has("Email") else UNSET,
        role=_role(given, user.role),
        quota_bytes=_quota(given) if given.has("Storage") else UNSET,
        allowances=_allowances(given, user.allowances),
    )


def _email(given: Given) -> str | None:
    return given.text("Email", longest=_LONGEST_EMAIL) or None


def _role(given: Given, current: Role) -> Role | UnsetType:
    """VideoCMS knows administrators and others, so a moderator may stay one."""
    is_administrator = given.flag("Admin")
    if is_administrator is None or is_administrator == (current is Role.ADMINISTRATOR):
        return UNSET
    return Role.ADMINISTRATOR if is_administrator else Role.USER


def _quota(given: Given) -> int | None:
    """In bytes; 0 is no limit."""
    return given.number("Storage", least=0) or None


def _allowances(given: Given, current: Allowances) -> Allowances:
    balance = given.real("Balance")
    most = given.number("MaxRemoteDownloads", least=1)
    is_enabled = given.flag("RemoteDownloadEnabled")
    return msgspec.structs.replace(
        current,
        balance=current.balance if balance is None else balance,
        max_imports=current.max_imports if most is None else most,
        imports_enabled=current.imports_enabled if is_enabled is None else is_enabled,
    )
