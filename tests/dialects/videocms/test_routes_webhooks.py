from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import allow

from vitascope.core.accounts.model import User
from vitascope.db import Database

NEW = {
    "Name": "Who watches",
    "Url": "https://beats.example/take",
    "Rpm": 6,
    "ReqQuery": "user",
    "ResField": "uid",
}
OK = words(200, "ok")
UNKNOWN = words(404, "code=404, message=Not Found")


def shown(client: Client, caller: Headers) -> Any:
    return client.get("/api/webhooks", headers=caller).json()


def add(client: Client, caller: Headers, **values: Any) -> Any:
    return whole(client.post("/api/webhook", json=NEW | values, headers=caller))


def test_a_webhook_is_kept_and_listed_whole(client: Client, his: Headers, bob: User) -> None:
    added = add(client, his)

    listed = client.get("/api/webhooks", headers=his)

    assert added == OK
    assert listed.text.endswith("]\n")
    assert listed.json() == [
        {
            "ID": 1,
            "CreatedAt": "2026-03-01T12:00:00Z",
            "UpdatedAt": "2026-03-01T12:00:00Z",
            "DeletedAt": None,
            "Name": "Who watches",
            "Url": "https://beats.example/take",
            "Rpm": 6,
            "ReqQuery": "user",
            "ResField": "uid",
            "UserID": bob.id,
        }
    ]


def test_names_of_fields_are_known_in_any_case(client: Client, his_key: Headers) -> None:
    folded = {name.lower(): value for name, value in NEW.items()}

    added = whole(client.post("/api/webhook", json=folded, headers=his_key))

    assert (added, [row["Name"] for row in shown(client, his_key)]) == (OK, ["Who watches"])


def test_a_change_replaces_everything(client: Client, his: Headers) -> None:
    add(client, his)
    [row] = shown(client, his)

    changed = whole(
        client.put("/api/webhook", json=NEW | {"WebhookID": row["ID"], "Rpm": 60}, headers=his)
    )

    assert (changed, shown(client, his)) == (OK, [row | {"Rpm": 60}])


def test_a_removed_one_is_gone(client: Client, his: Headers) -> None:
    add(client, his)
    [row] = shown(client, his)
    gone = {"WebhookID": row["ID"]}

    removed = whole(client.request("DELETE", "/api/webhook", json=gone, headers=his))
    again = whole(client.request("DELETE", "/api/webhook", json=gone, headers=his))

    assert (removed, again, shown(client, his)) == (OK, UNKNOWN, [])


def test_anothers_webhook_is_unknown_to_an_administrator_too(
    client: Client, his: Headers, admin: Headers
) -> None:
    add(client, his)
    [row] = shown(client, his)
    his_one = {"WebhookID": row["ID"]}

    changed = whole(client.put("/api/webhook", json=NEW | his_one, headers=admin))
    removed = whole(client.request("DELETE", "/api/webhook", json=his_one, headers=admin))

    assert (changed, removed) == (UNKNOWN, UNKNOWN)
    assert (shown(client, admin), shown(client, his)) == ([], [row])


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"Name": ""}, "Name [required] : "),
        ({"Name": "n" * 121}, "Name [max] : 120"),
        ({"Url": None}, "Url [required] : "),
        ({"Url": "x"}, "Url [min] : 4"),
        ({"Url": "https://" + "a" * 250}, "Url [max] : 255"),
        ({"Url": "ftp://a.example"}, "Url [http_url] : "),
        ({"Rpm": 0}, "Rpm [required] : "),
        ({"Rpm": 61}, "Rpm [max] : 60"),
        ({"Rpm": "often"}, "malformated request"),
        ({"ReqQuery": ""}, "ReqQuery [required] : "),
        ({"ReqQuery": "user1"}, "ReqQuery [alpha] : "),
        ({"ResField": "r" * 51}, "ResField [max] : 50"),
    ],
)
def test_a_value_that_breaks_a_rule_is_named(
    client: Client, his: Headers, values: dict[str, Any], said: str
) -> None:
    refused = add(client, his, **values)

    assert (refused, shown(client, his)) == (words(400, said), [])


def test_a_change_needs_the_number_of_one(client: Client, his: Headers) -> None:
    missing = whole(client.put("/api/webhook", json=NEW, headers=his))
    unknown = whole(client.put("/api/webhook", json=NEW | {"WebhookID": 2**40}, headers=his))

    assert (missing, unknown) == (words(400, "WebhookID [required] : "), UNKNOWN)


def test_the_limits_of_the_user_hold(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    allow(db, bob, max_webhooks=1)
    add(client, his)

    one_more = add(client, his)
    allow(db, bob, webhooks_enabled=False)
    not_allowed = add(client, his)

    assert one_more == words(400, "exceeded max webhooks")
    assert not_allowed == words(403, "webhooks disabled")
    assert len(shown(client, his)) == 1
