from collections.abc import Callable

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_video

from vitascope.core.access.model import Permission
from vitascope.core.access.queries import list_keys
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.dialects.vsrc.ids import media_id
from vitascope.http.runtime import Runtime

MEDIA = "/api/public/v1/media"


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer ", "Basic dnNyYzo="])
def test_a_call_without_a_key_is_unauthorized(client: Client, header: str | None) -> None:
    headers = {} if header is None else {"Authorization": header}

    answer = client.get(MEDIA, headers=headers)

    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json() == {
        "success": False,
        "message": "Send an API key in the header Authorization: Bearer YOUR_API_KEY",
        "error": {"code": "UNAUTHORIZED"},
    }


def test_an_unknown_key_is_unauthorized(client: Client) -> None:
    answer = client.get(MEDIA, headers={"Authorization": f"Bearer vsrc_{'0' * 48}"})

    assert answer.status_code == 401
    assert answer.json() == {
        "success": False,
        "message": "This API key is unknown or has been revoked",
        "error": {"code": "UNAUTHORIZED"},
    }


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
        "message": "This needs an API key with write permission",
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


def test_the_use_of_a_key_is_written_down_by_the_end(
    runtime: Runtime, db: Database, ada: User, reader: Headers, writer: Headers
) -> None:
    with TestClient(build(runtime)) as client:
        client.get(MEDIA, headers=reader)

    with db.read() as tx:
        used = {key.permission: key.last_used_at for key in list_keys(tx, ada.id)}

    assert used == {Permission.READ: NOON, Permission.WRITE: None}
