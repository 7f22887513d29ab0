"""Requests to join are answered."""

from datetime import datetime

from vitascope.base.errors import Conflict, Forbidden, Invalid
from vitascope.base.page import Page
from vitascope.core.access.mailed_codes import Purpose, draw_mailed_code, use_mailed_code
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.model import User
from vitascope.core.registration import queries
from vitascope.core.registration.events import (
    RegistrationAnswered,
    RegistrationVerificationAsked,
)
from vitascope.core.registration.model import Registration, RegistrationState, SignupPolicy
from vitascope.core.registration.queries import RegistrationOrder
from vitascope.core.users.add import Newcomer, add_user
from vitascope.db import Tx
from vitascope.jobs import emit

_SHORTEST, _LONGEST = 2, 3000
_ANSWERED = "This request was answered already"


def see_registrations(
    tx: Tx,
    actor: Actor,
    *,
    search: str = "",
    order: RegistrationOrder = RegistrationOrder.CREATED_AT,
    descending: bool = True,
    start: int = 0,
    count: int = 15,
) -> Page[Registration]:
    """Raises Forbidden unless the actor manages registrations."""
    _check_manages(actor)
    return queries.list_registrations(
        tx, search=search, order=order, descending=descending, start=start, count=count
    )


def accept(
    tx: Tx,
    actor: Actor,
    policy: SignupPolicy,
    registration_id: int,
    *,
    response: str,
    tells: bool = True,
    now: datetime,
) -> User:
    """Make the user. ``tells`` False keeps the mail back.

    Raises:
        Forbidden: the actor does not manage registrations.
        NotFound: no such request.
        Conflict: it was answered already, or the name or address was taken meanwhile.
        Invalid: a response of another length than 2 to 3000 characters.
    """
    asked = _pending(tx, actor, registration_id, response)
    user = add_user(
        tx,
        Newcomer(
            username=asked.username,
            email=asked.email,
            password_hash=asked.password_hash,
            email_verified=asked.email_verified,
            display_name=asked.display_name,
            channel_name=asked.channel_name,
            channel_display_name=asked.channel_display_name,
            quota_bytes=policy.quota_bytes,
            daily_quota_bytes=policy.daily_quota_bytes,
        ),
        now=now,
    )
    _answer(tx, asked, RegistrationState.ACCEPTED, response, now, tells, user)
    return user


def reject(
    tx: Tx,
    actor: Actor,
    registration_id: int,
    *,
    response: str,
    tells: bool = True,
    now: datetime,
) -> None:
    """Turn somebody away. Raises as :func:`accept`."""
    asked = _pending(tx, actor, registration_id, response)
    _answer(tx, asked, RegistrationState.REJECTED, response, now, tells, None)


def delete_registration(tx: Tx, actor: Actor, registration_id: int) -> None:
    """Forget a request; the user it may have made stays.

    Raises:
        Forbidden: the actor does not manage registrations.
        NotFound: no such request.
    """
    _check_manages(actor)
    queries.get_registration(tx, registration_id)
    queries.delete_registration_row(tx, registration_id)


def ask_registration_verification(tx: Tx, email: str) -> None:
    """Mail the link once more, if somebody with this address waits. That is not told."""
    asked = queries.find_registration_by_email(tx, email)
    if asked is not None and asked.email_verified is False:
        emit(tx, RegistrationVerificationAsked(registration_id=asked.id))


def draw_registration_code(tx: Tx, asked: Registration, *, now: datetime) -> str:
    """The code to mail to somebody who asked to join."""
    return draw_mailed_code(tx, Purpose.VERIFY_REGISTRATION, asked.id, now=now)


def verify_registration(tx: Tx, registration_id: int, code: str, *, now: datetime) -> None:
    """The mailed code came back.

    Raises:
        NotFound: no such request.
        CodeRefused: the code is wrong, was used, or is too old.
    """
    queries.get_registration(tx, registration_id)
    use_mailed_code(tx, Purpose.VERIFY_REGISTRATION, registration_id, code, now=now)
    queries.update_registration(tx, registration_id, now, email_verified=True)


def _check_manages(actor: Actor) -> None:
    actor.check_is_person()
    actor.known_user()
    if not actor.may(Right.MANAGE_REGISTRATIONS):
        raise Forbidden("Only those who manage registrations may do that")


def _pending(tx: Tx, actor: Actor, registration_id: int, response: str) -> Registration:
    _check_manages(actor)
    asked = queries.get_registration(tx, registration_id)
    if asked.state is not RegistrationState.PENDING:
        raise Conflict(_ANSWERED)
    if not _SHORTEST <= len(response) <= _LONGEST:
        raise Invalid("moderationResponse", "A response has 2 to 3000 characters")
    return asked


def _answer(
    tx: Tx,
    asked: Registration,
    state: RegistrationState,
    response: str,
    now: datetime,
    tells: bool,
    user: User | None,
) -> None:
    user_id = None if user is None else user.id
    if not queries.answer_registration(tx, asked.id, state, response, user_id, now):
        raise Conflict(_ANSWERED)
    if tells:
        emit(
            tx,
            RegistrationAnswered(
                email=asked.email,
                username=asked.username,
                is_accepted=user is not None,
                response=response,
            ),
        )
