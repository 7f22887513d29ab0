from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import PUBLIC_URL, Client, make_runtime
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.web import build
from vitascope.web.assets import Assets
from vitascope.web.pages import PER_PAGE


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def client(runtime: Runtime) -> Iterator[Client]:
    with TestClient(build(runtime), base_url=PUBLIC_URL) as client:
        client.follow_redirects = False
        yield client


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def add_video(
    db: Database, user: User, title: str = "Tides", privacy: Privacy = Privacy.PUBLIC
) -> VideoEntry:
    """A video that is ready; those with a password open with ``sesame``."""
    with db.begin() as tx:
        secret: dict[str, Any] = {}
        if privacy is Privacy.PASSWORD:
            secret["passwords"] = ("sesame",)
        entry = make_video(tx, user, title=title, content=title, privacy=privacy, **secret)
        assert entry.media is not None
        mark_ready(tx, entry.media.id, now=NOON)
    return entry


def short(entry: VideoEntry) -> str:
    return short_uuid(entry.video.uuid)


def test_an_empty_instance_has_a_home(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "Nobody has published a video here yet." in answer.text


def test_home_lists_public_videos_and_no_others(
    client: Client, db: Database, ada: User
) -> None:
    for privacy in Privacy:
        add_video(db, ada, f"A {privacy} film", privacy)

    text = client.get("/").text

    assert [privacy for privacy in Privacy if f"A {privacy} film" in text] == [Privacy.PUBLIC]


def test_home_goes_on_with_a_link_until_the_last_video(
    client: Client, db: Database, ada: User
) -> None:
    for number in range(PER_PAGE + 1):
        add_video(db, ada, f"Film {number}")

    first, second = client.get("/").text, client.get("/?page=2").text

    assert (first.count('class="card"'), second.count('class="card"')) == (PER_PAGE, 1)
    assert ('href="/?page=2"' in first, 'rel="next"' in second) == (True, False)


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "99999999999999999999"])
def test_a_page_number_that_is_none_is_the_first_page(client: Client, page: str) -> None:
    assert client.get("/", params={"page": page}).text == client.get("/").text


def test_a_video_has_one_address_and_others_lead_to_it(
    client: Client, db: Database, ada: User
) -> None:
    entry = add_video(db, ada)
    others = [f"/w/{entry.video.uuid}", f"/w/{entry.video.id}", f"/videos/watch/{short(entry)}"]

    answers = [client.get(f"{path}?t=5") for path in others]

    assert [(answer.status_code, answer.headers["location"]) for answer in answers] == [
        (301, f"/w/{short(entry)}?t=5")
    ] * 3
    assert client.get(f"/w/{short(entry)}").status_code == 200


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL])
def test_hidden_unknown_and_malformed_addresses_look_the_same(
    client: Client, db: Database, ada: User, privacy: Privacy
) -> None:
    hidden = short(add_video(db, ada, privacy=privacy))
    paths = ["/w/nothing", f"/w/{hidden}", f"/videos/embed/{hidden}", "/w/999", "/no/such/page"]

    answers = [client.get(path) for path in paths]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1


def test_an_unlisted_video_opens_by_its_uuid_and_not_by_its_number(
    client: Client, db: Database, ada: User
) -> None:
    entry = add_video(db, ada, privacy=Privacy.UNLISTED)

    answers = [client.get(f"/w/{ref}").status_code for ref in (short(entry), entry.video.id)]

    assert answers == [200, 404]


@pytest.mark.parametrize("place", ["w", "videos/embed"])
def test_the_right_password_opens_the_video_for_this_browser(
    client: Client, db: Database, ada: User, place: str
) -> None:
    entry = add_video(db, ada, privacy=Privacy.PASSWORD)
    path = f"/{place}/{short(entry)}"

    form = client.get(path)
    opened = client.post(f"{path}/unlock", data={"password": "sesame"})
    page = client.get(path)

    assert ("Tides" in form.text, f'action="{path}/unlock"' in form.text) == (False, True)
    assert (opened.status_code, opened.headers["location"]) == (303, path)
    cookie = opened.headers["set-cookie"]
    assert cookie.startswith(f"playback_{entry.video.uuid.hex}=")
    assert cookie.endswith(
        "Path=/; Max-Age=28800; HttpOnly; Secure; SameSite=None; Partitioned"
    )
    assert (page.status_code, "Tides" in page.text) == (200, True)


@pytest.mark.parametrize("data", [{"password": "open"}, {"password": ""}, {}])
def test_a_wrong_password_is_asked_for_again(
    client: Client, db: Database, ada: User, data: dict[str, str]
) -> None:
    path = f"/w/{short(add_video(db, ada, privacy=Privacy.PASSWORD))}"

    answer = client.post(f"{path}/unlock", data=data)

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert "This password does not open the video." in answer.text


def test_only_embeds_may_be_framed(client: Client, db: Database, ada: User) -> None:
    entry = add_video(db, ada)

    watch, embed = client.get(f"/w/{short(entry)}"), client.get(f"/videos/embed/{short(entry)}")

    assert watch.headers["x-frame-options"] == "DENY"
    assert watch.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    assert "x-frame-options" not in embed.headers
    assert "frame-ancestors" not in embed.headers["content-security-policy"]


def test_a_missing_video_is_told_inside_the_frame_that_asked_for_it(client: Client) -> None:
    embed, watch = client.get("/videos/embed/nothing"), client.get("/w/nothing")

    frames = ["x-frame-options" in answer.headers for answer in (embed, watch)]
    assert frames == [False, True]


def test_static_files_stand_under_the_name_of_their_build(client: Client) -> None:
    base = Assets().base

    script = client.get(f"{base}/watch.js")
    missing = client.get(f"{base}/../app.py")

    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-encoding"] == "gzip"
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/dist/vsrc-player.js", "text/javascript; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/favicon.ico", "image/png"),
        ("/apple-touch-icon.png", "image/png"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ],
)
def test_files_that_others_expect_at_the_root_are_there(
    client: Client, path: str, media_type: str
) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)


def test_pages_answer_head_and_refuse_what_they_do_not_know(client: Client) -> None:
    answers = [client.head("/"), client.delete("/"), client.get("/w/x/unlock")]

    assert [answer.status_code for answer in answers] == [200, 405, 405]
    assert all("text/html" in answer.headers["content-type"] for answer in answers)
