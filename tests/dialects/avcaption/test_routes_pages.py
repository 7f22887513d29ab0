import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, OpenClient
from tests.factories import NOON, actor_of, make_video

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.presets.model import Look, NewPreset, Watermark
from vitascope.core.presets.queries import insert_preset
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database

BOTH = pytest.mark.parametrize("page", ["/watch", "/embed"])


@pytest.fixture
def put(db: Database, ada: User) -> Callable[..., VideoEntry]:
    """``put(**fields)`` makes a video of Ada's that is ready and called "Tides"."""

    def make(**fields: Any) -> VideoEntry:
        with db.begin() as tx:
            entry = make_video(tx, ada, title="Tides", **fields)
            assert entry.media is not None
            mark_ready(tx, entry.media.id, now=NOON)
        return entry

    return make


@pytest.fixture
def token_of(db: Database, ada: User) -> Callable[..., str]:
    """``token_of(entry, **fields)`` makes a token for a viewer."""

    def make(entry: VideoEntry, **fields: Any) -> str:
        with db.begin() as tx:
            new = NewEmbedToken(**fields)
            return make_embed_token(tx, actor_of(ada), entry.video.uuid, new, now=NOON)[1]

    return make


def framers_of(answer: Any) -> str | None:
    found = re.search(r"frame-ancestors ([^;]*)", answer.headers["content-security-policy"])
    return None if found is None else found[1]


def config_of(answer: Any) -> Any:
    found = re.search(r"data-player-config>(.*?)</script>", answer.text, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@BOTH
def test_a_permanent_token_shows_its_video_as_a_stream(
    client: Client, put: Callable[..., VideoEntry], page: str
) -> None:
    token = put().video.embed_token

    answer = client.get(f"{page}/{token}")

    config, below = config_of(answer), f"/api/stream/{token}"
    assert (answer.status_code, answer.headers["content-type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert answer.headers["cache-control"] == "private, no-store"
    assert (config["gate"], config["hls"]) == (f"{below}/token", f"{below}/playlist")
    assert (config["look"], config["viewer"], config["saves"]) == (None, None, [])
    assert "/media/" not in answer.text
    assert framers_of(answer) is None


def test_a_watch_page_has_a_head_and_an_embed_has_none(
    client: Client, put: Callable[..., VideoEntry]
) -> None:
    token = put(description="All about water").video.embed_token

    watch, embed = (client.get(f"{page}/{token}").text for page in ("/watch", "/embed"))

    assert ("<h1><bdi>Tides</bdi></h1>" in watch, 'class="brand"' in watch) == (True, True)
    assert ("<h1>" in embed, 'class="brand"' in embed) == (False, False)


@BOTH
def test_reading_the_head_of_a_page_is_as_good(
    client: Client, put: Callable[..., VideoEntry], page: str
) -> None:
    answer = client.head(f"{page}/{put().video.embed_token}")

    assert (answer.status_code, answer.text) == (200, "")


@BOTH
def test_only_a_token_opens_a_page(
    client: Client, put: Callable[..., VideoEntry], page: str
) -> None:
    video = put().video
    token = video.embed_token
    others = [
        str(video.uuid),
        short_uuid(video.uuid),
        str(video.id),
        "0" * 32,
        token.upper(),
        token[:-1],
        f"{token}0",
        f"{token}/more",
        "",
    ]

    answers = [client.get(f"{page}/{text}") for text in others]

    assert client.get(f"{page}/{token}").status_code == 200
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert "This page does not exist" in answers[0].text
    assert "Tides" not in answers[0].text


@BOTH
@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL, Privacy.PASSWORD])
def test_a_gated_video_opens_by_a_viewers_token_only(
    client: Client,
    put: Callable[..., VideoEntry],
    token_of: Callable[..., str],
    page: str,
    privacy: Privacy,
) -> None:
    secret = {"passwords": ("sesame",)} if privacy is Privacy.PASSWORD else {}
    entry = put(privacy=privacy, **secret)

    closed = client.get(f"{page}/{entry.video.embed_token}")
    opened = client.get(f"{page}/{token_of(entry)}")

    assert (closed.status_code, opened.status_code) == (403, 200)
    assert "This video is not for everybody" in closed.text
    assert "Tides" not in closed.text
    assert "Tides" in opened.text


@BOTH
def test_a_viewers_token_opens_for_its_time(
    open_client: OpenClient,
    clock: Any,
    put: Callable[..., VideoEntry],
    token_of: Callable[..., str],
    page: str,
) -> None:
    token = token_of(put(), lifetime=timedelta(seconds=60))

    with open_client(now=clock) as client:
        before = client.get(f"{page}/{token}")
        clock.now += timedelta(seconds=60)
        after = client.get(f"{page}/{token}")

    assert (before.status_code, after.status_code) == (200, 410)
    assert "This link has expired" in after.text
    assert "Tides" not in after.text


def test_search_engines_find_public_watch_pages_and_no_viewers_own(
    client: Client, put: Callable[..., VideoEntry], token_of: Callable[..., str]
) -> None:
    entry = put()
    unlisted = put(content="another", privacy=Privacy.UNLISTED)
    paths = [
        f"/watch/{entry.video.embed_token}",
        f"/watch/{token_of(entry)}",
        f"/watch/{unlisted.video.embed_token}",
        f"/embed/{entry.video.embed_token}",
    ]

    found = ['content="noindex"' not in client.get(path).text for path in paths]

    assert found == [True, False, False, False]


@BOTH
@pytest.mark.parametrize(
    ("videos", "tokens", "expected"),
    [
        ((), (), None),
        (("course.example",), (), "'self' course.example:*"),
        ((), ("*.lms.example:8443",), "'self' *.lms.example:8443"),
        (("*.example.org",), ("a.example.org",), "'self' a.example.org:*"),
        (("course.example",), ("lms.example",), "'self'"),
    ],
)
def test_frames_are_for_the_sites_of_both_lists_and_our_own(
    client: Client,
    put: Callable[..., VideoEntry],
    token_of: Callable[..., str],
    page: str,
    videos: tuple[str, ...],
    tokens: tuple[str, ...],
    expected: str | None,
) -> None:
    token = token_of(put(allowed_domains=videos), allowed_domains=tokens)

    assert framers_of(client.get(f"{page}/{token}")) == expected


@pytest.mark.parametrize("enabled", [True, False])
def test_a_page_names_the_viewer_to_a_watermark_and_to_nothing_else(
    client: Client,
    db: Database,
    ada: User,
    put: Callable[..., VideoEntry],
    token_of: Callable[..., str],
    enabled: bool,
) -> None:
    look = Look(primary_color="#ff8800", watermark=Watermark(enabled=enabled))
    with db.begin() as tx:
        new = NewPreset(name="Mine", is_default=False, look=look)
        preset_id = insert_preset(tx, ada.id, new, now=NOON)
    token = token_of(put(preset_id=preset_id), viewer_id="pupil 7")

    config = config_of(client.get(f"/embed/{token}"))

    expected = {"id": "pupil 7", "ip": "testclient"} if enabled else None
    assert (config["viewer"], config["look"]["primary_color"]) == (expected, "#ff8800")
