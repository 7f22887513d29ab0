from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import VAULT, Client, Headers
from tests.factories import NOON, make_video

from vitascope.core.access.keys import create_key, import_key, revoke_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.queries.keys import list_key_uses, list_keys
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.dialects.vsrc.ids import media_id
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.runtime import Runtime
from vitascope.http.uses import Uses

MEDIA = "/api/public/v1/media"


def test_a_call_without_a_key_is_unauthorized(client: Client) -> None:
    answer = client.get(MEDIA)

    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json() == {
        "success": False,
        "message": "Send an API key in the header Authorization: Bearer YOUR_API_KEY",
        "error": {"code": "UNAUTHORIZED"},
    }


def refused(client: Client, header: str) -> tuple[int, str, str, str]:
    answer = client.get(MEDIA, headers={"Authorization": header})
    body = answer.json()
    code = body["error"]["code"]
    return answer.status_code, answer.headers["www-authenticate"], code, body["message"]


@pytest.mark.parametrize(
    "key",
    [f"vsrc_{'0' * 48}", "vsrc_", f"avc_{'0' * 64}", f"ak_{'0' * 64}", "from-elsewhere"],
)
def test_a_key_that_opens_nothing_is_unauthorized(client: Client, key: str) -> None:
    found = refused(client, f"Bearer {key}")

    assert found == (401, "Bearer", "UNAUTHORIZED", "This API key is unknown or was revoked")


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c", f"Bearer {'0' * 40}"],
)
def test_whatever_else_is_shown_is_unauthorized(client: Client, header: str) -> None:
    found = refused(client, header)

    assert found == (401, "Bearer", "UNAUTHORIZED", "This token is unknown or was revoked")


@pytest.mark.parametrize("kind", [KeyKind.VIDEOCMS, KeyKind.AVCAPTION])
def test_a_good_key_of_another_api_opens_nothing_here(
    client: Client, db: Database, ada: User, kind: KeyKind
) -> None:
    given: dict[str, Any] = {"name": "k", "permission": Permission.WRITE, "now": NOON}
    with db.begin() as tx:
        secret = create_key(tx, ada.id, kind=kind, **given).secret

    found = refused(client, f"Bearer {secret}")

    assert found == (401, "Bearer", "UNAUTHORIZED", "This API key is unknown or was revoked")


def test_a_key_that_has_expired_or_was_revoked_is_unauthorized(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    given: dict[str, Any] = {"name": "k", "permission": Permission.WRITE}
    begun = NOON - timedelta(days=1)
    with db.begin() as tx:
        old = create_key(tx, ada.id, kind=KeyKind.VSRC, expires_at=NOON, now=begun, **given)
        gone = create_key(tx, ada.id, kind=KeyKind.VSRC, now=NOON, **given)
        revoke_key(tx, gone.key.id)

    found = [refused(client, f"Bearer {key.secret}") for key in (old, gone)]

    assert [message for *_, message in found] == [
        "This API key has expired",
        "This API key is unknown or was revoked",
    ]
    assert {(status, code) for status, _, code, _ in found} == {(401, "UNAUTHORIZED")}


def test_a_session_of_the_signed_kind_opens_as_its_user_and_no_other_kind_does(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
        jwt, token = (
            open_session(tx, VAULT, ada, kind, ClientInfo(), now=NOON).access_token
            for kind in (SessionKind.JWT, SessionKind.TOKEN)
        )

    answer = client.get(MEDIA, headers={"Authorization": f"Bearer {jwt}"})

    assert [media["title"] for media in answer.json()["data"]["media"]] == ["A film"]
    assert refused(client, f"Bearer {token}")[0] == 401


def test_a_key_from_elsewhere_opens_what_its_permission_says(
    client: Client, db: Database, ada: User
) -> None:
    secret = "Key/from+elsewhere=="
    with db.begin() as tx:
        import_key(
            tx,
            ada.id,
            secret,
            kind=KeyKind.VSRC,
            name="theirs",
            permission=Permission.READ,
            now=NOON,
        )
    shown = {"Authorization": f"Bearer {secret}"}

    read = client.get(MEDIA, headers=shown)
    written = client.delete(f"{MEDIA}/no-id", headers=shown)
    in_another_place = client.get(MEDIA, headers={"X-API-Key": secret})
    # Players' paths know our own keys only.
    counted = client.get("/api/analytics/stats", headers=shown)

    found = [answer.status_code for answer in (read, written, in_another_place, counted)]
    assert found == [200, 403, 401, 401]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/public/v1/vod/upload"),
        ("DELETE", "/api/public/v1/media/no-id"),
        ("POST", "/api/public/v1/live"),
    ],
)
def test_a_read_key_may_not_write(
    client: Client, reader: Headers, method: str, path: str
) -> None:
    answer = client.request(method, path, headers=reader)

    assert answer.status_code == 403
    assert answer.json() == {
        "success": False,
        "message": "This API key may read but not change anything",
        "error": {"code": "INSUFFICIENT_PERMISSIONS"},
    }


def test_a_key_never_sees_what_belongs_to_others(
    client: Client,
    db: Database,
    bob: User,
    ada: User,
    key_of: Callable[[User, Permission], Headers],
) -> None:
    with db.begin() as tx:
        film = media_id(make_video(tx, bob).video.uuid)
    his, hers = key_of(bob, Permission.WRITE), key_of(ada, Permission.WRITE)
    calls = [("GET", film), ("GET", f"{film}/embed"), ("DELETE", film)]

    answers = [client.request(m, f"{MEDIA}/{path}", headers=hers) for m, path in calls]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert client.get(MEDIA, headers=hers).json()["data"]["media"] == []
    assert client.get(f"{MEDIA}/{film}", headers=his).status_code == 200


def test_the_use_of_a_key_can_be_written_down(
    runtime: Runtime, db: Database, ada: User, reader: Headers, writer: Headers
) -> None:
    uses = Uses(db, lambda: NOON)
    app: Any = Entrance(build(runtime), TrustedProxies(()), uses)

    with TestClient(app) as client:
        client.get(MEDIA, headers=reader)
        client.post("/api/public/v1/live", headers=reader)
    uses.write()

    with db.read() as tx:
        keys = {key.permission: key for key in list_keys(tx, ada.id)}
        noted = list_key_uses(tx, keys[Permission.READ].id)
    assert [(use.method, use.path, use.status) for use in noted] == [
        ("POST", "/api/public/v1/live", 403),
        ("GET", MEDIA, 200),
    ]
    assert keys[Permission.READ].last_used_at == NOON
    assert keys[Permission.WRITE].last_used_at is None
