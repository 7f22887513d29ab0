"""What happens to users."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class UserDeleted(Event):
    """``pictures`` are keys of the store that nobody needs any more."""

    user_id: int
    username: str
    pictures: list[str]


@dataclass(frozen=True, slots=True)
class PicturesReplaced(Event):
    """``keys`` of the store that nobody needs any more."""

    handle: str
    keys: list[str]


@dataclass(frozen=True, slots=True)
class UserBlockChanged(Event):
    user_id: int
    is_blocked: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class EmailVerificationAsked(Event):
    """``is_pending`` when it is the new address that is to be verified."""

    user_id: int
    is_pending: bool


@dataclass(frozen=True, slots=True)
class PasswordResetAsked(Event):
    """``is_first`` when the user was made without a password."""

    user_id: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class ProfileChanged(Event):
    """The name or description others see has changed."""

    account_id: int
