"""Steps: mails are written and handed over."""

import asyncio
import dataclasses
import logging
from datetime import timedelta

from vitascope.core.accounts.model import Role
from vitascope.core.registration.events import RegistrationRequested
from vitascope.core.users.queries import list_users_of
from vitascope.jobs import Event, emit
from vitascope.jobs.event import restore
from vitascope.notify.events import MailPostponed, RegistrationNoticeAsked
from vitascope.notify.letter import Letter
from vitascope.notify.mailroom import Mailroom
from vitascope.notify.postbox import MailDelayed, MailRefused
from vitascope.notify.writing import WRITERS, write_letter

log = logging.getLogger(__name__)

# With the pauses between them, nearly four hours: servers that greylist, or that are being
# mended, are back by then.
ATTEMPTS = 8
_BACKOFF = 4
_LONGEST_PAUSE_S = 3600.0


async def send_mail(room: Mailroom, event: Event) -> None:
    """Send the mail that tells of ``event``, if there is still something to tell.

    Raises:
        MailRefused, AddressUnusable: nobody gets it.
    """
    await _try(room, event, 1)


async def send_postponed(room: Mailroom, event: MailPostponed) -> None:
    """Try once more.

    Raises:
        MailRefused, AddressUnusable: as :func:`send_mail`, or it was the last try.
    """
    kind = {known.__name__: known for known in WRITERS}[event.about]
    await _try(room, restore(kind, event.payload), event.attempt)


async def tell_moderators(room: Mailroom, event: RegistrationRequested) -> None:
    """Ask for a mail to each who manages registrations: one that cannot be sent neither
    holds up nor repeats the others.
    """
    await asyncio.to_thread(_ask_notices, room, event)


async def _try(room: Mailroom, event: Event, attempt: int) -> None:
    letter = await asyncio.to_thread(_write, room, event)
    if letter is None:
        return
    try:
        await room.postbox.post(letter, now=room.now())
    except MailDelayed as error:
        if attempt >= ATTEMPTS:
            raise MailRefused(f"{error} ({ATTEMPTS} attempts)") from error
        log.warning("mail postponed", extra={"reason": str(error), "attempt": attempt})
        # An event with a time rather than a pause in here, which would hold a place in the
        # queue: one server that does not answer would then delay the mails to all others.
        await asyncio.to_thread(_postpone, room, event, attempt)


def _write(room: Mailroom, event: Event) -> Letter | None:
    with room.db.begin() as tx:
        return write_letter(tx, room.site(), event, now=room.now())


def _postpone(room: Mailroom, event: Event, attempt: int) -> None:
    pause_s = min(room.retry_after_s * _BACKOFF ** (attempt - 1), _LONGEST_PAUSE_S)
    postponed = MailPostponed(
        about=type(event).__name__, payload=dataclasses.asdict(event), attempt=attempt + 1
    )
    with room.db.begin() as tx:
        emit(tx, postponed, due_at=room.now() + timedelta(seconds=pause_s))


def _ask_notices(room: Mailroom, event: RegistrationRequested) -> None:
    with room.db.begin() as tx:
        for role in (Role.ADMINISTRATOR, Role.MODERATOR):
            for user in list_users_of(tx, role):
                # An address that nobody has verified may be somebody else's.
                if user.email is not None and user.email_verified is not False:
                    emit(tx, RegistrationNoticeAsked(event.registration_id, user.id))
