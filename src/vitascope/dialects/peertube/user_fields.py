"""What clients send about users, within PeerTube's limits."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from msgspec import UNSET, UnsetType

from vitascope.core.access.passwords import check_password_rules
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.names import check_display_name, check_handle
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.users.add import Newcomer
from vitascope.core.users.manage import UserChanges
from vitascope.core.users.profile import ProfileChanges
from vitascope.core.users.queries import UserOrder, UserSelection
from vitascope.core.users.usage import DAY
from vitascope.dialects.peertube.labels import ROLES
from vitascope.dialects.peertube.queries import read_order, read_span
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire_users import (
    INTRODUCTIONS,
    SENSITIVE_POLICIES,
    SWITCHES,
    THEMES,
)

T = TypeVar("T")

_ROLE_BY_ID = {label.id: role for role, label in ROLES.items() if isinstance(label.id, int)}
_POLICY_BY_NAME = {name: policy for policy, name in SENSITIVE_POLICIES.items()}
_ORDERS = {
    "id": UserOrder.ID,
    "username": UserOrder.USERNAME,
    "videoQuotaUsed": UserOrder.USED_BYTES,
    "createdAt": UserOrder.CREATED_AT,
    "lastLoginDate": UserOrder.LAST_LOGIN_AT,
    "role": UserOrder.ROLE,
}
_UNLIMITED = -1
_MOST_BYTES = 10**18 - 1
# A flag of the user: new videos are not reviewed.
_SKIPS_REVIEW = 1
_MOST_LANGUAGES, _LONGEST_LANGUAGE = 499, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileWish:
    """What somebody wants to change of themselves, by our names. ``closed`` says of
    introductions whether they are closed; ``changes`` hold neither preferences nor the hash of
    a password yet.
    """

    changes: ProfileChanges
    preferences: Mapping[str, Any]
    closed: Mapping[str, bool]
    password: str | UnsetType
    current_password: str | UnsetType

    @property
    def needs_confirmation(self) -> bool:
        """Whether the current password has to be shown."""
        return self.password is not UNSET or self.changes.email is not UNSET

    def applied_to(self, user: User) -> ProfileChanges:
        """The changes, preferences included, for a user who had closed some introductions."""
        preferences = dict(self.preferences)
        if self.closed:
            kept = [name for name in user.preferences.dismissed if name not in self.closed]
            added = [name for name, is_closed in self.closed.items() if is_closed]
            preferences["dismissed"] = (*kept, *added)
        return replace(self.changes, preferences=preferences) if preferences else self.changes


def read_users_query(fields: Mapping[str, Any], *, now: datetime) -> UserSelection:
    """Which users a list is to show.

    Raises:
        InvalidFields: a value breaks a rule.
    """
    values = Values(fields, location="query")
    span = read_span(values)
    order, descending = read_order(values, _ORDERS)
    is_blocked = values.flag("blocked")
    values.check()
    return UserSelection(
        search=" ".join(values.words("search")),
        is_blocked=is_blocked if isinstance(is_blocked, bool) else None,
        order=order,
        descending=descending,
        start=span.start,
        count=span.count,
        day_began=now - DAY,
    )


def read_newcomer(given: Mapping[str, Any], policy: SignupPolicy) -> tuple[Newcomer, str]:
    """Somebody to add, without a password hash, and the password: empty when the user is to
    choose it.

    Raises:
        InvalidFields: a value is missing or breaks a rule.
    """
    values = Values(given)
    values.require("username", "password", "email", "role")
    username = values.checked("username", partial(check_handle, "username"))
    email = values.checked("email", check_email)
    password = values.checked("password", _check_password_or_none)
    channel = values.checked("channelName", partial(check_handle, "channelName"))
    role = _role(values)
    quota, daily_quota = _quota(values, "videoQuota"), _quota(values, "videoQuotaDaily")
    skips_review = _skips_review(values)
    if isinstance(channel, str) and channel == username:
        values.fault("channelName", "A channel cannot have the name of its user")
    values.check()
    newcomer = Newcomer(
        username=_or(username, ""),
        email=_or(email, ""),
        password_hash=None,
        role=_or(role, Role.USER),
        quota_bytes=_or(quota, policy.quota_bytes),
        daily_quota_bytes=_or(daily_quota, policy.daily_quota_bytes),
        skips_review=_or(skips_review, False),
        channel_name=_or(channel, ""),
        channel_display_name=_or(channel, ""),
    )
    return newcomer, _or(password, "")


def read_user_changes(given: Mapping[str, Any]) -> tuple[UserChanges, str | UnsetType]:
    """What to change of another user, and the new password: it is not hashed yet.

    Raises:
        InvalidFields: a value breaks a rule.
    """
    values = Values(given)
    password = values.checked("password", check_password_rules)
    changes = UserChanges(
        email=values.checked("email", check_email),
        email_verified=values.flag("emailVerified"),
        role=_role(values),
        quota_bytes=_quota(values, "videoQuota"),
        daily_quota_bytes=_quota(values, "videoQuotaDaily"),
        skips_review=_skips_review(values),
    )
    if values.raw("pluginAuth") not in (UNSET, None):
        values.fault("pluginAuth", "This server has no plugins")
    values.check()
    return changes, password


def read_profile(given: Mapping[str, Any]) -> ProfileWish:
    """What to change of oneself.

    Raises:
        InvalidFields: a value breaks a rule, or a new password or address comes without the
            current password.
    """
    values = Values(given)
    changes = ProfileChanges(
        display_name=values.checked("displayName", partial(check_display_name, "displayName")),
        description=values.text("description", 3, 1000),
        is_email_public=values.flag("emailPublic"),
        email=values.checked("email", check_email),
    )
    closed = {ours: values.flag(name) for name, ours in INTRODUCTIONS.items()}
    wish = ProfileWish(
        changes=changes,
        preferences=_preferences(values),
        closed={
            ours: is_closed for ours, is_closed in closed.items() if is_closed is not UNSET
        },
        password=values.checked("password", check_password_rules),
        current_password=values.checked("currentPassword", _take_any),
    )
    if wish.needs_confirmation:
        values.require("currentPassword")
    values.check()
    return wish


def _preferences(values: Values) -> dict[str, Any]:
    """Fields of our record that were given."""
    found: dict[str, Any] = {ours: values.flag(name) for name, ours in SWITCHES.items()}
    found["sensitive"] = _one_of(values, "nsfwPolicy", _POLICY_BY_NAME)
    found["theme"] = _one_of(values, "theme", THEMES)
    found["languages"] = _languages(values)
    return {name: value for name, value in found.items() if value is not UNSET}


def _one_of(values: Values, name: str, known: Mapping[str, Any]) -> Any:
    value = values.raw(name)
    if value is UNSET or (isinstance(value, str) and value in known):
        return value if value is UNSET else known[value]
    values.fault(name, f"Should be one of {', '.join(known)}")
    return UNSET


def _languages(values: Values) -> tuple[str, ...] | UnsetType | None:
    """None for all of them."""
    if values.raw("videoLanguages") is None:
        return None
    found = values.texts(
        "videoLanguages", most=_MOST_LANGUAGES, shortest=1, longest=_LONGEST_LANGUAGE
    )
    return tuple(found) if isinstance(found, list) else UNSET


def _role(values: Values) -> Role | UnsetType:
    number = values.known("role", _ROLE_BY_ID)
    return _ROLE_BY_ID[number] if isinstance(number, int) else UNSET


def _quota(values: Values, name: str) -> int | UnsetType | None:
    """Bytes, None for no limit."""
    number = values.number(name, _UNLIMITED, _MOST_BYTES)
    if number is None:
        values.fault(name, "Should be a number")
    if not isinstance(number, int):
        return UNSET
    return None if number == _UNLIMITED else number


def _skips_review(values: Values) -> bool | UnsetType:
    flags = values.known("adminFlags", (0, _SKIPS_REVIEW))
    return bool(flags) if isinstance(flags, int) else UNSET


def _or(value: T | UnsetType, default: T) -> T:
    return default if isinstance(value, UnsetType) else value


def _check_password_or_none(password: str) -> None:
    if password:
        check_password_rules(password)


def _take_any(_password: str) -> None:
    """It is compared, so that it may be whatever it was when it was set."""
