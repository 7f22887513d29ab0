from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import sqlalchemy as sa
from tests.factories import NOON, PASSWORD, actor_of, make_user
from tests.notify.mailserver import Mailbox

from vitascope.core.access.passwords import hash_password, verify_password
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import find_user_by_email, update_user
from vitascope.core.registration.answer import accept, reject, verify_registration
from vitascope.core.registration.events import (
    RegistrationAnswered,
    RegistrationRequested,
    RegistrationVerificationAsked,
)
from vitascope.core.registration.model import Registration, SignupMode, SignupPolicy
from vitascope.core.registration.queries import get_registration
from vitascope.core.registration.sign_up import ask_to_join
from vitascope.core.users.add import Newcomer
from vitascope.core.users.events import (
    EmailVerificationAsked,
    PasswordResetAsked,
    UserBlockChanged,
)
from vitascope.core.users.mailboxes import reset_password, verify_email
from vitascope.core.users.manage import block_user, unblock_user
from vitascope.db import Database, metadata
from vitascope.jobs import Event, pending
from vitascope.notify import Mailroom
from vitascope.notify.events import MailPostponed, RegistrationNoticeAsked
from vitascope.notify.postbox import MailRefused
from vitascope.notify.steps import ATTEMPTS, send_mail, send_postponed, tell_moderators

BY_REQUEST = SignupPolicy(mode=SignupMode.APPROVAL, verifies_email=True)


@dataclass(frozen=True)
class Link:
    path: str
    query: dict[str, str]

    @property
    def code(self) -> str:
        return self.query["verificationString"]


async def test_the_link_verifies_the_address(room: Mailroom, mailbox: Mailbox) -> None:
    user = _user(room.db, email_verified=False)

    await send_mail(room, EmailVerificationAsked(user_id=user.id, is_pending=False))

    link = link_in(mailbox)
    assert link.path == "/verify-account/email"
    assert link.query == {"userId": str(user.id), "verificationString": link.code}
    with room.db.begin() as tx:
        found = verify_email(tx, user.id, link.code, is_pending=False, now=NOON)
    assert found.email_verified is True


async def test_a_new_address_is_written_to_itself_and_replaces_the_old_one(
    room: Mailroom, mailbox: Mailbox
) -> None:
    user = _user(room.db, email_verified=True)
    with room.db.begin() as tx:
        update_user(tx, user.id, NOON, pending_email="new@example.org")

    await send_mail(room, EmailVerificationAsked(user_id=user.id, is_pending=True))

    link = link_in(mailbox)
    assert mailbox.asked == ["new@example.org"]
    assert link.query == {
        "userId": str(user.id),
        "verificationString": link.code,
        "isPendingEmail": "true",
    }
    with room.db.begin() as tx:
        found = verify_email(tx, user.id, link.code, is_pending=True, now=NOON)
    assert (found.email, found.pending_email) == ("new@example.org", None)


async def test_the_link_sets_a_new_password(room: Mailroom, mailbox: Mailbox) -> None:
    user = _user(room.db)

    await send_mail(room, PasswordResetAsked(user_id=user.id, is_first=False))

    link = link_in(mailbox)
    assert link.path == "/reset-password"
    assert link.query == {"userId": str(user.id), "verificationString": link.code}
    with room.db.begin() as tx:
        found = reset_password(tx, user.id, link.code, hash_password("a new one"), now=NOON)
    assert verify_password(found.password_hash, "a new one")


async def test_the_link_to_a_first_password_is_good_for_days(
    room: Mailroom, mailbox: Mailbox
) -> None:
    user = _user(room.db)

    await send_mail(room, PasswordResetAsked(user_id=user.id, is_first=True))

    (received,) = mailbox.received
    assert received.message["Subject"] == "Our videos: choose your password"
    later = NOON + timedelta(days=6)
    with room.db.begin() as tx:
        found = reset_password(tx, user.id, link_in(mailbox).code, "a hash", now=later)
    assert found.password_hash == "a hash"


async def test_what_is_kept_of_a_link_is_no_way_in(room: Mailroom, mailbox: Mailbox) -> None:
    user = _user(room.db)

    await send_mail(room, PasswordResetAsked(user_id=user.id, is_first=False))

    code = link_in(mailbox).code
    assert _rows_with(room.db, "mailed_codes") != []
    assert [table for table in metadata.tables if code in str(_rows_with(room.db, table))] == []


async def test_the_link_verifies_the_address_of_a_request_to_join(
    room: Mailroom, mailbox: Mailbox
) -> None:
    asked = _asked(room.db)

    await send_mail(room, RegistrationVerificationAsked(registration_id=asked.id))

    link = link_in(mailbox)
    assert link.path == "/verify-account/email"
    assert link.query == {
        "registrationId": str(asked.id),
        "verificationString": link.code,
    }
    with room.db.begin() as tx:
        verify_registration(tx, asked.id, link.code, now=NOON)
        assert get_registration(tx, asked.id).email_verified is True


async def test_who_was_accepted_reads_the_answer_and_can_still_verify_the_address(
    room: Mailroom, mailbox: Mailbox
) -> None:
    asked = _asked(room.db)
    _answer(room.db, asked, is_accepted=True, response="Welcome.\nBe kind.")

    await send_mail(room, _answered(asked, is_accepted=True, response="Welcome.\nBe kind."))

    (received,) = mailbox.received
    assert received.recipients == ["zoe@example.org"]
    assert "\n\n> Welcome.\n> Be kind.\n\n" in received.text
    with room.db.begin() as tx:
        user = find_user_by_email(tx, "zoe@example.org")
        assert user is not None
        verified = verify_email(tx, user.id, link_in(mailbox).code, is_pending=False, now=NOON)
    assert verified.email_verified is True


async def test_who_was_rejected_reads_the_answer(room: Mailroom, mailbox: Mailbox) -> None:
    asked = _asked(room.db)
    _answer(room.db, asked, is_accepted=False, response="We are full.")

    await send_mail(room, _answered(asked, is_accepted=False, response="We are full."))

    (received,) = mailbox.received
    assert received.message["Subject"] == "Our videos: your request to join"
    assert received.text == (
        "Hello zoe,\n\n"
        "you cannot join Our videos. The answer to your request:\n\n"
        "> We are full.\n\n"
        "Our videos\nhttps://video.example\n"
    )


async def test_a_request_to_join_is_told_to_each_who_can_answer_it(
    room: Mailroom, mailbox: Mailbox
) -> None:
    _user(room.db, "root", role=Role.ADMINISTRATOR)
    _user(room.db, "mo", role=Role.MODERATOR)
    _user(room.db, "unsure", role=Role.MODERATOR, email_verified=False)
    _user(room.db, "ada")
    asked = _asked(room.db)

    await tell_moderators(room, RegistrationRequested(registration_id=asked.id))
    for event in _emitted(room.db, RegistrationNoticeAsked):
        await send_mail(room, event)

    assert mailbox.asked == ["root@example.org", "mo@example.org"]
    received = mailbox.received[0]
    assert received.message["Subject"] == "Our videos: zoe asks to join"
    assert "\n\n> I like films.\n\n" in received.text


async def test_who_is_blocked_reads_why_and_hears_when_it_is_over(
    room: Mailroom, mailbox: Mailbox
) -> None:
    root = actor_of(_user(room.db, "root", role=Role.ADMINISTRATOR))
    user = _user(room.db)

    with room.db.begin() as tx:
        block_user(tx, root, user.id, reason="Spam", now=NOON)
    await send_mail(room, UserBlockChanged(user.id, is_blocked=True, reason="Spam"))
    with room.db.begin() as tx:
        unblock_user(tx, root, user.id, now=NOON)
    await send_mail(room, UserBlockChanged(user.id, is_blocked=False, reason=None))

    assert [received.message["Subject"] for received in mailbox.received] == [
        "Our videos: you have been blocked",
        "Our videos: you can log in again",
    ]
    assert "> Spam" in mailbox.received[0].text


async def test_what_is_no_longer_true_is_not_mailed(room: Mailroom, mailbox: Mailbox) -> None:
    root = actor_of(_user(room.db, "root", role=Role.ADMINISTRATOR))
    user, asked = _user(room.db, email_verified=True), _asked(room.db)
    with room.db.begin() as tx:
        block_user(tx, root, user.id, now=NOON)
    _answer(room.db, asked, is_accepted=False, response="No")

    for event in (
        UserBlockChanged(user.id, is_blocked=False, reason=None),
        PasswordResetAsked(user.id, is_first=False),
        EmailVerificationAsked(user.id, is_pending=False),
        EmailVerificationAsked(user.id, is_pending=True),
        RegistrationVerificationAsked(asked.id),
        RegistrationNoticeAsked(asked.id, user.id),
    ):
        await send_mail(room, event)

    assert mailbox.asked == []


@pytest.mark.parametrize(
    "event",
    [
        EmailVerificationAsked(user_id=404, is_pending=False),
        EmailVerificationAsked(user_id=404, is_pending=True),
        PasswordResetAsked(user_id=404, is_first=False),
        UserBlockChanged(user_id=404, is_blocked=True, reason=None),
        RegistrationVerificationAsked(registration_id=404),
        RegistrationNoticeAsked(registration_id=404, user_id=404),
    ],
)
async def test_who_is_gone_is_not_written_to(
    room: Mailroom, mailbox: Mailbox, event: Event
) -> None:
    await send_mail(room, event)

    assert mailbox.asked == []


async def test_a_mail_that_was_not_taken_is_tried_again_later_with_a_new_code(
    room: Mailroom, mailbox: Mailbox
) -> None:
    user = _user(room.db)
    mailbox.answers = ["451 Try again later"]

    await send_mail(room, PasswordResetAsked(user_id=user.id, is_first=False))
    (postponed,) = _emitted(room.db, MailPostponed)
    await send_postponed(room, postponed)

    assert postponed == MailPostponed(
        about="PasswordResetAsked",
        payload={"user_id": user.id, "is_first": False},
        attempt=2,
    )
    assert mailbox.asked == ["ada@example.org", "ada@example.org"]
    with room.db.begin() as tx:
        reset_password(tx, user.id, link_in(mailbox).code, "a hash", now=NOON)


async def test_pauses_grow_until_the_mail_is_given_up(room: Mailroom, mailbox: Mailbox) -> None:
    user = _user(room.db)
    mailbox.answers = ["451 Try again later"] * ATTEMPTS

    await send_mail(room, PasswordResetAsked(user_id=user.id, is_first=False))
    for _ in range(2, ATTEMPTS):
        await send_postponed(room, _emitted(room.db, MailPostponed)[-1])
    with pytest.raises(MailRefused) as caught:
        await send_postponed(room, _emitted(room.db, MailPostponed)[-1])

    assert str(caught.value) == "ada@example.org: 451 Try again later (8 attempts)"
    assert _pauses_s(room.db) == [30, 120, 480, 1920, 3600, 3600, 3600]


def _user(db: Database, name: str = "ada", **values: Any) -> User:
    with db.begin() as tx:
        return make_user(tx, name, **values)


def _asked(db: Database) -> Registration:
    newcomer = Newcomer(
        username="zoe", email="zoe@example.org", password_hash=hash_password(PASSWORD)
    )
    with db.begin() as tx:
        return ask_to_join(
            tx, BY_REQUEST, newcomer, reason="I like films.", address="192.0.2.1", now=NOON
        )


def _answer(db: Database, asked: Registration, *, is_accepted: bool, response: str) -> None:
    with db.begin() as tx:
        judge = actor_of(make_user(tx, "judge", Role.MODERATOR))
        if is_accepted:
            accept(tx, judge, BY_REQUEST, asked.id, response=response, now=NOON)
        else:
            reject(tx, judge, asked.id, response=response, now=NOON)


def _answered(asked: Registration, *, is_accepted: bool, response: str) -> Event:
    return RegistrationAnswered(
        email=asked.email, username=asked.username, is_accepted=is_accepted, response=response
    )


def link_in(mailbox: Mailbox) -> Link:
    (received,) = mailbox.received
    parts = urlsplit(received.link)
    assert f"{parts.scheme}://{parts.netloc}" == "https://video.example"
    return Link(parts.path, dict(parse_qsl(parts.query)))


def _emitted(db: Database, kind: type[Event]) -> list[Any]:
    with db.read() as tx:
        return [kind(**payload) for name, payload in pending(tx) if name == kind.__name__]


def _pauses_s(db: Database) -> list[float]:
    events = metadata.tables["job_events"]
    query = sa.select(events.c.due_at).where(events.c.name == MailPostponed.__name__)
    with db.read() as tx:
        rows = tx.execute(query.order_by(events.c.seq)).scalars()
        return [(due_at - NOON).total_seconds() for due_at in rows]


def _rows_with(db: Database, table: str) -> list[Any]:
    with db.read() as tx:
        return list(tx.execute(sa.select(metadata.tables[table])))
