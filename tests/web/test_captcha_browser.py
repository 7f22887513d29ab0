"""The captcha of our own in a real browser, which solves it by itself."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page
from tests.dialects.runtimes import make_runtime
from tests.factories import PASSWORD, make_rendition, make_user, make_video
from tests.settings import changed
from tests.web.axe import faults_of
from tests.web.browser import Record, shoot
from tests.web.site import serving

from vitascope import web
from vitascope.core.accounts.model import User
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.dialects import videocms
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.runtime import Runtime

pytestmark = pytest.mark.browser

ASKS = {"captcha_enabled": True, "captcha_at_login": True, "captcha_at_player": True}


def clock() -> datetime:
    """The browser has a clock as well, and forgets cookies of the past."""
    return datetime.now(UTC)


@pytest.fixture
def runtime(sqlite_db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(
        sqlite_db, tmp_path, public_url="http://localhost:8080", now=clock, **ASKS
    )


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    with serving(both(runtime)) as url:
        yield url


@pytest.fixture
def ada(sqlite_db: Database) -> User:
    with sqlite_db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def film(sqlite_db: Database, ada: User) -> VideoEntry:
    with sqlite_db.begin() as tx:
        entry = make_video(tx, ada)
        assert entry.media is not None
        make_rendition(tx, entry.media.id)
        mark_ready(tx, entry.media.id, now=clock())
        return entry


def both(runtime: Runtime) -> ASGIApp:
    """The pages, and the dialect that has player pages in front of captchas."""
    pages, dialect = web.build(runtime), videocms.build(runtime)

    async def choose(scope: Scope, receive: Receive, send: Send) -> None:
        first = scope["path"].split("/")[1]
        app = dialect if first in {"api", "captcha", "v", "videos"} else pages
        await app(scope, receive, send)

    return choose


def test_a_viewer_waits_a_second_and_is_at_the_video(
    page: Page, record: Record, url: str, film: VideoEntry
) -> None:
    target = f"{url}/v/{film.video.uuid}"

    page.goto(target)
    page.wait_for_url(target)

    cookies = {cookie["name"]: cookie for cookie in page.context.cookies(url)}
    assert page.title() == "Vitascope - A film"
    assert (cookies["captcha_bypass"]["path"], cookies["captcha_bypass"]["httpOnly"]) == (
        "/",
        True,
    )
    assert record.origins == {url}


def test_what_is_shown_meanwhile_is_for_everybody(
    page: Page, record: Record, url: str, film: VideoEntry
) -> None:
    # The work never ends, so that there is time to look.
    page.route("**/captcha_worker.js", lambda route: route.fulfill(body="", content_type=JS))

    page.goto(f"{url}/v/{film.video.uuid}")
    heading = page.get_by_role("heading").inner_text()
    page.get_by_role("button", name="Go on to the video").click()
    page.get_by_role("status").get_by_text("One moment, then it goes on by itself.").wait_for()
    shoot(page, "captcha")

    assert heading == "One moment, please"
    assert page.get_by_role("progressbar").is_visible()
    assert urlsplit(page.url).path == "/captcha/challenge"
    assert faults_of(page) == []
    assert record.complaints == []


def test_a_login_is_checked_while_people_type(
    page: Page, record: Record, url: str, ada: User
) -> None:
    page.goto(f"{url}/login")
    page.get_by_label("Username or e-mail address").fill("ada")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{url}/")

    assert page.get_by_text("Menu of").count() == 1
    assert record.complaints == []
    assert record.origins == {url}


@pytest.mark.parametrize("path", ["/login", "/captcha/challenge?uuid={uuid}"])
def test_without_scripts_the_page_says_what_is_missing(
    browser: Browser, url: str, film: VideoEntry, path: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(url + path.format(uuid=film.video.uuid))

        told = page.locator("noscript").inner_text()
        bars = page.get_by_role("progressbar").count()
        shoot(page, f"captcha-no-scripts-{path[1:6]}")

    assert told == (
        "A script makes this check. Turn scripts on for this site, and load the page again."
    )
    assert bars == 0


def test_a_worker_that_does_not_run_is_told_of(page: Page, runtime: Runtime, ada: User) -> None:
    with serving(both(changed(runtime, captcha_at_player=False))) as url:
        page.route("**/captcha_worker.js", lambda route: route.abort())
        page.goto(f"{url}/login")

        status = page.get_by_role("status")
        status.get_by_text("Your browser cannot make this check. Try another one.").wait_for()

        assert page.get_by_role("progressbar").count() == 0


JS = "text/javascript"
