import hashlib
import hmac
import logging
import threading
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa
from tests.core.webhooks.making import take
from tests.factories import actor_of, make_user
from tests.notify.webhooks.conftest import HERE, Hire
from tests.notify.webhooks.receiver import Receiver, Told, wait_until
from tests.notify.webhooks.telling import (
    AT_ONCE,
    SECRET,
    add,
    attempts_of,
    kept,
    names_of,
    states,
    told_of,
    uuids,
    wait_until_ended,
)

from vitascope.core.accounts.model import User
from vitascope.core.webhooks import bell
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.core.webhooks.keep import (
    EndpointChanges,
    change_endpoint,
    own_endpoint,
)
from vitascope.core.webhooks.log import (
    redeliver,
    send_test,
)
from vitascope.core.webhooks.model import (
    Api,
    DeliveryState,
    Happening,
)
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.core.webhooks.record import record
from vitascope.db import Database
from vitascope.notify.webhooks import Courier
from vitascope.notify.webhooks.desk import Desk


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def test_what_happens_arrives_signed(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint, lane = add(db, ada, f"{receiver.url}/hook?a=1"), uuid4()
    hire(db)
    details = {"title": "Größe", "filename": "a.mp4", "size_bytes": 7, "embed_token": "e"}

    with db.begin() as tx:
        now = datetime.now(UTC)
        record(tx, ada.account.id, Happening.VIDEO_UPLOADED, lane, details, now=now)
    wait_until_ended(db, ada, endpoint)

    (told,), (delivery,) = receiver.told, kept(db, ada, endpoint)
    assert told.path == "/hook?a=1"
    assert told.json == {
        "id": str(delivery.uuid),
        "event": "video.uploaded",
        "created_at": now.strftime("%Y-%m-%dT%H:%M:%S.") + f"{now.microsecond // 1000:03}Z",
        "data": {
            "video_id": str(lane),
            "title": "Größe",
            "filename": "a.mp4",
            "size": 7,
            "embed_token": "e",
        },
    }
    key, at = SECRET.encode(), told.headers["x-avcaption-timestamp"]
    signed = hmac.new(key, told.body, hashlib.sha256).hexdigest()
    timed = hmac.new(key, at.encode() + b"." + told.body, hashlib.sha256).hexdigest()
    assert told.headers["x-avcaption-signature"] == f"sha256={signed}"
    assert told.headers["x-avcaption-signature-v2"] == f"t={at},v1={timed}"
    assert (delivery.state, delivery.body) == (DeliveryState.DELIVERED, told.body.decode())
    (attempt,) = attempts_of(db, ada, delivery)
    assert {name.lower(): value for name, value in attempt.request_headers.items()}.items() <= (
        told.headers.items()
    )
    assert (attempt.status, attempt.error) == (200, None)


def test_a_failed_delivery_is_sent_again_as_it_was_before_the_next_of_its_video(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    answers = iter([500, 503, 200, 200])
    receiver.answer = lambda _: next(answers)
    endpoint, lane = add(db, ada, receiver.url), uuid4()
    first, second = told_of(db, endpoint, lane, lane)

    hire(db, retry_after_s=AT_ONCE)
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([first, first, first, second])
    assert len({each.body for each in receiver.told[:3]}) == 1
    assert states(db, ada, endpoint) == [DeliveryState.DELIVERED] * 2
    assert [(a.status, a.error) for a in attempts_of(db, ada, first)] == [
        (500, "The server answered 500"),
        (503, "The server answered 503"),
        (200, None),
    ]


def test_what_always_fails_is_given_up_and_its_video_goes_on(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint, lane = add(db, ada, receiver.url), uuid4()
    first, second = told_of(db, endpoint, lane, lane)
    bad = str(first.uuid)
    receiver.answer = lambda told: 500 if told.headers["x-avcaption-delivery"] == bad else 200

    hire(db, retry_after_s=AT_ONCE)
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([first] * 6 + [second])
    assert states(db, ada, endpoint) == [DeliveryState.FAILED, DeliveryState.DELIVERED]


def test_what_waits_for_its_retry_keeps_no_other_video_waiting(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint, lane, other = add(db, ada, receiver.url), uuid4(), uuid4()
    first, _, beside = told_of(db, endpoint, lane, lane, other)
    bad = str(first.uuid)
    receiver.answer = lambda told: 500 if told.headers["x-avcaption-delivery"] == bad else 200

    hire(db)
    wait_until(lambda: states(db, ada, endpoint)[2] is DeliveryState.DELIVERED, "the other")

    assert sorted(names_of(receiver.told)) == sorted(uuids([first, beside]))


def test_no_answer_in_time_is_a_failure(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    answers = iter([None, 200])
    receiver.answer = lambda _: next(answers)
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())

    hire(db, timeout_s=0.5, retry_after_s=AT_ONCE)
    wait_until_ended(db, ada, endpoint)

    assert [(a.status, a.error) for a in attempts_of(db, ada, delivery)] == [
        (None, "No answer within 0.5 seconds"),
        (200, None),
    ]


def test_a_private_address_is_not_reached_where_it_is_not_allowed(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())

    hire(db, guard=AddressPolicy().guard, retry_after_s=())
    wait_until_ended(db, ada, endpoint)

    (attempt,) = attempts_of(db, ada, delivery)
    assert receiver.told == []
    assert (attempt.status, attempt.error) == (
        None,
        "The address is on a private network, which this server does not reach",
    )


def test_an_endpoint_where_all_fails_is_paused_and_goes_on_when_it_is_switched_on(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    receiver.answer = lambda _: 500
    endpoint, actor = add(db, ada, receiver.url), actor_of(ada)
    with db.begin() as tx:
        save_health(tx, endpoint.id, failures=48, paused_at=None)
    made = told_of(db, endpoint, *(uuid4() for _ in range(3)))
    hire(db)

    def paused() -> bool:
        with db.read() as tx:
            return own_endpoint(tx, actor, endpoint.uuid).paused_at is not None

    wait_until(paused, "the endpoint is paused")
    while_paused = states(db, ada, endpoint)
    receiver.answer = lambda _: 200
    with db.begin() as tx:
        resumed = EndpointChanges(is_active=True)
        change_endpoint(tx, actor, endpoint.uuid, resumed, now=datetime.now(UTC))
    wait_until_ended(db, ada, endpoint)

    # Where so much has failed, there is one place: nothing was sent beyond the fiftieth.
    assert while_paused == [DeliveryState.WAITING] * 3
    assert sorted(Counter(names_of(receiver.told)).values()) == [1, 2, 2]
    assert set(names_of(receiver.told)) == set(uuids(made))


def test_a_repeated_delivery_has_the_same_body_and_another_name(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())
    hire(db)
    wait_until_ended(db, ada, endpoint)

    with db.begin() as tx:
        again = redeliver(tx, actor_of(ada), delivery.uuid, now=datetime.now(UTC))
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([delivery, again])
    assert receiver.told[0].body == receiver.told[1].body


def test_a_test_is_sent_in_the_words_and_under_the_headers_that_were_asked_for(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url, api=Api.VSRC)
    hire(db, header_prefix="X-Videos")

    with db.begin() as tx:
        told = send_test(tx, actor_of(ada), endpoint.uuid, now=datetime.now(UTC))
    wait_until_ended(db, ada, endpoint)

    (got,) = receiver.told
    assert got.headers["x-videos-delivery"] == str(told.uuid)
    assert got.headers["x-videos-event"] == got.json["event"] == "webhook.test"
    assert got.json["data"] == {"webhookId": str(endpoint.uuid)}


def test_what_a_dead_process_had_claimed_is_sent_when_its_claim_runs_out(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())
    long_ago = datetime.now(UTC)
    with db.begin() as tx:
        assert take(tx, "dead", now=long_ago) == [delivery]

    hire(db, now=lambda: datetime.now(UTC) + timedelta(minutes=2))
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([delivery])


def test_on_an_embedded_database_what_was_claimed_before_is_sent_at_once(
    sqlite_db: Database, receiver: Receiver, hire: Hire
) -> None:
    with sqlite_db.begin() as tx:
        ada = make_user(tx)
    endpoint = add(sqlite_db, ada, receiver.url)
    (delivery,) = told_of(sqlite_db, endpoint, uuid4())
    with sqlite_db.begin() as tx:
        take(tx, "dead", now=datetime.now(UTC))

    hire(sqlite_db)
    wait_until_ended(sqlite_db, ada, endpoint)

    assert names_of(receiver.told) == uuids([delivery])


def test_what_is_under_way_when_it_stops_is_left_to_the_next(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    answers = iter([None, 200])
    receiver.answer = lambda _: next(answers)
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())
    first = hire(db, timeout_s=600)
    receiver.wait_for(1)

    first.stop()
    first.stop()
    hire(db)
    wait_until_ended(db, ada, endpoint)

    assert names_of(receiver.told) == uuids([delivery, delivery])
    assert [a.status for a in attempts_of(db, ada, delivery)] == [200]


def test_what_is_answered_while_it_stops_is_noted(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def answer(_: Told) -> int:
        asked.set()
        go_on.wait()
        return 200

    receiver.answer = answer
    endpoint = add(db, ada, receiver.url)
    told_of(db, endpoint, uuid4())
    courier = hire(db, grace_s=600)
    asked.wait()
    stopping = threading.Thread(target=courier.stop)

    stopping.start()
    go_on.set()
    stopping.join()

    assert states(db, ada, endpoint) == [DeliveryState.DELIVERED]


def test_a_courier_can_be_started_again(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    courier = hire(db)
    courier.stop()
    told_of(db, endpoint, uuid4())

    courier.start()
    wait_until_ended(db, ada, endpoint)

    assert len(receiver.told) == 1


def test_stopping_one_that_was_never_started_does_nothing(db: Database) -> None:
    Courier(db, HERE, lambda: datetime.now(UTC)).stop()


def test_while_the_database_is_away_there_is_one_message_and_then_it_goes_on(
    sqlite_db: Database, receiver: Receiver, hire: Hire, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "vitascope.notify")
    with sqlite_db.begin() as tx:
        ada = make_user(tx)
    endpoint = add(sqlite_db, ada, receiver.url)
    told_of(sqlite_db, endpoint, uuid4())
    with sqlite_db.begin() as tx:
        tx.execute(sa.text("ALTER TABLE webhook_endpoints RENAME TO away"))

    hire(sqlite_db)
    wait_until(lambda: caplog.messages != [], "a message")
    bell.ring()
    with sqlite_db.begin() as tx:
        tx.execute(sa.text("ALTER TABLE away RENAME TO webhook_endpoints"))
    wait_until_ended(sqlite_db, ada, endpoint)
    wait_until(lambda: len(caplog.messages) > 1, "another message")

    assert caplog.messages == ["webhooks are not being sent", "webhooks are sent again"]
    assert len(receiver.told) == 1


def test_a_webhook_whose_secret_is_lost_says_so(
    db: Database, ada: User, receiver: Receiver, hire: Hire
) -> None:
    endpoint = add(db, ada, receiver.url)
    (delivery,) = told_of(db, endpoint, uuid4())
    url = db.url.render_as_string(hide_password=False)
    other = Database(url, secret=b"another secret of the server")

    courier = hire(other, retry_after_s=())
    wait_until_ended(db, ada, endpoint)
    courier.stop()
    other.close()

    (attempt,) = attempts_of(db, ada, delivery)
    assert (receiver.told, attempt.error) == (
        [],
        "The secret cannot be read any more: set another one",
    )


@pytest.mark.postgres
def test_of_two_couriers_none_sends_what_the_other_sends(
    postgres_db: Database, receiver: Receiver, hire: Hire
) -> None:
    db, lanes = postgres_db, [uuid4() for _ in range(8)]
    with db.begin() as tx:
        ada = make_user(tx)
    endpoints = [add(db, ada, f"{receiver.url}/{n}") for n in range(3)]
    for _ in range(5):
        for endpoint in endpoints:
            told_of(db, endpoint, *lanes)

    for _ in range(2):
        hire(db)
    wait_until_ended(db, ada, *endpoints)

    order: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in receiver.told:
        lane = each.json["data"]["video_id"]
        order[each.path, lane].append(each.headers["x-avcaption-delivery"])
    expected: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, endpoint in enumerate(endpoints):
        for delivery in kept(db, ada, endpoint):
            expected[f"/{number}", str(delivery.lane)].append(str(delivery.uuid))
    assert len(receiver.told) == 120
    assert order == expected


@pytest.mark.postgres
def test_two_couriers_that_look_at_the_same_moment_claim_everything_once(
    postgres_db: Database,
) -> None:
    with postgres_db.begin() as tx:
        ada = make_user(tx)
    endpoint = add(postgres_db, ada, "http://127.0.0.1:9/")
    desks = [
        Desk(db=postgres_db, name=name, now=lambda: datetime.now(UTC)) for name in ("a", "b")
    ]
    claimed: list[str] = []
    for _ in range(5):
        told_of(postgres_db, endpoint, *(uuid4() for _ in range(4)))
        together = threading.Barrier(2)

        def look(desk: Desk, together: threading.Barrier = together) -> None:
            together.wait()
            claimed.extend(str(each.delivery.uuid) for each in desk.take({}))

        threads = [threading.Thread(target=look, args=(desk,)) for desk in desks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(claimed) == len(set(claimed))
    assert 4 <= len(claimed) <= 20
