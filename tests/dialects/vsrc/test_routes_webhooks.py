import re
import uuid
from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, actor_of
from tests.webhooks import BODY, FAILED, TAKEN, make_delivery, make_endpoint, pause

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.webhooks.keep import MOST_ENDPOINTS, list_own_endpoints
from vitascope.core.webhooks.model import Api, DeliveryState, Endpoint
from vitascope.db import Database

HOOKS = "/api/public/v1/webhooks"
WHEN = "2026-03-01T12:00:00.000Z"
EVENTS = "media.uploaded, media.completed, media.failed"
NO_LIVE = "Live streams are not available on this server yet"
GIVEN: dict[str, Any] = {
    "url": "https://hooks.example/take",
    "events": ["media.failed", "media.completed"],
}


@pytest.fixture
def hers(db: Database, ada: User) -> Endpoint:
    with db.begin() as tx:
        return make_endpoint(tx, ada, Api.VSRC)


def test_a_webhook_is_made_and_its_secret_shown_once(client: Client, writer: Headers) -> None:
    answer = client.post(HOOKS, json=GIVEN, headers=writer)

    made = answer.json()
    secret = made["data"].pop("secret")
    shown = {
        "id": made["data"]["id"],
        "url": "https://hooks.example/take",
        "events": ["media.completed", "media.failed"],
        "active": True,
        "pausedAt": None,
        "failures": 0,
        "createdAt": WHEN,
        "updatedAt": WHEN,
    }
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    assert re.fullmatch(r"whsec_[0-9a-f]{48}", secret)
    assert made == {
        "success": True,
        "message": "Webhook created successfully",
        "data": shown,
    }
    assert client.get(HOOKS, headers=writer).json() == {"success": True, "data": [shown]}
    one = client.get(f"{HOOKS}/{shown['id']}", headers=writer)
    assert one.json() == {"success": True, "data": shown}


def test_null_counts_as_not_sent(client: Client, writer: Headers) -> None:
    bare = {**GIVEN, "secret": None, "active": None}

    made = client.post(HOOKS, json=bare, headers=writer).json()["data"]
    nulls = dict.fromkeys(("url", "events", "active", "secret", "rotateSecret"))
    same = client.put(f"{HOOKS}/{made['id']}", json=nulls, headers=writer).json()["data"]

    assert re.fullmatch(r"whsec_[0-9a-f]{48}", made.pop("secret"))
    assert (made["active"], same) == (True, made)


def test_who_has_no_webhooks_is_told_that_the_plan_lacks_them(
    client: Client, db: Database, ada: User, writer: Headers
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.WEBHOOKS,)))

    answer = client.post(HOOKS, json=GIVEN, headers=writer)

    assert (answer.status_code, answer.json()) == (
        403,
        {
            "success": False,
            "message": "Your account does not include webhooks. Ask whoever runs this server.",
            "error": {"code": "PLAN_REQUIRED"},
        },
    )


def test_a_webhook_is_changed_resumed_and_given_another_secret(
    client: Client, db: Database, hers: Endpoint, writer: Headers
) -> None:
    with db.begin() as tx:
        pause(tx, hers)
    one = f"{HOOKS}/{hers.uuid}"
    before = client.get(one, headers=writer).json()["data"]
    given = {"active": True, "events": ["media.uploaded"], "rotateSecret": True}

    answer = client.put(one, json=given, headers=writer)

    changed = answer.json()
    secret = changed["data"].pop("secret")
    assert before["pausedAt"] == WHEN
    assert re.fullmatch(r"whsec_[0-9a-f]{48}", secret)
    assert (answer.status_code, changed) == (
        200,
        {
            "success": True,
            "message": "Webhook updated successfully",
            "data": {**before, "pausedAt": None, "failures": 0, "events": ["media.uploaded"]},
        },
    )
    assert "secret" not in client.put(one, json={}, headers=writer).json()["data"]


@pytest.mark.parametrize(
    ("given", "details"),
    [
        (
            {},
            [("url", "url is required"), ("events", f"events must be some of {EVENTS}")],
        ),
        (
            {**GIVEN, "events": ["video.encoded"]},
            [("events", f"events must be some of {EVENTS}")],
        ),
        ({**GIVEN, "events": ["media.failed", "live.started"]}, [("events", NO_LIVE)]),
        ({**GIVEN, "events": ["live.ended"]}, [("events", NO_LIVE)]),
        ({**GIVEN, "url": "http://a.example"}, [("url", "The address begins with https://")]),
        ({**GIVEN, "active": 1}, [("active", "active must be true or false")]),
        ({**GIVEN, "url": 7}, [("url", "url must be a text")]),
        ({**GIVEN, "url": None}, [("url", "url is required")]),
        ({**GIVEN, "events": "all"}, [("events", "events must be a list of texts")]),
    ],
)
def test_a_webhook_that_cannot_be_is_told_why(
    client: Client, writer: Headers, given: dict[str, Any], details: list[tuple[str, str]]
) -> None:
    answer = client.post(HOOKS, json=given, headers=writer)

    assert (answer.status_code, answer.json()) == (
        400,
        {
            "success": False,
            "message": "; ".join(sentence for _, sentence in details),
            "error": {
                "code": "VALIDATION_ERROR",
                "details": [{"field": f, "message": sentence} for f, sentence in details],
            },
        },
    )
    assert client.get(HOOKS, headers=writer).json()["data"] == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"a"', b"\xff", b'{"a": ' + b"[" * 9000])
def test_a_body_that_is_no_object_is_refused(
    client: Client, writer: Headers, body: bytes
) -> None:
    answer = client.post(HOOKS, content=body, headers=writer)

    assert (answer.status_code, answer.json()["error"]["details"]) == (
        400,
        [{"field": "body", "message": "The body must be a JSON object"}],
    )


def test_a_deleted_webhook_is_gone(client: Client, hers: Endpoint, writer: Headers) -> None:
    answer = client.delete(f"{HOOKS}/{hers.uuid}", headers=writer)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "success": True,
            "message": "Webhook deleted successfully",
            "data": {"id": str(hers.uuid)},
        },
    )
    assert client.get(HOOKS, headers=writer).json()["data"] == []


def test_a_test_is_sent_and_shows_up_among_the_deliveries(
    client: Client, hers: Endpoint, writer: Headers
) -> None:
    answer = client.post(f"{HOOKS}/{hers.uuid}/test", headers=writer)

    told = answer.json()
    expected = {
        "id": told["data"]["id"],
        "event": "webhook.test",
        "status": "waiting",
        "nextAttemptAt": WHEN,
        "redeliveryOf": None,
        "createdAt": WHEN,
        "endedAt": None,
        "attempts": [],
    }
    assert (answer.status_code, told) == (
        202,
        {"success": True, "message": "Test is on its way", "data": expected},
    )
    assert client.get(f"{HOOKS}/{hers.uuid}/deliveries", headers=writer).json() == {
        "success": True,
        "data": {
            "deliveries": [expected],
            "pagination": {"page": 1, "limit": 20, "total": 1, "totalPages": 1},
        },
    }


def test_deliveries_show_their_attempts_in_pages_and_by_status(
    client: Client, db: Database, ada: User, hers: Endpoint, writer: Headers
) -> None:
    with db.begin() as tx:
        for state in DeliveryState:
            make_delivery(tx, ada, hers, FAILED, state=state)
    here = f"{HOOKS}/{hers.uuid}/deliveries"

    second = client.get(here, params={"page": 2, "limit": 2}, headers=writer).json()["data"]
    failed = client.get(here, params={"status": "failed"}, headers=writer).json()["data"]
    refused = client.get(here, params={"limit": 101, "status": "lost"}, headers=writer)

    assert [each["status"] for each in second["deliveries"]] == ["waiting"]
    assert second["pagination"] == {"page": 2, "limit": 2, "total": 3, "totalPages": 2}
    assert [each["attempts"] for each in failed["deliveries"]] == [
        [
            {
                "at": WHEN,
                "durationMs": 12,
                "error": "The server answered 500",
                "request": {"headers": {"X-AVCaption-Event": "webhook.test"}, "body": BODY},
                "response": {
                    "status": 500,
                    "headers": {"server": "a test"},
                    "body": "<b>broken</b>",
                },
            }
        ]
    ]
    assert [each["field"] for each in refused.json()["error"]["details"]] == [
        "status",
        "limit",
    ]


def test_a_delivery_is_sent_again_under_an_id_of_its_own(
    client: Client, db: Database, ada: User, hers: Endpoint, writer: Headers
) -> None:
    with db.begin() as tx:
        told = make_delivery(tx, ada, hers, TAKEN, state=DeliveryState.DELIVERED)
    here = f"{HOOKS}/{hers.uuid}/deliveries"

    answer = client.post(f"{here}/{told.uuid}/redeliver", headers=writer)

    again = answer.json()
    assert (answer.status_code, again["message"]) == (202, "Delivery is repeated")
    assert again["data"]["redeliveryOf"] == str(told.uuid)
    assert again["data"]["status"] == "waiting"


def test_webhooks_of_others_and_of_other_apis_look_as_if_there_were_none(
    client: Client, db: Database, ada: User, bob: User, writer: Headers
) -> None:
    with db.begin() as tx:
        his, other = make_endpoint(tx, bob, Api.VSRC), make_endpoint(tx, ada)
        told = make_delivery(tx, bob, his, TAKEN, state=DeliveryState.DELIVERED)
    refs = [str(his.uuid), str(other.uuid), str(uuid.uuid4()), "1", "nonsense"]
    paths = [
        ("GET", ""),
        ("PUT", ""),
        ("DELETE", ""),
        ("POST", "/test"),
        ("GET", "/deliveries"),
        ("POST", f"/deliveries/{told.uuid}/redeliver"),
    ]

    answers = [
        client.request(method, f"{HOOKS}/{ref}{path}", json={"active": False}, headers=writer)
        for ref in refs
        for method, path in paths
    ]

    found = [(a.status_code, a.json()["message"]) for a in answers]
    assert found == [(404, f"No such webhook: {ref}") for ref in refs for _ in paths]
    with db.read() as tx:
        assert list_own_endpoints(tx, actor_of(bob)) == [his]
        assert list_own_endpoints(tx, actor_of(ada)) == [other]


def test_a_read_key_reads_and_changes_nothing(
    client: Client, db: Database, ada: User, hers: Endpoint, reader: Headers
) -> None:
    one = f"{HOOKS}/{hers.uuid}"

    answers = [
        client.post(HOOKS, json=GIVEN, headers=reader),
        client.put(one, json={"active": False}, headers=reader),
        client.delete(one, headers=reader),
        client.post(f"{one}/test", headers=reader),
    ]

    assert [(a.status_code, a.json()["error"]["code"]) for a in answers] == [
        (403, "INSUFFICIENT_PERMISSIONS")
    ] * 4
    assert client.get(one, headers=reader).status_code == 200
    with db.read() as tx:
        assert list_own_endpoints(tx, actor_of(ada)) == [hers]


def test_there_are_no_more_webhooks_than_the_limit(
    client: Client, db: Database, ada: User, writer: Headers
) -> None:
    with db.begin() as tx:
        for _ in range(MOST_ENDPOINTS):
            make_endpoint(tx, ada)

    answer = client.post(HOOKS, json=GIVEN, headers=writer)

    assert (answer.status_code, answer.json()) == (
        403,
        {
            "success": False,
            "message": "Limit reached: 20 of 20 webhooks",
            "error": {"code": "QUOTA_EXCEEDED"},
        },
    )
