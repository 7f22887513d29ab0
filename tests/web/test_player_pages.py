import re
from collections.abc import Sequence
from typing import Any

import pytest
from tests.dialects.runtimes import ASSETS, PUBLIC_URL
from tests.dialects.videocms.films import put_film

from vitascope.core.accounts.model import User
from vitascope.core.settings.model import CaptchaProvider
from vitascope.http.player_pages import (
    Beat,
    CaptchaWords,
    DownloadFile,
    HtmlPage,
    PlayerPages,
    PlayerShow,
)
from vitascope.http.runtime import Runtime
from vitascope.web.player_pages import WebPlayerPages


@pytest.fixture
def pages(runtime: Runtime) -> PlayerPages:
    return WebPlayerPages(runtime.db, runtime.settings, ASSETS, ["https://store.example"])


def show(**values: Any) -> PlayerShow:
    given: dict[str, Any] = {"path": "/p/1", "file": lambda name: f"/p/1/{name}"}
    return PlayerShow(**(given | values))


def beat(target: str, relay_id: int | None = None) -> Beat:
    return Beat(target=target, per_minute=6, query_name="q", field_name="f", relay_id=relay_id)


def policy(page: HtmlPage, name: str) -> str:
    """What the page's policy allows of that kind."""
    found = re.search(rf"{name} ([^;]*)", page.headers["content-security-policy"])
    return "" if found is None else found[1]


def downloads(name: str) -> Sequence[DownloadFile]:
    return [DownloadFile(kind="MKV", src=f"/p/1/{name}.mkv")]


def test_the_page_has_the_addresses_of_its_dialect(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    film = put_film(runtime, ada)

    page = pages.player(film, show(stream=lambda name: f"/p/1/{name}.mp4", downloads=downloads))

    links = sorted(set(re.findall(r'"(/p/1[^"]*)"', page.body)))
    assert page.status == 200
    assert links == [
        "/p/1/360p.mkv",
        "/p/1/720p.mkv",
        "/p/1/720p.mp4",
        "/p/1/captions/en.ass",
        "/p/1/captions/en.vtt",
        "/p/1/captions/fr.vtt",
        "/p/1/master.m3u8",
    ]
    assert f'<link rel="canonical" href="{PUBLIC_URL}/p/1">' in page.body
    assert f'content="{PUBLIC_URL}/p/1/720p.mp4"' in page.body


def test_a_page_without_scripts_plays_the_best_moderate_stream(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    film = put_film(runtime, ada)

    page = pages.player(film, show(stream=lambda name: f"/p/1/{name}.mp4"))

    [plain] = re.findall(r"<noscript><video.*?</noscript>", page.body, re.DOTALL)
    assert '<source src="/p/1/720p.mp4" type="video/mp4">' in plain
    assert plain.count("<track ") == 2


def test_the_policy_names_where_beats_and_media_go_and_nobody_else(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    beats = [beat("https://b.example/x"), beat("https://b.example/y"), beat("/p/1/beat", 7)]

    page = pages.player(put_film(runtime, ada), show(beats=beats))

    assert policy(page, "connect-src") == "'self' https://store.example https://b.example"
    assert policy(page, "script-src") == "'self'"
    assert policy(page, "frame-ancestors") == ""


def test_a_dialect_says_who_may_frame_a_page(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    page = pages.player(put_film(runtime, ada), show(framed_by=["https://course.example"]))

    assert policy(page, "frame-ancestors") == "https://course.example"


def test_a_video_for_some_sites_is_streamed_whatever_its_dialect_has(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    film = put_film(runtime, ada, allowed_domains=("course.example",))

    page = pages.player(film, show(stream=lambda name: f"/p/1/{name}.mp4", downloads=downloads))

    below = f"/api/stream/{film.video.embed_token}"
    assert sorted(set(re.findall(r'"(/(?:p/1/|media|api)[^"]*)"', page.body))) == [
        f"{below}/file/captions/en.ass",
        f"{below}/file/captions/en.vtt",
        f"{below}/file/captions/fr.vtt",
        f"{below}/playlist",
        f"{below}/token",
    ]
    assert "This video needs scripts." in page.body
    assert policy(page, "frame-ancestors") == "'self' course.example:*"


def test_a_dialect_may_have_its_own_gate(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    film = put_film(runtime, ada, allowed_domains=("course.example",))

    page = pages.player(film, show(gate="/p/1/gate", framed_by=["'self'"]))

    assert ('"gate": "/p/1/gate"' in page.body, "/api/stream" in page.body) == (True, False)
    assert policy(page, "frame-ancestors") == "'self'"


def test_a_page_with_chrome_has_the_title_over_the_text(
    pages: PlayerPages, runtime: Runtime, ada: User
) -> None:
    page = pages.player(put_film(runtime, ada), show(has_chrome=True))

    assert "<h1><bdi>Häuser &amp; Gärten.mkv</bdi></h1>" in page.body
    assert '<a class="brand" href="/">' in page.body


def test_the_form_for_a_password_posts_where_the_dialect_says(pages: PlayerPages) -> None:
    page = pages.password("/p/1/unlock", problem="Wrong.", status=403)

    assert page.status == 403
    assert '<form class="stage-panel" method="post" action="/p/1/unlock">' in page.body
    assert '<p class="notice danger" role="alert">Wrong.</p>' in page.body


def test_an_error_says_what_is_wrong_in_any_frame(pages: PlayerPages) -> None:
    page = pages.error(404, "Not here", "Look <elsewhere>.")

    assert (page.status, policy(page, "frame-ancestors")) == (404, "")
    assert "<h1>Not here</h1>\n<p>Look &lt;elsewhere&gt;.</p>" in page.body


def test_a_captcha_takes_in_its_provider_and_the_built_in_one_nobody(
    pages: PlayerPages,
) -> None:
    built_in = CaptchaWords(
        provider=CaptchaProvider.BUILT_IN, action="/verify", challenge="{}", hidden={"a": "1"}
    )
    foreign = CaptchaWords(provider=CaptchaProvider.TURNSTILE, action="/verify", site_key="key")

    ours, theirs = pages.captcha(built_in), pages.captcha(foreign, status=400)

    host = "https://challenges.cloudflare.com"
    assert (ours.status, policy(ours, "script-src"), policy(ours, "frame-src")) == (
        200,
        "'self'",
        "",
    )
    assert (theirs.status, policy(theirs, "script-src"), policy(theirs, "frame-src")) == (
        400,
        f"'self' {host}",
        host,
    )
    assert '<input type="hidden" name="a" value="1">' in ours.body
