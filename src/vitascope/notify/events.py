"""What happens on the way of a mail."""

from dataclasses import dataclass
from typing import Any

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class RegistrationNoticeAsked(Event):
    """One of those who manage registrations is to hear of a request to join."""

    registration_id: int
    user_id: int


@dataclass(frozen=True, slots=True)
class MailPostponed(Event):
    """A mail was not taken. It tells of the event named ``about``, with the fields
    ``payload``, and this is try number ``attempt``.
    """

    about: str
    payload: dict[str, Any]
    attempt: int
