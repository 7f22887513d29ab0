"""While the settings say that nothing may be uploaded, every API says so in its words."""

from pathlib import Path

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import VAULT, Headers, make_runtime
from tests.factories import NOON, make_user

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.dialects import avcaption, peertube, videocms, vsrc
from vitascope.http.runtime import Runtime

WORDS = "This server takes no uploads at the moment"
TUS = {"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": "filename YS5tcDQ="}
FILE = {"file": ("a.mp4", b"bytes", "video/mp4")}


@pytest.fixture
def bob(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "bob")


@pytest.fixture
def closed(db: Database, tmp_path: Path) -> Runtime:
    """Closed while it runs, as an administrator does."""
    runtime = make_runtime(db, tmp_path)
    runtime.settings.current()
    with db.begin() as tx:
        write_settings(tx, {"uploads_enabled": False}, now=NOON)
    runtime.settings.forget()
    return runtime


def session(db: Database, user: User, kind: SessionKind) -> Headers:
    with db.begin() as tx:
        tokens = open_session(tx, VAULT, user, kind, ClientInfo(), now=NOON)
    return {"Authorization": f"Bearer {tokens.access_token}"}


def key(db: Database, user: User, kind: KeyKind) -> str:
    with db.begin() as tx:
        made = create_key(
            tx, user.id, kind=kind, name="a key", permission=Permission.WRITE, now=NOON
        )
    return made.secret


def test_videocms_says_it_in_three_ways(db: Database, bob: User, closed: Runtime) -> None:
    his = session(db, bob, SessionKind.JWT)

    with TestClient(videocms.build(closed)) as client:
        upload = client.post("/api/file/upload", files=FILE, data={"Name": "a"}, headers=his)
        file = client.post("/api/file", files=FILE, data={"Name": "a"}, headers=his)
        tus = client.post("/api/uploads", headers={**his, **TUS})
        config = client.get("/api/config").json()

    assert [(one.status_code, one.text) for one in (upload, file, tus)] == [
        (403, "Uploads are disabled"),
        (503, "Upload has been desabled"),
        (403, "ERR_UPLOAD_DISABLED: Uploads are disabled\n"),
    ]
    assert config["UploadEnabled"] is False


def test_peertube_refuses_whole_files_and_the_beginning_of_others(
    db: Database, bob: User, closed: Runtime
) -> None:
    his = session(db, bob, SessionKind.TOKEN)
    begun = {**his, "X-Upload-Content-Length": "5", "X-Upload-Content-Type": "video/mp4"}
    fields = {"name": "A film", "channelId": 1, "filename": "a.mp4"}

    with TestClient(peertube.build(closed)) as client:
        whole = client.post(
            "/api/v1/videos/upload",
            files={"videofile": ("a.mp4", b"bytes", "video/mp4")},
            data={"name": "A film", "channelId": "1"},
            headers=his,
        )
        pieces = client.post("/api/v1/videos/upload-resumable", json=fields, headers=begun)

    assert [(one.status_code, one.json()["detail"]) for one in (whole, pieces)] == [
        (403, WORDS),
        (403, WORDS),
    ]


def test_avcaption_refuses_whole_files_and_the_beginning_of_others(
    db: Database, bob: User, closed: Runtime
) -> None:
    headers = {"X-API-Key": key(db, bob, KeyKind.AVCAPTION)}
    begun = {"filename": "a.mp4", "size": 5, "title": "A film"}

    with TestClient(avcaption.build(closed)) as client:
        whole = client.post("/api/v1/upload", files=FILE, data={"title": "A"}, headers=headers)
        pieces = client.post("/api/v1/upload/init", json=begun, headers=headers)

    assert [(one.status_code, one.json().get("error")) for one in (whole, pieces)] == [
        (403, WORDS),
        (403, WORDS),
    ]


def test_vsrc_refuses_files(db: Database, bob: User, closed: Runtime) -> None:
    headers = {"Authorization": f"Bearer {key(db, bob, KeyKind.VSRC)}"}

    with TestClient(vsrc.build(closed)) as client:
        answer = client.post(
            "/api/public/v1/vod/upload", files=FILE, data={"title": "A"}, headers=headers
        )

    assert (answer.status_code, answer.json()["message"]) == (403, WORDS)
