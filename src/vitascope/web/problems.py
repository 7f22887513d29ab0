"""What went wrong, for the person who sent a form: a status, and a sentence that helps."""

from collections.abc import Callable
from typing import Any

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
from vitascope.core.access.model import LoginRequired
from vitascope.core.access.sessions import UserBlocked
from vitascope.core.access.two_factor import CodeWrong
from vitascope.core.imports.model import ImportQueueFull, WrongImportState
from vitascope.core.login.password import (
    EmailUnverified,
    LoginRefused,
    RegistrationPending,
    RegistrationRejected,
    TwoFactorWrong,
)
from vitascope.core.presets.keep import TooManyPresets
from vitascope.core.translations.model import TooManyTranslations
from vitascope.core.uploads.model import FileTooLarge, UploadBusy, UploadIncomplete
from vitascope.core.users.profile import CurrentPasswordWrong, NoPassword
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.webhooks.model import TooManyEndpoints
from vitascope.web.account_views import Problem
from vitascope.web.words import size

STATUS: dict[type[ProductError], int] = {
    NotFound: 404,
    LoginRequired: 401,
    Forbidden: 403,
    Invalid: 400,
    UploadBusy: 423,
    Conflict: 409,
    NotReady: 409,
    QuotaExceeded: 413,
    StorageFull: 507,
    Unavailable: 503,
    TooManyAttempts: 429,
    TooManyTranslations: 429,
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
    UploadBusy: "",
    UploadIncomplete: "Choose the file again to go on.",
    WrongImportState: "Load the page again to see how it is.",
    Conflict: "Choose another one.",
    FileTooLarge: "Make it smaller, or ask the people who run this server.",
    UserQuotaExceeded: "Delete what you need no more, or ask for more room.",
    TooManyEndpoints: "Delete one that you need no more.",
    TooManyPresets: "Delete one that you need no more.",
    TooManyTranslations: "Wait until some of them are done, or until tomorrow.",
    ImportQueueFull: "Wait until one of them has ended.",
    StorageFull: "Tell the people who run this server.",
}
_FIELD_ADVICE = {"file": "Choose a video or audio file."}

# Where people read the core's numbers better in words.
_SENTENCES: dict[type[ProductError], Callable[[Any], str]] = {
    FileTooLarge: lambda error: (
        f"This file has {size(error.used)}, and this server takes at most {size(error.limit)}"
    ),
    UserQuotaExceeded: lambda error: (
        f"This does not fit: {size(error.used)} of your {size(error.limit)} are used"
    ),
    ImportQueueFull: lambda error: f"{error.used} of your imports are under way",
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
        advice = advice or _FIELD_ADVICE.get(error.field, "")
    told = next((_SENTENCES[kind] for kind in kinds if kind in _SENTENCES), None)
    sentence = error.message if told is None else told(error)
    return Problem(f"{sentence.rstrip('.')}. {advice}".strip(), field)


def found_problems(*checks: Callable[[], None]) -> tuple[Problem, ...]:
    """What every check has to say, so that people mend everything at once."""
    found = []
    for check in checks:
        try:
            check()
        except ProductError as error:
            found.append(problem_of(error))
    return tuple(found)
