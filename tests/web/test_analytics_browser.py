"""The analytics of the studio in a real browser: as people see them, and without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from tests.core.analytics.saying import keep, said
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, make_user, make_video
from tests.hostile import HOSTILE
from tests.web.axe import faults_of
from tests.web.browser import Record, follow, shoot, until, width_in
from tests.web.people import open_session_of
from tests.web.site import serving

from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.web import build

pytestmark = pytest.mark.browser

HERE = "/studio/analytics"
TITLE = f"{HOSTILE[3]}{'y' * 80}"


@pytest.fixture
def runtime(sqlite_db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(sqlite_db, tmp_path, public_url="http://localhost:8080")


@pytest.fixture
def ada(sqlite_db: Database) -> User:
    """Whose film was played, and failed with a message without an end."""
    with sqlite_db.begin() as tx:
        user = make_user(tx)
        film = make_video(tx, user, title=TITLE)
        assert film.media is not None
        update_asset(tx, film.media.id, now=NOON, duration_ms=100_000)
        keep(tx, said(film, position_s=45.0), said(film, "error", message="x" * 900))
    return user


@pytest.fixture
def server(runtime: Runtime) -> Iterator[str]:
    with serving(build(runtime)) as origin:
        yield origin


def logged_in(
    browser: Browser, server: str, db: Database, user: User, **options: Any
) -> BrowserContext:
    context = browser.new_context(base_url=server, locale="en-GB", **options)
    token = open_session_of(db, user)
    context.add_cookies([{"name": NAME, "value": token, "url": server}])
    return context


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_for_everybody_and_every_width(
    browser: Browser, server: str, sqlite_db: Database, ada: User, record: Record, scheme: str
) -> None:
    context = logged_in(browser, server, sqlite_db, ada, color_scheme=scheme)
    page = context.new_page()
    record.watch(page)

    page.goto(HERE)
    faults = faults_of(page)
    widths = [width_in(page, 320)]
    follow(page.locator("main table a"))
    until(page, "document.querySelector('.chart canvas') !== null")
    widths += [width_in(page, 320), width_in(page, 1280)]
    faults += faults_of(page)
    shoot(page, f"studio-analytics-{scheme}")

    context.close()
    assert (faults, widths) == ([], [320, 320, 1280])
    assert record == Record(origins={server}, complaints=[])


def test_everything_is_told_without_scripts(
    browser: Browser, server: str, sqlite_db: Database, ada: User
) -> None:
    context = logged_in(browser, server, sqlite_db, ada, java_script_enabled=False)
    page = context.new_page()
    page.goto(HERE)
    follow(page.get_by_role("link", name="A week"))
    follow(page.locator("main table a"))

    heading = page.locator("h1").inner_text()
    meters = page.locator("meter").count()
    page.get_by_text("As a table").click()
    today = page.locator("tbody tr").first.inner_text().split()

    context.close()
    assert (heading, meters, today) == (TITLE, 10, ["2026-03-01", "1"])
