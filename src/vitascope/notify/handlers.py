"""Which steps mail what, for the wiring."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from vitascope.core.registration.events import (
    RegistrationAnswered,
    RegistrationRequested,
    RegistrationVerificationAsked,
)
from vitascope.core.users.events import (
    EmailVerificationAsked,
    PasswordResetAsked,
    UserBlockChanged,
)
from vitascope.core.webhooks.events import WebhookPaused
from vitascope.jobs import Event, Handler
from vitascope.jobs.handler import Step
from vitascope.notify.events import MailPostponed, RegistrationNoticeAsked
from vitascope.notify.mailroom import Mailroom
from vitascope.notify.steps import send_mail, send_postponed, tell_moderators

MAIL = "mail"
"""The queue of all mails."""


def mail_handlers(room: Mailroom) -> Mapping[type[Event], Sequence[Handler]]:
    """What is mailed when something happens."""
    send = partial(send_mail, room)
    return {
        EmailVerificationAsked: [_handler("mail_email_verification", send)],
        PasswordResetAsked: [_handler("mail_password_reset", send)],
        UserBlockChanged: [_handler("mail_block_change", send)],
        RegistrationRequested: [_handler("tell_moderators", partial(tell_moderators, room))],
        RegistrationNoticeAsked: [_handler("mail_registration_notice", send)],
        RegistrationVerificationAsked: [_handler("mail_registration_verification", send)],
        RegistrationAnswered: [_handler("mail_registration_answer", send)],
        WebhookPaused: [_handler("mail_webhook_pause", send)],
        MailPostponed: [_handler("mail_postponed", partial(send_postponed, room))],
    }


def _handler(name: str, run: Step) -> Handler:
    return Handler(name=name, run=run, queue=MAIL, key=_about)


def _about(event: Any) -> str:
    """Whom or what it is about, as far as the event says so by number."""
    subject = getattr(event, "user_id", None) or getattr(event, "registration_id", None)
    return "" if subject is None else str(subject)
