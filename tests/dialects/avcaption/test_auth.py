from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf, OpenClient
from tests.dialects.runtimes import Headers
from tests.factories import NOON, make_video

from vitascope.core.access.keys import revoke_key
from vitascope.core.access.model import KeyKind, SessionKind
from vitascope.core.access.queries.keys import list_key_uses, list_keys
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.uses import Uses

STATS = "/api/v1/stats"
RID = {"X-Request-ID": "request-0001"}
UNKNOWN_KEY = "This API key is unknown or was revoked"
UNKNOWN_TOKEN = "This token is unknown or was revoked"


def refusal(code: str, error: str) -> tuple[int, str, dict[str, Any]]:
    body = {"error": error, "code": code, "request_id": "request-0001"}
    return (401, "Bearer", body)


def test_a_key_opens_in_each_of_its_three_places(
    client: Client, key_of: KeyOf, ada: User
) -> None:
    key = key_of(ada)

    answers = [
        client.get(STATS, headers={"X-API-Key": key}),
        client.get(STATS, params={"api_key": key}),
        client.get(STATS, headers={"Authorization": f"Bearer {key}"}),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_a_key_of_videocms_and_any_session_open_as_their_user(
    client: Client,
    db: Database,
    key_of: KeyOf,
    session_of: Callable[[User, SessionKind], Headers],
    ada: User,
) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
    shown = [
        {"Authorization": f"Bearer {key_of(ada, KeyKind.VIDEOCMS)}"},
        session_of(ada, SessionKind.JWT),
        session_of(ada, SessionKind.TOKEN),
    ]

    answers = [client.get(STATS, headers=headers) for headers in shown]

    assert [answer.json()["total_videos"] for answer in answers] == [1, 1, 1]


def test_a_header_for_keys_comes_before_a_bearer(
    client: Client, keyed: Headers, logged_in: Headers
) -> None:
    wrong = {**logged_in, "X-API-Key": "avc_wrong"}

    answers = [
        client.get(STATS, headers={**keyed, "Authorization": "Bearer nonsense"}),
        client.get(STATS, headers=wrong),
    ]

    assert [answer.status_code for answer in answers] == [200, 401]


@pytest.mark.parametrize(
    ("headers", "code", "error"),
    [
        ({}, "unauthorized", "Send an API key as X-API-Key, or a token as a bearer"),
        ({"X-API-Key": "avc_" + "0" * 64}, "invalid_api_key", UNKNOWN_KEY),
        ({"X-API-Key": ""}, "invalid_api_key", UNKNOWN_KEY),
        ({"X-API-Key": "0" * 40}, "invalid_api_key", UNKNOWN_KEY),
        ({"Authorization": "Bearer ak_" + "0" * 64}, "invalid_api_key", UNKNOWN_KEY),
        ({"Authorization": "Bearer vsrc_" + "0" * 48}, "invalid_api_key", UNKNOWN_KEY),
        ({"Authorization": "Bearer a.b.c"}, "unauthorized", UNKNOWN_TOKEN),
        ({"Authorization": "Bearer " + "0" * 40}, "unauthorized", UNKNOWN_TOKEN),
        ({"Authorization": "Bearer nonsense"}, "unauthorized", UNKNOWN_TOKEN),
        ({"Authorization": "Bearer"}, "unauthorized", UNKNOWN_TOKEN),
    ],
)
def test_what_opens_nothing_is_refused_by_its_shape(
    client: Client, headers: Headers, code: str, error: str
) -> None:
    answer = client.get(STATS, headers={**RID, **headers})

    found = (answer.status_code, answer.headers["www-authenticate"], answer.json())
    assert found == refusal(code, error)


@pytest.mark.parametrize("kind", [KeyKind.VIDEOCMS, KeyKind.VSRC])
def test_a_good_key_of_another_api_does_not_open_as_x_api_key(
    client: Client, key_of: KeyOf, ada: User, kind: KeyKind
) -> None:
    key = key_of(ada, kind)

    answers = [
        client.get(STATS, headers={**RID, "X-API-Key": key}),
        client.get(STATS, headers=RID, params={"api_key": key}),
    ]

    found = [(a.status_code, a.headers["www-authenticate"], a.json()) for a in answers]
    assert found == [refusal("invalid_api_key", UNKNOWN_KEY)] * 2


def test_a_good_key_of_vsrc_does_not_open_as_a_bearer(
    client: Client, key_of: KeyOf, ada: User
) -> None:
    headers = {**RID, "Authorization": f"Bearer {key_of(ada, KeyKind.VSRC)}"}

    answer = client.get(STATS, headers=headers)

    found = (answer.status_code, answer.headers["www-authenticate"], answer.json())
    assert found == refusal("invalid_api_key", UNKNOWN_KEY)


def test_what_has_expired_or_was_revoked_is_refused(
    client: Client, db: Database, key_of: KeyOf, ada: User
) -> None:
    expired = key_of(ada, expires_at=NOON, now=NOON - timedelta(days=1))
    revoked = key_of(ada)
    with db.begin() as tx:
        revoke_key(tx, list_keys(tx, ada.id)[-1].id)

    answers = [
        client.get(STATS, headers={**RID, "X-API-Key": key}) for key in (expired, revoked)
    ]

    found = [(a.status_code, a.headers["www-authenticate"], a.json()) for a in answers]
    assert found == [
        refusal("invalid_api_key", "This API key has expired"),
        refusal("invalid_api_key", UNKNOWN_KEY),
    ]


@pytest.mark.parametrize("kind", [SessionKind.JWT, SessionKind.TOKEN])
def test_a_session_that_is_over_says_so(
    open_client: OpenClient,
    session_of: Callable[[User, SessionKind], Headers],
    ada: User,
    kind: SessionKind,
) -> None:
    headers = session_of(ada, kind)
    with open_client(now=lambda: NOON + timedelta(days=8)) as later:
        answer = later.get(STATS, headers={**RID, **headers})

    found = (answer.status_code, answer.headers["www-authenticate"], answer.json())
    assert found == refusal("token_expired", "This token has expired")


def test_a_key_for_reading_changes_nothing(
    client: Client, db: Database, ada: User, reading: Headers
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada).video.uuid
    address = f"/api/v1/videos/{film}"

    answers = [
        client.put(address, json={"title": "Other"}, headers={**RID, **reading}),
        client.delete(address, headers={**RID, **reading}),
    ]

    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (
            403,
            {
                "error": "This API key may read but not change anything",
                "code": "forbidden",
                "request_id": "request-0001",
            },
        )
    ] * 2
    assert client.get(address, headers=reading).json()["title"] == "A film"


def test_every_use_of_a_key_can_be_written_down_without_its_query(
    client: Client, db: Database, uses: Uses, key_of: KeyOf, ada: User
) -> None:
    key = key_of(ada)

    client.get(STATS, params={"api_key": key})
    client.get("/api/v1/videos/nothing", params={"api_key": key})
    uses.write()

    with db.read() as tx:
        (known,) = list_keys(tx, ada.id)
        noted = list_key_uses(tx, known.id)
    assert known.last_used_at == NOON
    assert [(use.method, use.path, use.status) for use in noted] == [
        ("GET", "/api/v1/videos/nothing", 404),
        ("GET", STATS, 200),
    ]
    assert key not in repr(noted)
