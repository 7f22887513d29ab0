import json
import re
from html import unescape
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import PUBLIC_URL, VAULT, Client, Headers
from tests.dialects.videocms.conftest import calling
from tests.dialects.videocms.films import put_film, version
from tests.factories import NOON, actor_of, make_video
from tests.settings import changed
from tests.web.people import FormReader

from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import Preferences, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.captcha.passes import mint_pass
from vitascope.core.heartbeats.keep import add_heartbeat
from vitascope.core.heartbeats.model import NewHeartbeat
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME as SESSION

UNKNOWN = "5f2b7c1e-0000-4000-8000-000000000001"
HTML = "text/html; charset=utf-8"
HOME = "192.0.2.7"


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob, description="Houses.\nAnd gardens.")


def config_in(html: str) -> Any:
    found = re.search(r"data-player-config>(.*?)</script>", html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def told_in(html: str) -> dict[str, str]:
    """What the page says of itself to other programs."""
    metas = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html)
    return {name: unescape(content) for name, content in metas if name[:3] in {"og:", "twi"}}


def cookies(answer: httpx.Response) -> list[str]:
    """Names and paths of the cookies that an answer sets."""
    values = answer.headers.get_list("set-cookie")
    found = [re.search(r"(\w+)=.*?Path=([^;]+)", value) for value in values]
    return [f"{one[1]} {one[2]}" for one in found if one is not None]


def media_cookies_of(film: VideoEntry) -> list[str]:
    uuid = film.video.uuid
    return [f"vc_media /videos/qualitys/{uuid}", f"vc_media /{uuid}"]


def test_the_page_tells_the_player_where_everything_is(
    client: Client, film: VideoEntry
) -> None:
    answer = client.get(f"/v/{film.video.uuid}")

    config, below = config_in(answer.text), f"/videos/qualitys/{film.video.uuid}"
    captions = config.pop("captions")
    assert (answer.status_code, answer.headers["content-type"]) == (200, HTML)
    assert cookies(answer) == media_cookies_of(film)
    assert config == {
        "hls": f"{below}/stream/multi/master.m3u8?{version(film)}",
        "title": "Häuser & Gärten.mkv",
        "poster": None,
        "chapters": None,
        "storyboard": None,
        "duration_s": 5.0,
        "status": None,
        "gate": None,
        "look": None,
        "viewer": None,
        "views": f"/api/v1/videos/{film.video.uuid}/views",
        "video": str(film.video.uuid),
        "remembers_as": f"POSITION-{film.video.uuid}",
        "keep_alive": f"/v/{film.video.uuid}/status",
        "saves": [
            {
                "label": name,
                "files": [
                    {"kind": "MKV", "src": f"{below}/{name}/download/video.mkv"},
                    {"kind": "MP4", "src": f"{below}/{name}/1/stream/video.mp4"},
                ],
            }
            for name in ("720p", "360p")
        ],
        "beats": [],
    }
    assert [(each["label"], each["styled"] is not None) for each in captions] == [
        ("English", True),
        ("Français", False),
    ]


def test_every_file_that_the_page_names_is_there(client: Client, film: VideoEntry) -> None:
    page = client.get(f"{PUBLIC_URL}/v/{film.video.uuid}")
    config = config_in(page.text)
    named = [config["hls"], *(caption["src"] for caption in config["captions"])]
    named += [caption["styled"] for caption in config["captions"] if caption["styled"]]

    statuses = [client.get(f"{PUBLIC_URL}{path}").status_code for path in named]

    assert statuses == [200, 200, 200, 200]


def test_other_programs_learn_what_the_page_shows_with_whole_addresses(
    client: Client, film: VideoEntry
) -> None:
    html = client.get(f"/v/{film.video.uuid}").text

    page = f"{PUBLIC_URL}/v/{film.video.uuid}"
    stream = f"{PUBLIC_URL}/videos/qualitys/{film.video.uuid}/720p/1/stream/video.mp4"
    text = "Houses. And gardens."
    assert "<title>Vitascope - Häuser &amp; Gärten.mkv</title>" in html
    assert f'<link rel="canonical" href="{page}">' in html
    assert told_in(html) == {
        "og:site_name": "Vitascope",
        "og:type": "video.other",
        "og:title": "Häuser & Gärten.mkv",
        "og:description": text,
        "og:url": page,
        "og:video": stream,
        "og:video:type": "video/mp4",
        "og:video:width": "1280",
        "og:video:height": "720",
        "twitter:card": "player",
        "twitter:title": "Häuser & Gärten.mkv",
        "twitter:description": text,
        "twitter:player": page,
        "twitter:player:width": "1280",
        "twitter:player:height": "720",
        "twitter:player:stream": stream,
    }


def test_any_page_may_frame_it_and_nobody_keeps_it(client: Client, film: VideoEntry) -> None:
    answer = client.get(f"/v/{film.video.uuid}")

    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(
    "framed",
    [{"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}, {"X-Framed": "1"}],
    ids=["the browser says so", "the player says so"],
)
def test_in_another_sites_frame_addresses_carry_a_token(
    client: Client, film: VideoEntry, framed: Headers
) -> None:
    config = config_in(client.get(f"/v/{film.video.uuid}", headers=framed).text)
    client.cookies.clear()
    answer = client.get(config["hls"])

    assert "vc_token=" in config["hls"]
    assert answer.status_code == 200


def test_the_owners_heartbeats_are_in_the_page_and_in_its_policy(
    client: Client, db: Database, bob: User, film: VideoEntry
) -> None:
    new = NewHeartbeat(
        name="Beat",
        url="https://beats.example:8443/take?a=1",
        per_minute=6,
        query_name="user",
        field_name="uid",
    )
    with db.begin() as tx:
        add_heartbeat(tx, actor_of(bob), new, now=NOON)

    answer = client.get(f"/v/{film.video.uuid}")

    assert config_in(answer.text)["beats"] == [
        {
            "target": "https://beats.example:8443/take?a=1",
            "per_minute": 6,
            "query_name": "user",
            "field_name": "uid",
            "relay_id": None,
        }
    ]
    policy = answer.headers["content-security-policy"]
    assert "; connect-src 'self' https://beats.example:8443; " in policy


def test_nothing_is_remembered_or_saved_where_the_server_says_so(
    runtime: Runtime, film: VideoEntry
) -> None:
    there = changed(runtime, continue_watching=False, downloads_enabled=False)
    with TestClient(built(build, there)) as client:
        html = client.get(f"/v/{film.video.uuid}").text

    config = config_in(html)
    assert (config["remembers_as"], config["saves"]) == (None, [])
    assert "og:video" not in told_in(html)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v/x", 400),
        (f"/v/{UNKNOWN[:-1]}", 400),
        (f"/v/{UNKNOWN.replace('-', '')}", 400),
        ("/v/1", 400),
        (f"/v/{UNKNOWN}", 404),
        ("/v", 404),
        ("/v/", 404),
        (f"/v/{UNKNOWN}/else", 404),
    ],
)
def test_where_there_is_no_video_a_page_says_so(
    client: Client, film: VideoEntry, path: str, status: int
) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (status, HTML)
    assert "<h1>" in answer.text
    assert cookies(answer) == []


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL])
def test_hidden_videos_look_like_none_but_for_those_who_may_see_them(
    client: Client, runtime: Runtime, db: Database, bob: User, privacy: Privacy
) -> None:
    film = put_film(runtime, bob, privacy=privacy)
    path = f"/v/{film.video.uuid}"
    with db.begin() as tx:
        session = open_session(tx, VAULT, bob, SessionKind.WEB, ClientInfo(), now=NOON)

    strange = client.get(path)
    shown = client.get(path, headers={"Cookie": f"{SESSION}={session.access_token}"})

    unknown = client.get(f"/v/{UNKNOWN}")
    assert (strange.status_code, strange.text) == (404, unknown.text)
    assert (shown.status_code, cookies(shown)) == (200, media_cookies_of(film))
    token = mint_playback_token(runtime.secret, film.video.uuid, now=NOON)
    views = f"/api/v1/videos/{film.video.uuid}/views?videoFileToken={token}"
    assert config_in(shown.text)["views"] == views
    assert client.get(f"{path}/status").json()["state"] == "not_found"


async def test_a_password_opens_a_video_and_wrong_ones_do_not(
    runtime: Runtime, bob: User
) -> None:
    film = put_film(runtime, bob, privacy=Privacy.PASSWORD, passwords=["open sesame"])
    path = f"/v/{film.video.uuid}"
    async with calling(built(build, runtime), HOME) as caller:
        asked = await caller.get(path)
        [(action, fields)] = FormReader(asked.text).forms
        wrong = await caller.post(action, data={"password": "<b>guess"})
        closed = await caller.get(path)
        right = await caller.post(action, data={"password": "open sesame"})
        shown_cookie = right.headers["set-cookie"].partition(";")[0]
        opened = await caller.get(path, headers={"Cookie": shown_cookie})
        media = await caller.get(
            config_in(opened.text)["hls"],
            headers={"Cookie": opened.headers.get_list("set-cookie")[0].partition(";")[0]},
        )

    assert (asked.status_code, action, fields) == (200, f"{path}/unlock", {"password": ""})
    assert (wrong.status_code, cookies(wrong)) == (403, [])
    assert "This password does not open the video." in wrong.text
    assert cookies(closed) == []
    assert (right.status_code, right.headers["location"]) == (303, path)
    assert (opened.status_code, cookies(opened)) == (200, media_cookies_of(film))
    assert media.status_code == 200


async def test_guesses_are_slowed(runtime: Runtime, bob: User) -> None:
    film = put_film(runtime, bob, privacy=Privacy.PASSWORD, passwords=["open sesame"])
    path = f"/v/{film.video.uuid}/unlock"
    async with calling(built(build, runtime), HOME) as caller:
        statuses = [
            (await caller.post(path, data={"password": f"guess {number}"})).status_code
            for number in range(12)
        ]

    assert statuses[0] == 403
    assert statuses[-1] == 429


@pytest.mark.parametrize("who_asks", ["the server", "the owner"])
async def test_viewers_solve_a_captcha_first_where_somebody_asks_for_it(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry, who_asks: str
) -> None:
    at_player = who_asks == "the server"
    there = changed(runtime, captcha_enabled=True, captcha_at_player=at_player)
    with db.begin() as tx:
        update_user(tx, bob.id, NOON, preferences=Preferences(player_captcha=not at_player))
    path = f"/v/{film.video.uuid}"
    solved = {"Cookie": f"captcha_bypass={mint_pass(VAULT, HOME, now=NOON)}"}
    async with calling(built(build, there), HOME) as caller:
        sent_away, refused = await caller.get(path), await caller.get(f"{path}/status")
        shown = await caller.get(path, headers=solved)
        told = await caller.get(f"{path}/status", headers=solved)

    assert (sent_away.status_code, sent_away.headers["location"]) == (
        303,
        f"/captcha/challenge?uuid={film.video.uuid}",
    )
    assert cookies(sent_away) == cookies(refused) == []
    assert (refused.status_code, refused.json()["state"], refused.json()["message"]) == (
        403,
        "captcha_required",
        "Captcha verification is required before checking this video.",
    )
    assert (shown.status_code, told.status_code) == (200, 200)


async def test_another_users_videos_ask_for_no_captcha(
    runtime: Runtime, db: Database, ada: User, film: VideoEntry
) -> None:
    there = changed(runtime, captcha_enabled=True)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, preferences=Preferences(player_captcha=True))
    async with calling(built(build, there), HOME) as caller:
        answer = await caller.get(f"/v/{film.video.uuid}")

    assert answer.status_code == 200


def test_the_status_of_a_finished_video_is_told_whole_and_renews_the_cookie(
    client: Client, film: VideoEntry
) -> None:
    answer = client.get(f"/v/{film.video.uuid}/status")

    assert answer.headers["cache-control"] == "no-store"
    assert cookies(answer) == media_cookies_of(film)
    assert answer.text.endswith("}\n")


def test_a_video_in_the_making_waits_on_its_page(
    client: Client, db: Database, bob: User
) -> None:
    with db.begin() as tx:
        film = make_video(tx, bob)

    page = client.get(f"/v/{film.video.uuid}")
    status = client.get(f"/v/{film.video.uuid}/status")

    assert (page.status_code, 'data-stage="waiting"' in page.text) == (200, True)
    assert config_in(page.text)["status"] == f"/media/{film.video.uuid}/status"
    assert (status.status_code, status.json()) == (
        200,
        {
            "uuid": str(film.video.uuid),
            "ready": False,
            "state": "queued",
            "message": "Video is queued for encoding.",
            "playback_progress": 0.0,
            "active_task_progress": 0.0,
            "ready_quality_count": 0,
            "total_quality_count": 0,
            "tasks": [],
        },
    )


@pytest.mark.parametrize(("text", "code"), [("zz", 400), (UNKNOWN, 404)])
def test_the_status_of_no_video_is_not_found(client: Client, text: str, code: int) -> None:
    answer = client.get(f"/v/{text}/status")

    assert (answer.status_code, answer.json()) == (
        code,
        {
            "uuid": text,
            "ready": False,
            "state": "not_found",
            "message": "Video was not found.",
            "playback_progress": 0.0,
            "active_task_progress": 0.0,
            "ready_quality_count": 0,
            "total_quality_count": 0,
            "tasks": [],
        },
    )


def test_a_credential_that_opens_nothing_does_not_close_the_page(
    client: Client, film: VideoEntry, his: Headers
) -> None:
    stale = client.get(f"/v/{film.video.uuid}", headers={"Authorization": "Bearer x.y.z"})
    known = client.get(f"/v/{film.video.uuid}", headers=his)

    assert (stale.status_code, known.status_code) == (200, 200)


def test_names_with_markup_stay_text(client: Client, runtime: Runtime, bob: User) -> None:
    film = put_film(runtime, bob, title='</script><b onload="x">', description='"><i>')

    html = client.get(f"/v/{film.video.uuid}").text

    assert "<b onload" not in html
    assert "<i>" not in html
    assert config_in(html)["title"] == '</script><b onload="x">'
