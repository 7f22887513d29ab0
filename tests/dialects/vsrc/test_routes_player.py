import re

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_video

from vitascope.core.accounts.model import User
from vitascope.core.videos.advance import mark_watchable
from vitascope.core.videos.model import Privacy
from vitascope.db import Database


@pytest.fixture
def film(db: Database, ada: User) -> str:
    """The uuid of an unlisted video that can be watched."""
    return make_watchable(db, ada, Privacy.UNLISTED)


def make_watchable(db: Database, owner: User, privacy: Privacy) -> str:
    with db.begin() as tx:
        entry = make_video(tx, owner, privacy=privacy)
        assert entry.media is not None
        mark_watchable(tx, entry.media.id, now=NOON)
    return str(entry.video.uuid)


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "text/html, */*;q=0.8"])
def test_a_player_is_told_the_playlist_under_both_names(
    client: Client, film: str, accept: str | None
) -> None:
    headers = {"Content-Type": "application/json"} | ({"Accept": accept} if accept else {})

    answer = client.get(f"/hls/resolve/vod_{film}", headers=headers)

    url = f"https://video.example/media/{film}/master.m3u8"
    assert (answer.status_code, answer.json()) == (200, {"url": url, "ul": url})
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("method", "accept"), [("HEAD", "*/*"), ("GET", "application/vnd.apple.mpegurl")]
)
def test_a_client_that_takes_no_json_is_sent_to_the_playlist(
    client: Client, film: str, method: str, accept: str
) -> None:
    answer = client.request(
        method,
        f"/hls/resolve/vod_{film}",
        headers={"Accept": accept},
        follow_redirects=False,
    )

    assert (answer.status_code, answer.content, answer.headers["location"]) == (
        302,
        b"",
        f"https://video.example/media/{film}/master.m3u8",
    )
    assert answer.headers["access-control-allow-origin"] == "*"


def test_a_browser_may_ask_from_any_page(client: Client, film: str) -> None:
    headers = {
        "Origin": "https://school.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "content-type",
    }

    answer = client.options(f"/hls/resolve/vod_{film}", headers=headers)

    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "content-type" in answer.headers["access-control-allow-headers"]


def test_what_cannot_be_watched_looks_like_what_does_not_exist(
    client: Client, db: Database, ada: User
) -> None:
    private = make_watchable(db, ada, Privacy.PRIVATE)
    with db.begin() as tx:
        waiting = make_video(tx, ada, content="other", privacy=Privacy.UNLISTED).video.uuid
    unknown = "a1b2c3d4-e5f6-7890-abcd-ef1234567890"
    names = [f"vod_{private}", f"vod_{waiting}", f"vod_{unknown}", f"live_{unknown}", "12"]

    answers = [
        client.get(f"/hls/resolve/{name}", headers={"Origin": "https://school.example"})
        for name in names
    ]

    assert [answer.json() for answer in answers] == [
        {
            "success": False,
            "message": f"No such media: {name}",
            "error": {"code": "NOT_FOUND"},
        }
        for name in names
    ]
    seen = {(a.status_code, a.headers["access-control-allow-origin"]) for a in answers}
    assert seen == {(404, "*")}


def test_health_says_that_the_server_runs(client: Client) -> None:
    answer = client.get("/health")

    assert answer.json() == {
        "success": True,
        "message": "The server is running",
        "timestamp": "2026-03-01T12:00:00.000Z",
    }
    assert re.fullmatch(r"application/json.*", answer.headers["content-type"])
