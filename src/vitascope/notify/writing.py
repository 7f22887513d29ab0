"""Which mail tells of which event.

Codes are drawn here, when the mail is about to be sent: before that there is none, and after
it only its hash is kept.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from vitascope.base.ids import EndpointId, UserId
from vitascope.core.accounts.queries import find_user_by_email
from vitascope.core.registration.answer import draw_registration_code
from vitascope.core.registration.events import (
    RegistrationAnswered,
    RegistrationVerificationAsked,
)
from vitascope.core.registration.model import RegistrationState
from vitascope.core.registration.queries import find_registration
from vitascope.core.users.events import (
    EmailVerificationAsked,
    PasswordResetAsked,
    UserBlockChanged,
)
from vitascope.core.users.mailboxes import (
    addressee,
    draw_reset_code,
    draw_verification_code,
)
from vitascope.core.webhooks.events import WebhookPaused
from vitascope.core.webhooks.queries.endpoints import find_endpoint
from vitascope.db import Tx
from vitascope.jobs import Event
from vitascope.notify import texts
from vitascope.notify.events import RegistrationNoticeAsked
from vitascope.notify.letter import Letter
from vitascope.notify.site import Site

Writer: TypeAlias = Callable[[Tx, Site, Any, datetime], Letter | None]


def write_letter(tx: Tx, site: Site, event: Event, *, now: datetime) -> Letter | None:
    """The mail that tells of ``event``; None when there is nothing left to tell, or nobody
    to tell it to.
    """
    return WRITERS[type(event)](tx, site, event, now)


def _email_verification(
    tx: Tx, site: Site, event: EmailVerificationAsked, now: datetime
) -> Letter | None:
    found = addressee(tx, UserId(event.user_id), is_pending=event.is_pending)
    if found is None or (found[0].email_verified and not event.is_pending):
        return None
    user, to = found
    code = draw_verification_code(tx, user, is_pending=event.is_pending, now=now)
    link = site.verify_email(user.id, code, is_pending=event.is_pending)
    words = texts.verify_new_address if event.is_pending else texts.verify_email
    return words(site, to, user.username, link)


def _password_reset(
    tx: Tx, site: Site, event: PasswordResetAsked, now: datetime
) -> Letter | None:
    found = addressee(tx, UserId(event.user_id))
    if found is None or found[0].is_blocked:
        return None
    user, to = found
    link = site.reset_password(
        user.id, draw_reset_code(tx, user, is_first=event.is_first, now=now)
    )
    words = texts.create_password if event.is_first else texts.reset_password
    return words(site, to, user.username, link)


def _block_change(tx: Tx, site: Site, event: UserBlockChanged, _: datetime) -> Letter | None:
    found = addressee(tx, UserId(event.user_id))
    # A mail that had to wait may be overtaken by the opposite.
    if found is None or found[0].is_blocked is not event.is_blocked:
        return None
    user, to = found
    if event.is_blocked:
        return texts.blocked(site, to, user.username, event.reason)
    return texts.unblocked(site, to, user.username)


def _registration_verification(
    tx: Tx, site: Site, event: RegistrationVerificationAsked, now: datetime
) -> Letter | None:
    asked = find_registration(tx, event.registration_id)
    is_waiting = asked is not None and asked.state is RegistrationState.PENDING
    if asked is None or not is_waiting or asked.email_verified is not False:
        return None
    code = draw_registration_code(tx, asked, now=now)
    link = site.verify_registration(asked.id, code)
    return texts.verify_registration(site, asked.email, asked.username, link)


def _registration_notice(
    tx: Tx, site: Site, event: RegistrationNoticeAsked, _: datetime
) -> Letter | None:
    asked = find_registration(tx, event.registration_id)
    found = addressee(tx, UserId(event.user_id))
    if asked is None or found is None or asked.state is not RegistrationState.PENDING:
        return None
    return texts.registration_requested(
        site, found[1], asked.id, asked.username, asked.email, asked.reason
    )


def _registration_answer(
    tx: Tx, site: Site, event: RegistrationAnswered, now: datetime
) -> Letter | None:
    to, username = event.email, event.username
    if not event.is_accepted:
        return texts.registration_rejected(site, to, username, event.response)
    user = find_user_by_email(tx, to)
    if user is None or user.email_verified is not False:
        return texts.registration_accepted(site, to, username, event.response, None)
    # The link sent with the request verifies the request, which is over.
    code = draw_verification_code(tx, user, is_pending=False, now=now)
    link = site.verify_email(user.id, code, is_pending=False)
    return texts.registration_accepted(site, to, username, event.response, link)


def _webhook_pause(tx: Tx, site: Site, event: WebhookPaused, _: datetime) -> Letter | None:
    endpoint = find_endpoint(tx, EndpointId(event.endpoint_id))
    found = addressee(tx, UserId(event.user_id))
    if endpoint is None or endpoint.paused_at is None or found is None:
        return None
    user, to = found
    # The rest of the address may hold a secret, and mails are read by others.
    host = urlsplit(endpoint.url).hostname or ""
    return texts.webhook_paused(site, to, user.username, host, is_gone=event.is_gone)


WRITERS: Mapping[type[Event], Writer] = {
    EmailVerificationAsked: _email_verification,
    PasswordResetAsked: _password_reset,
    UserBlockChanged: _block_change,
    RegistrationVerificationAsked: _registration_verification,
    RegistrationNoticeAsked: _registration_notice,
    RegistrationAnswered: _registration_answer,
    WebhookPaused: _webhook_pause,
}
