"""What happens to those who ask to join."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class RegistrationRequested(Event):
    registration_id: int


@dataclass(frozen=True, slots=True)
class RegistrationAnswered(Event):
    """``email`` is written to; the request itself may be gone by then."""

    email: str
    username: str
    is_accepted: bool
    response: str


@dataclass(frozen=True, slots=True)
class RegistrationVerificationAsked(Event):
    registration_id: int
