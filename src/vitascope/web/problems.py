"""What went wrong, for the person who sent a form: a status, and a sentence that helps."""

from collections.abc import Callable

from vitascope.base.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    NotReady,
    ProductError,
    QuotaExceeded,
    StorageFull,
    Unavailable,
)
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.sessions import UserBlocked
from vitascope.core.access.two_factor import CodeWrong
from vitascope.core.login.password import (
    EmailUnverified,
    LoginRefused,
    RegistrationPending,
    RegistrationRejected,
    TwoFactorWrong,
)
from vitascope.core.users.profile import CurrentPasswordWrong, NoPassword
from vitascope.web.account_views import Problem

STATUS: dict[type[ProductError], int] = {
    NotFound: 404,
    Forbidden: 403,
    Invalid: 400,
    Conflict: 409,
    NotReady: 409,
    QuotaExceeded: 413,
    StorageFull: 507,
    Unavailable: 503,
    TooManyAttempts: 429,
}

_ADVICE: dict[type[ProductError], str] = {
    LoginRefused: "Check both and try again.",
    UserBlocked: "Only the people who run this server can change that.",
    EmailUnverified: "Open the link in the mail that was sent to you, or ask for another.",
    RegistrationPending: "Try again when the people who run this server have answered.",
    RegistrationRejected: "Ask the people who run this server why.",
    TwoFactorWrong: "Type the code that your app shows now.",
    CodeWrong: "Type the code that your app shows now.",
    CurrentPasswordWrong: "Type the password that you log in with.",
    NoPassword: "Set a password first, with the link for forgotten passwords.",
    Conflict: "Choose another one.",
}

_FIELDS: dict[type[ProductError], str] = {
    CurrentPasswordWrong: "current_password",
    TwoFactorWrong: "code",
    CodeWrong: "code",
}
# What core calls fields, where the pages call them otherwise.
_NAMES = {
    "displayName": "display_name",
    "registrationReason": "reason",
    "currentPassword": "current_password",
    "channel_display_name": "channel_name",
}


def status_of(error: ProductError) -> int:
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def problem_of(error: ProductError) -> Problem:
    kinds = type(error).__mro__
    advice = next((_ADVICE[kind] for kind in kinds if kind in _ADVICE), "")
    field = next((_FIELDS[kind] for kind in kinds if kind in _FIELDS), None)
    if isinstance(error, Invalid):
        field = _NAMES.get(error.field, error.field)
    return Problem(f"{error.message.rstrip('.')}. {advice}".strip(), field)


def found_problems(*checks: Callable[[], None]) -> tuple[Problem, ...]:
    """What every check has to say, so that people mend everything at once."""
    found = []
    for check in checks:
        try:
            check()
        except ProductError as error:
            found.append(problem_of(error))
    return tuple(found)
