import re
import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from tests.dialects.avcaption.conftest import Client, KeyOf
from tests.dialects.runtimes import Headers
from tests.factories import NOON, actor_of
from tests.webhooks import (
    BODY,
    FAILED,
    SECRET,
    TAKEN,
    UNANSWERED,
    make_delivery,
    make_endpoint,
    pause,
)

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.webhooks.keep import MOST_ENDPOINTS, list_own_endpoints
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Endpoint
from vitascope.core.webhooks.tables import webhook_endpoints
from vitascope.db import Database, sealer_of

HOOKS = "/api/v1/webhooks"
WHEN = "2026-03-01T12:00:00.000Z"
EVENTS = "subtitle.translated, video.encoded, video.failed, video.uploaded, view.threshold"
GIVEN: dict[str, Any] = {
    "url": "https://hooks.example/take?from=video",
    "events": ["video.uploaded", "view.threshold", "video.uploaded"],
    "view_thresholds": [1000, 100, 100],
}


@pytest.fixture
def hers(db: Database, ada: User) -> Endpoint:
    with db.begin() as tx:
        return make_endpoint(tx, ada)


def kept_secret(db: Database, webhook_id: str) -> str:
    with db.read() as tx:
        sealed = tx.execute(
            sa.select(webhook_endpoints.c.sealed_secret).where(
                webhook_endpoints.c.uuid == uuid.UUID(webhook_id)
            )
        ).scalar_one()
        return sealer_of(tx).unseal(sealed)


def delivered(db: Database, user: User, endpoint: Endpoint, *attempts: Any) -> Delivery:
    with db.begin() as tx:
        state = DeliveryState.DELIVERED
        return make_delivery(tx, user, endpoint, *attempts, state=state)


def test_a_webhook_is_made_and_its_secret_shown_once(
    client: Client, db: Database, keyed: Headers
) -> None:
    answer = client.post(HOOKS, json=GIVEN, headers=keyed)

    made = answer.json()
    secret = made.pop("secret")
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    assert re.fullmatch(r"whsec_[0-9a-f]{48}", secret)
    assert made == {
        "id": made["id"],
        "url": "https://hooks.example/take?from=video",
        "events": ["video.uploaded", "view.threshold"],
        "view_thresholds": [100, 1000],
        "active": True,
        "paused_at": None,
        "failures": 0,
        "created_at": WHEN,
        "updated_at": WHEN,
    }
    assert client.get(HOOKS, headers=keyed).json() == {"webhooks": [made]}
    assert client.get(f"{HOOKS}/{made['id']}", headers=keyed).json() == made
    assert kept_secret(db, made["id"]) == secret


def test_a_secret_of_one_s_own_is_taken(client: Client, db: Database, keyed: Headers) -> None:
    given = {**GIVEN, "secret": SECRET, "active": False}

    made = client.post(HOOKS, json=given, headers=keyed).json()

    assert (made["secret"], made["active"]) == (SECRET, False)
    assert kept_secret(db, made["id"]) == SECRET


def test_a_change_keeps_what_it_does_not_say(
    client: Client, db: Database, hers: Endpoint, keyed: Headers
) -> None:
    one = f"{HOOKS}/{hers.uuid}"
    before = client.get(one, headers=keyed).json()
    given = {"events": ["video.failed"], "active": False, "view_thresholds": [5]}

    changed = client.put(one, json=given, headers=keyed)
    same = client.put(one, json={}, headers=keyed)

    expected = {**before, **given}
    assert (changed.status_code, changed.json(), same.json()) == (200, expected, expected)
    assert kept_secret(db, before["id"]) == SECRET


def test_a_secret_is_drawn_anew_and_shown_once(
    client: Client, db: Database, hers: Endpoint, keyed: Headers
) -> None:
    one = f"{HOOKS}/{hers.uuid}"

    answer = client.put(one, json={"rotate_secret": True}, headers=keyed)
    own = client.put(one, json={"secret": "another secret of mine"}, headers=keyed)

    drawn = answer.json()["secret"]
    assert re.fullmatch(r"whsec_[0-9a-f]{48}", drawn)
    assert answer.headers["cache-control"] == "no-store"
    assert "secret" not in own.json()
    assert "secret" not in client.get(one, headers=keyed).json()
    assert kept_secret(db, str(hers.uuid)) == "another secret of mine"


def test_setting_a_paused_webhook_active_ends_the_pause(
    client: Client, db: Database, hers: Endpoint, keyed: Headers
) -> None:
    with db.begin() as tx:
        pause(tx, hers)
    one = f"{HOOKS}/{hers.uuid}"

    paused = client.get(one, headers=keyed).json()
    resumed = client.put(one, json={"active": True}, headers=keyed).json()

    assert (paused["paused_at"], paused["failures"], paused["active"]) == (WHEN, 50, True)
    assert resumed == {**paused, "paused_at": None, "failures": 0}


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        (
            {},
            {"events": f"events must be some of {EVENTS}", "url": "url is required"},
        ),
        (
            {**GIVEN, "url": "http://hooks.example/"},
            {"url": "The address begins with https://"},
        ),
        ({**GIVEN, "url": "ftp://a.example/"}, {"url": "The address begins with https://"}),
        ({**GIVEN, "url": 4}, {"url": "url must be a text"}),
        *(
            ({**GIVEN, "events": events}, {"events": f"events must be some of {EVENTS}"})
            for events in ([], ["video.exploded"], ["webhook.test"], ["media.uploaded"])
        ),
        (
            {**GIVEN, "events": "video.failed", "view_thresholds": ["5"], "active": "no"},
            {
                "events": "events must be a list of texts",
                "view_thresholds": "view_thresholds must be a list of whole numbers",
                "active": "active must be true or false",
            },
        ),
        (
            {**GIVEN, "view_thresholds": [0]},
            {"view_thresholds": "Numbers of views from 1 to 2147483648"},
        ),
        (
            {"url": GIVEN["url"], "events": ["view.threshold"]},
            {"view_thresholds": "Say after how many views"},
        ),
        (
            {**GIVEN, "secret": "short"},
            {"secret": "A secret has 16 to 255 characters that can be seen"},
        ),
    ],
)
def test_a_webhook_that_cannot_be_is_told_why(
    client: Client,
    hers: Endpoint,
    keyed: Headers,
    given: dict[str, Any],
    fields: dict[str, str],
) -> None:
    before = client.get(HOOKS, headers=keyed).json()

    made = client.post(HOOKS, json=given, headers=keyed)

    assert (made.status_code, made.json()["code"], made.json()["fields"]) == (
        400,
        "validation_error",
        fields,
    )
    changed = client.put(f"{HOOKS}/{hers.uuid}", json=given, headers=keyed)
    assert changed.status_code == (200 if given == {} else 400)
    assert client.get(HOOKS, headers=keyed).json() == before


def test_an_address_that_the_server_does_not_reach_is_refused(
    client: Client, keyed: Headers
) -> None:
    answers = [
        client.post(HOOKS, json={**GIVEN, "url": url}, headers=keyed)
        for url in (
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://10.0.0.1/",
            "https://a:b@c/",
        )
    ]

    assert [(a.status_code, list(a.json()["fields"])) for a in answers] == [(400, ["url"])] * 4


def test_a_deleted_webhook_is_gone_with_its_deliveries(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    delivered(db, ada, hers, TAKEN)

    answer = client.delete(f"{HOOKS}/{hers.uuid}", headers=keyed)

    assert (answer.status_code, answer.content) == (204, b"")
    assert client.get(HOOKS, headers=keyed).json() == {"webhooks": []}
    assert client.get(f"{HOOKS}/{hers.uuid}/deliveries", headers=keyed).status_code == 404


def test_a_test_is_sent_and_shows_up_among_the_deliveries(
    client: Client, hers: Endpoint, keyed: Headers
) -> None:
    answer = client.post(f"{HOOKS}/{hers.uuid}/test", headers=keyed)

    told = answer.json()
    expected = {
        "id": told["id"],
        "event": "webhook.test",
        "status": "waiting",
        "next_attempt_at": WHEN,
        "redelivery_of": None,
        "created_at": WHEN,
        "ended_at": None,
        "attempts": [],
    }
    assert (answer.status_code, told) == (202, expected)
    assert client.get(f"{HOOKS}/{hers.uuid}/deliveries", headers=keyed).json() == {
        "deliveries": [expected],
        "page": 1,
        "per_page": 20,
        "total": 1,
        "total_pages": 1,
    }


def test_a_delivery_shows_every_attempt_with_request_and_response(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    told = delivered(db, ada, hers, FAILED, UNANSWERED)

    (shown,) = client.get(f"{HOOKS}/{hers.uuid}/deliveries", headers=keyed).json()["deliveries"]

    assert shown == {
        "id": str(told.uuid),
        "event": "webhook.test",
        "status": "delivered",
        "next_attempt_at": None,
        "redelivery_of": None,
        "created_at": WHEN,
        "ended_at": WHEN,
        "attempts": [
            {
                "at": WHEN,
                "duration_ms": 12,
                "error": "The server answered 500",
                "request": {"headers": {"X-AVCaption-Event": "webhook.test"}, "body": BODY},
                "response": {
                    "status": 500,
                    "headers": {"server": "a test"},
                    "body": "<b>broken</b>",
                },
            },
            {
                "at": "2026-03-01T12:01:00.000Z",
                "duration_ms": 10000,
                "error": "No answer within 10 seconds",
                "request": {"headers": {}, "body": BODY},
                "response": None,
            },
        ],
    }


def test_deliveries_come_in_pages_and_by_status(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    with db.begin() as tx:
        states = [*DeliveryState, DeliveryState.FAILED]
        made = [str(make_delivery(tx, ada, hers, FAILED, state=s).uuid) for s in states]
    here = f"{HOOKS}/{hers.uuid}/deliveries"

    second = client.get(here, params={"page": 2, "per_page": 3}, headers=keyed).json()
    failed = client.get(here, params={"status": "failed"}, headers=keyed).json()
    refused = client.get(here, params={"page": 0, "status": "lost"}, headers=keyed).json()

    assert [each["id"] for each in second["deliveries"]] == [made[0]]
    assert (second["total"], second["total_pages"]) == (4, 2)
    assert [each["id"] for each in failed["deliveries"]] == [made[3], made[2]]
    assert refused["fields"] == {
        "page": "page must be a whole number from 1 to 1000000000",
        "status": "status must be one of waiting, delivered, failed",
    }


def test_a_list_of_three_deliveries_costs_no_more_than_one_of_one(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    asked: list[str] = []

    def note(*values: Any) -> None:
        asked.append(values[2])

    def cost() -> int:
        asked.clear()
        client.get(f"{HOOKS}/{hers.uuid}/deliveries", headers=keyed)
        return len(asked)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        delivered(db, ada, hers, FAILED)
        one = cost()
        delivered(db, ada, hers, FAILED)
        delivered(db, ada, hers, FAILED, TAKEN)
        three = cost()
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)

    assert (one > 0, three) == (True, one)


def test_a_delivery_is_sent_again_under_an_id_of_its_own(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    told = delivered(db, ada, hers, TAKEN)
    here = f"{HOOKS}/{hers.uuid}/deliveries"

    answer = client.post(f"{here}/{told.uuid}/redeliver", headers=keyed)

    again = answer.json()
    assert (answer.status_code, again["redelivery_of"]) == (202, str(told.uuid))
    assert (again["status"], again["id"] != str(told.uuid)) == ("waiting", True)
    listed = client.get(here, headers=keyed).json()["deliveries"]
    assert [each["id"] for each in listed] == [again["id"], str(told.uuid)]


def test_webhooks_of_others_and_of_other_apis_look_as_if_there_were_none(
    client: Client, db: Database, ada: User, bob: User, keyed: Headers, key_of: KeyOf
) -> None:
    with db.begin() as tx:
        his, vsrc = make_endpoint(tx, bob), make_endpoint(tx, ada, Api.VSRC)
        told = make_delivery(tx, bob, his, TAKEN, state=DeliveryState.DELIVERED)
    refs = [str(his.uuid), str(vsrc.uuid), str(uuid.uuid4()), his.uuid.hex, "1", "nonsense"]
    paths = [
        ("GET", ""),
        ("PUT", ""),
        ("DELETE", ""),
        ("POST", "/test"),
        ("GET", "/deliveries"),
        ("POST", f"/deliveries/{told.uuid}/redeliver"),
    ]

    answers = [
        client.request(method, f"{HOOKS}/{ref}{path}", json={"active": False}, headers=keyed)
        for ref in refs
        for method, path in paths
    ]

    found = [(a.status_code, a.json()["code"], a.json()["error"]) for a in answers]
    assert found == [
        (404, "not_found", f"No such webhook: {ref}") for ref in refs for _ in paths
    ]
    assert client.get(HOOKS, headers=keyed).json() == {"webhooks": []}
    with db.read() as tx:
        assert list_own_endpoints(tx, actor_of(bob)) == [his]
        assert list_own_endpoints(tx, actor_of(ada)) == [vsrc]


def test_a_delivery_of_another_webhook_is_not_sent_again(
    client: Client, db: Database, ada: User, bob: User, hers: Endpoint, keyed: Headers
) -> None:
    with db.begin() as tx:
        told = [
            make_delivery(tx, user, make_endpoint(tx, user), TAKEN).uuid for user in (ada, bob)
        ]
    here = f"{HOOKS}/{hers.uuid}/deliveries"

    answers = [client.post(f"{here}/{each}/redeliver", headers=keyed) for each in told]

    assert [(a.status_code, a.json()["error"]) for a in answers] == [
        (404, f"No such delivery: {each}") for each in told
    ]


def test_a_key_for_reading_reads_and_changes_nothing(
    client: Client, db: Database, ada: User, hers: Endpoint, reading: Headers
) -> None:
    told = delivered(db, ada, hers, TAKEN)
    one = f"{HOOKS}/{hers.uuid}"

    answers = [
        client.post(HOOKS, json=GIVEN, headers=reading),
        client.put(one, json={"active": False}, headers=reading),
        client.delete(one, headers=reading),
        client.post(f"{one}/test", headers=reading),
        client.post(f"{one}/deliveries/{told.uuid}/redeliver", headers=reading),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "forbidden")] * 5
    assert client.get(one, headers=reading).status_code == 200
    with db.read() as tx:
        found = list_own_deliveries(tx, actor_of(ada), hers.uuid, start=0, count=9)
        assert (list_own_endpoints(tx, actor_of(ada)), found.items) == ([hers], [told])


def test_a_plan_without_webhooks_makes_none(
    client: Client, db: Database, ada: User, hers: Endpoint, keyed: Headers
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.WEBHOOKS,)))

    answers = [
        client.post(HOOKS, json=GIVEN, headers=keyed),
        client.put(f"{HOOKS}/{hers.uuid}", json={"active": True}, headers=keyed),
    ]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [(403, "plan_required")] * 2


def test_there_are_no_more_webhooks_than_the_limit(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        for _ in range(MOST_ENDPOINTS):
            make_endpoint(tx, ada)

    answer = client.post(HOOKS, json=GIVEN, headers=keyed)

    assert (answer.status_code, answer.json()["code"], answer.json()["error"]) == (
        403,
        "quota_exceeded",
        "Limit reached: 20 of 20 webhooks",
    )
