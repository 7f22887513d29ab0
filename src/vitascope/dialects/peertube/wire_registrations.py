"""Requests to join, both ways."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec
from msgspec import UNSET

from vitascope.core.access.passwords import check_password_rules
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.names import check_handle
from vitascope.core.registration.model import Registration, RegistrationState
from vitascope.core.registration.queries import RegistrationOrder
from vitascope.core.users.add import Newcomer
from vitascope.dialects.peertube.labels import Label
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire import stamp

_STATES = {
    RegistrationState.PENDING: Label(1, "Pending"),
    RegistrationState.REJECTED: Label(2, "Rejected"),
    RegistrationState.ACCEPTED: Label(3, "Accepted"),
}
ORDERS = {
    "createdAt": RegistrationOrder.CREATED_AT,
    "state": RegistrationOrder.STATE,
}


class UserRef(msgspec.Struct, frozen=True):
    id: int


class RegistrationOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    state: Label
    registration_reason: str
    moderation_response: str | None
    username: str
    email: str
    email_verified: bool | None
    account_display_name: str
    channel_handle: str | None
    channel_display_name: str | None
    created_at: str
    updated_at: str
    user: UserRef | None


def registration_out(asked: Registration) -> RegistrationOut:
    return RegistrationOut(
        id=asked.id,
        state=_STATES[asked.state],
        registration_reason=asked.reason,
        moderation_response=asked.response,
        username=asked.username,
        email=asked.email,
        email_verified=asked.email_verified,
        account_display_name=asked.display_name or asked.username,
        channel_handle=asked.channel_name or None,
        channel_display_name=asked.channel_display_name or None,
        created_at=stamp(asked.created_at),
        updated_at=stamp(asked.updated_at),
        user=None if asked.user_id is None else UserRef(asked.user_id),
    )


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody as they want to be known, with the password in clear. ``reason`` is empty
    where none has to be given.
    """

    newcomer: Newcomer
    password: str
    reason: str


def read_joining(given: Mapping[str, Any], *, by_request: bool) -> Joining:
    """
    Raises:
        InvalidFields: a field is missing or no text of the right length.
    """
    values = Values(given)
    channel = _channel(values)
    display_name = values.text("displayName", 1, 120)
    joining = Joining(
        newcomer=Newcomer(
            username=_text(values, "username", partial(check_handle, "username")),
            email=_text(values, "email", check_email),
            password_hash=None,
            display_name=display_name if isinstance(display_name, str) else "",
            channel_name=channel.get("name", ""),
            channel_display_name=channel.get("displayName", ""),
        ),
        password=_text(values, "password", check_password_rules),
        reason=_reason(values) if by_request else "",
    )
    values.check()
    return joining


def _channel(values: Values) -> dict[str, str]:
    """Name and display name of the first channel; both or none are given."""
    given = values.raw("channel")
    if given is UNSET or given is None:
        return {}
    texts = {}
    for name in ("name", "displayName"):
        text = given.get(name) if isinstance(given, dict) else None
        if not isinstance(text, str) or not text.strip():
            values.fault(f"channel.{name}", "Is missing")
        else:
            texts[name] = text
    return texts


def _reason(values: Values) -> str:
    reason = values.text("registrationReason", 2, 3000)
    values.require("registrationReason")
    return reason if isinstance(reason, str) else ""


def _text(values: Values, name: str, check: Callable[[str], None]) -> str:
    text = values.checked(name, check)
    values.require(name)
    return text if isinstance(text, str) else ""
