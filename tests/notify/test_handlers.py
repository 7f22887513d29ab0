"""Mails through the durable engine."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from tests.factories import NOON, make_user
from tests.jobs.sample import wait_for
from tests.notify.conftest import make_room
from tests.notify.mailserver import Mailbox
from tests.notify.test_steps import link_in

from vitascope.base.ids import UserId
from vitascope.core.accounts.queries import get_user
from vitascope.core.users.mailboxes import ask_password_reset, reset_password
from vitascope.db import Database
from vitascope.jobs import Queue
from vitascope.jobs.engine import Engine, JobState
from vitascope.notify import MAIL, mail_handlers

Spawn: TypeAlias = Callable[[], "subprocess.Popen[bytes]"]

pytestmark = pytest.mark.process


@pytest.fixture
def engine(db: Database, mailbox: Mailbox) -> Iterator[Engine]:
    room = make_room(db, mailbox.port, retry_after_s=0.01)
    engine = Engine(db, mail_handlers(room), [Queue(MAIL, 2)])
    engine.start()
    yield engine
    engine.stop()


@pytest.fixture
def spawn(db: Database, mailbox: Mailbox) -> Iterator[Spawn]:
    """Start a worker process; whatever still lives is killed with the test."""
    workers: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        url = db.url.render_as_string(hide_password=False)
        command = [sys.executable, "-m", "tests.notify.program", url, str(mailbox.port)]
        workers.append(subprocess.Popen(command))
        return workers[-1]

    yield start
    for worker in workers:
        _kill(worker)


def test_who_asks_for_a_password_gets_a_link_that_works(
    db: Database, engine: Engine, mailbox: Mailbox
) -> None:
    user_id = _ask_reset(db)

    wait_for(lambda: mailbox.received)

    _check_link(db, mailbox, user_id)


def test_a_mail_that_was_not_taken_comes_later(
    db: Database, engine: Engine, mailbox: Mailbox
) -> None:
    mailbox.answers = ["451 Try again later", "421 Too busy"]

    user_id = _ask_reset(db)
    wait_for(lambda: mailbox.received)

    assert mailbox.asked == ["ada@example.org"] * 3
    assert engine.failed() == []
    _check_link(db, mailbox, user_id)


def test_an_address_that_is_refused_holds_up_nobody_else(
    db: Database, engine: Engine, mailbox: Mailbox
) -> None:
    mailbox.answers = ["550 No such user"]

    _ask_reset(db)
    wait_for(engine.failed)
    _ask_reset(db, "bob")
    wait_for(lambda: mailbox.received)

    assert mailbox.asked == ["ada@example.org", "bob@example.org"]
    assert [(job.handler, job.reason) for job in engine.failed()] == [
        ("mail_password_reset", "MailRefused: ada@example.org: 550 No such user")
    ]


@pytest.mark.journey
def test_a_mail_asked_for_before_a_kill_is_sent_after_the_restart(
    db: Database, mailbox: Mailbox, spawn: Spawn
) -> None:
    mailbox.gate.clear()
    worker = spawn()
    user_id = _ask_reset(db)
    wait_for(lambda: len(mailbox.asked) == 1)

    _kill(worker)
    mailbox.gate.set()
    spawn()
    wait_for(lambda: mailbox.received)
    wait_for(lambda: _done(db, mailbox) == 1)

    assert len(mailbox.asked) == 2
    _check_link(db, mailbox, user_id)


def _ask_reset(db: Database, name: str = "ada") -> UserId:
    with db.begin() as tx:
        user = make_user(tx, name)
        ask_password_reset(tx, f"{name}@example.org")
    return user.id


def _check_link(db: Database, mailbox: Mailbox, user_id: UserId) -> None:
    with db.begin() as tx:
        reset_password(tx, user_id, link_in(mailbox).code, "a hash", now=NOON)
        assert get_user(tx, user_id).password_hash == "a hash"


def _kill(worker: "subprocess.Popen[bytes]") -> None:
    worker.kill()
    worker.wait()


def _done(db: Database, mailbox: Mailbox) -> int:
    engine = Engine(db, mail_handlers(make_room(db, mailbox.port)), [Queue(MAIL, 2)])
    count = engine.counts().get(MAIL, {}).get(JobState.DONE, 0)
    engine.stop()
    return count
