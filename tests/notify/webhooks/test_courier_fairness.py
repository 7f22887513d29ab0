import threading
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from tests.core.webhooks.making import make_delivery
from tests.factories import make_user
from tests.notify.webhooks.conftest import Hire
from tests.notify.webhooks.receiver import Receiver, receiving
from tests.notify.webhooks.telling import (
    add,
    attempts_of,
    names_of,
    told_of,
    uuids,
    wait_until_ended,
)

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.fetch.lookups import Lookups


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def test_a_receiver_that_never_answers_delays_nobody_else(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    with receiving() as dead:
        dead.answer = lambda _: None
        slow, quick = add(db, ada, dead.url), add(db, ada, receiver.url)
        told_of(db, slow, *(uuid4() for _ in range(100)))
        hire(db, timeout_s=600)
        dead.wait_for(4)

        told_of(db, quick, *(uuid4() for _ in range(20)))
        wait_until_ended(db, ada, quick)

        assert (len(dead.told), len(receiver.told)) == (4, 20)


def test_one_user_with_many_slow_receivers_delays_nobody_else(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    with receiving() as dead:
        dead.answer = lambda _: None
        for number in range(20):
            told_of(db, add(db, ada, f"{dead.url}/{number}"), *(uuid4() for _ in range(4)))
        with db.begin() as tx:
            bob = make_user(tx, "bob")
        quick = add(db, bob, receiver.url)
        hire(db, timeout_s=600)
        dead.wait_for(8)

        told_of(db, quick, *(uuid4() for _ in range(20)))
        wait_until_ended(db, bob, quick)

        assert (len({each.path for each in dead.told}), len(dead.told)) == (8, 8)
        assert len(receiver.told) == 20


def test_a_receiver_that_answered_slowly_is_told_of_one_thing_at_a_time(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    with receiving() as slow:
        answers = iter([200] * 4)
        slow.answer = lambda _: next(answers, None)
        told_of(db, add(db, ada, slow.url), *(uuid4() for _ in range(20)))
        quick = add(db, ada, receiver.url)
        hire(db, timeout_s=600, slow_after_s=-1)
        slow.wait_for(5)

        told_of(db, quick, *(uuid4() for _ in range(20)))
        wait_until_ended(db, ada, quick)

        assert (len(slow.told), len(receiver.told)) == (5, 20)


def test_names_that_are_looked_up_slowly_delay_nobody_else(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    go_on = threading.Event()

    def ask(host: str) -> list[str]:
        if host.startswith("slow"):
            go_on.wait()
        return ["127.0.0.1"]

    async def resolve(host: str, _port: int) -> list[str]:
        return await lookups.addresses_of(host)

    lookups = Lookups(ask)
    for number in range(8):
        told_of(db, add(db, ada, f"http://slow{number}.example/"), uuid4())
    with db.begin() as tx:
        bob = make_user(tx, "bob")
    quick = add(db, bob, receiver.url.replace("127.0.0.1", "quick.example"))
    courier = hire(db, guard=Guard(["127.0.0.0/8"], resolver=resolve), timeout_s=600)

    told_of(db, quick, *(uuid4() for _ in range(20)))
    wait_until_ended(db, bob, quick)
    courier.stop()
    is_stopped_before = not go_on.is_set()
    go_on.set()

    assert (len(receiver.told), is_stopped_before) == (20, True)


def test_what_has_no_words_fails_and_keeps_nothing_else_waiting(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    with db.begin() as tx:
        now = datetime.now(UTC)
        bad = make_delivery(tx, endpoint, details={"nothing": "of use"}, now=now)
    (good,) = told_of(db, endpoint, uuid4())

    hire(db, retry_after_s=())
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([good])
    assert [a.error for a in attempts_of(db, ada, bad)] == [
        "This server has no words for what happened"
    ]
