"""The administration in a real browser: without scripts, and as people see it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of, make_user
from tests.hostile import HOSTILE
from tests.settings import WHOLE_LADDER
from tests.web.administrators import make_root
from tests.web.axe import faults_of
from tests.web.browser import Record, follow, shoot, width_in
from tests.web.people import open_session_of
from tests.web.site import serving
from tests.web.test_admin_encodings import make_failed, make_work, task
from tests.web.test_admin_statistics import make_year

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import AssetState, TaskState
from vitascope.core.assets.queries import save_tasks, update_asset
from vitascope.core.pages.model import PageFormat
from vitascope.core.pages.write import NewPage, add_page
from vitascope.core.settings.model import Cdn
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.web import build
from vitascope.web.admin_settings_fields import SECTIONS

pytestmark = pytest.mark.browser

TERMS = """\
Be **kind**, and read [our rules](/p/rules/).

## What we keep

- your name
- your videos

| what | how long |
|---|---|
| logs | 30 days |

> Nothing else.
"""


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, public_url="http://localhost:8080", ladder=WHOLE_LADDER)


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    with serving(build(runtime)) as url:
        yield url


@pytest.fixture
def root(db: Database) -> User:
    return make_root(db)


@pytest.fixture
def scriptless(browser: Browser, db: Database, url: str, root: User) -> Iterator[Page]:
    """A page of an administrator's browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    log_in(context, db, url, root)
    yield context.new_page()
    context.close()


def log_in(context: BrowserContext, db: Database, url: str, user: User) -> None:
    context.add_cookies([{"name": NAME, "value": open_session_of(db, user), "url": url}])


def test_settings_are_changed_and_taken_back_without_scripts(
    url: str, scriptless: Page
) -> None:
    page = scriptless
    page.goto(url)
    page.locator("summary", has_text="Menu of").click()
    follow(page.get_by_role("link", name="Administration"))
    page.get_by_label("Name of this site").fill("Quarry")
    # Enter saves, and does not press the first button on the way: one that takes back.
    with page.expect_navigation():
        page.get_by_label("Name of this site").press("Enter")
    page.get_by_text("The settings are saved").wait_for()
    named = page.locator(".brand").inner_text()
    follow(page.get_by_role("link", name="Uploads and imports"))
    page.get_by_label("Largest file").fill("much")
    follow(page.get_by_role("button", name="Save the settings"))
    told = page.get_by_role("alert").get_by_role("link").inner_text()
    described = page.get_by_label("Largest file").get_attribute("aria-describedby")
    follow(page.get_by_role("link", name="General"))
    follow(page.get_by_role("button", name="Back to the default: Name of this site"))
    page.get_by_text("The default counts again.").wait_for()

    assert (named, page.locator(".brand").inner_text()) == ("Quarry", "Vitascope")
    assert told == "Write a size such as 20 MiB or 10 GB."
    assert described == "settings-max_upload_bytes-hint settings-max_upload_bytes-wrong"


def test_a_page_is_written_looked_at_published_and_deleted_without_scripts(
    url: str, scriptless: Page
) -> None:
    page = scriptless
    page.goto(f"{url}/admin/pages")
    follow(page.get_by_role("link", name="Write a page"))
    page.get_by_label("Title").fill("Terms")
    page.get_by_label("Path").fill("terms")
    page.get_by_label("Text").fill(TERMS)
    page.get_by_label("Published").uncheck()
    follow(page.get_by_role("button", name="Show a preview"))
    shown = page.locator(".preview li").all_inner_texts()
    kept = (
        page.get_by_label("Text").input_value(),
        page.get_by_label("Published").is_checked(),
    )
    follow(page.get_by_role("button", name="Save the page"))
    hidden = page.locator(".foot").count()
    follow(page.get_by_role("button", name="Publish Terms"))
    follow(page.locator(".foot").get_by_role("link", name="Terms"))
    read = (page.url, page.get_by_role("heading", level=1).inner_text())
    page.goto(f"{url}/admin/pages")
    page.get_by_label("Delete the page Terms").click()
    follow(page.get_by_role("button", name="Delete it for good"))

    assert (shown, kept) == (["your name", "your videos"], (TERMS, False))
    assert (hidden, read) == (0, (f"{url}/p/terms/", "Terms"))
    assert page.get_by_role("status").inner_text() == "The page is deleted."
    assert page.locator(".foot").count() == 0


@pytest.fixture
def paths(db: Database, root: User, runtime: Runtime) -> dict[str, str]:
    """Every page of the administration, with something to show."""
    with db.begin() as tx:
        eve = make_user(tx, "eve")
        for title, path in (("Terms of use", "terms"), ("An imprint", "legal/imprint")):
            new = NewPage(
                path=path,
                title=title,
                format=PageFormat.MARKDOWN,
                source=TERMS,
                is_in_footer=True,
            )
            add_page(tx, actor_of(root), new, now=NOON)
        changes = {"max_upload_bytes": 10**9, "trusted_cdns": (Cdn.FASTLY,), "encodes": 2}
        write_settings(tx, changes, now=NOON)
    running = task("1080p", TaskState.RUNNING, 41.7, 2.25)
    make_work(
        db, eve, "The tides of the northern sea", [running, task("720p", TaskState.WAITING)]
    )
    make_failed(db, eve)
    make_year(db)
    return {
        **{f"settings-{one.name}": f"/admin/settings/{one.name}" for one in SECTIONS},
        "pages": "/admin/pages",
        "page": "/admin/pages/1",
        "encodings": "/admin/encodings",
        "statistics": "/admin/statistics",
        "written": "/p/terms/",
    }


def test_encodings_are_kept_up_to_date_while_somebody_looks(
    db: Database, root: User, url: str, context: BrowserContext, page: Page, record: Record
) -> None:
    log_in(context, db, url, root)
    running = [task("720p", TaskState.RUNNING, 10.0)]
    tides, dunes = (make_work(db, root, title, running) for title in ("Tides", "Dunes"))
    assert tides.media is not None
    assert dunes.media is not None
    page.goto(f"{url}/admin/encodings")
    assert page.get_by_text("10 %").count() == 2
    with db.begin() as tx:
        save_tasks(tx, tides.media.id, [task("720p", TaskState.RUNNING, 60.0)])
        save_tasks(tx, dunes.media.id, [task("720p", TaskState.FAILED)])
        update_asset(tx, dunes.media.id, now=NOON, state=AssetState.FAILED, failure="Broken")

    page.get_by_role("button", name="Retry Dunes").wait_for()

    assert page.locator("progress").count() == 1
    assert page.get_by_text("60 %").is_visible()
    assert record == Record(origins={url}, complaints=[])


def test_charts_are_drawn_and_tell_more_where_the_pointer_is(
    db: Database, root: User, url: str, context: BrowserContext, page: Page, record: Record
) -> None:
    make_year(db)
    log_in(context, db, url, root)

    page.goto(f"{url}/admin/statistics?of=day")
    chart = page.locator(".chart").first
    chart.locator("canvas").wait_for()
    drawn = page.locator(".chart canvas").count()
    chart.locator(".u-over").hover(position={"x": 5, "y": 50})
    chart.locator(".u-value", has_text="0 bytes").wait_for()

    assert drawn == 4
    assert record == Record(origins={url}, complaints=[])


def test_a_browser_finds_nothing_to_run_in_hostile_pages(
    db: Database, root: User, url: str, page: Page, record: Record
) -> None:
    together = "\n".join(HOSTILE)
    with db.begin() as tx:
        for number, source in enumerate([*HOSTILE, together]):
            new = NewPage(
                path=f"page-{number}",
                title="Hostile",
                format=PageFormat.HTML,
                source=f"<p>before</p>{source}",
            )
            add_page(tx, actor_of(root), new, now=NOON)

    for number in range(len(HOSTILE) + 1):
        page.goto(f"{url}/p/page-{number}/")
        assert page.get_by_text("before").is_visible()

    # Whatever our policy had to refuse would be told here; pictures that are missing are not.
    told = [each for each in record.complaints if "404" not in each]
    assert (told, record.origins) == ([], {url})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody_and_fits_every_window(
    db: Database,
    root: User,
    url: str,
    context: BrowserContext,
    page: Page,
    record: Record,
    paths: dict[str, str],
    scheme: Any,
) -> None:
    log_in(context, db, url, root)
    page.emulate_media(color_scheme=scheme)

    faults, widths = {}, {}
    for name, path in paths.items():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(url + path)
        shoot(page, f"admin-{name}-{scheme}")
        faults[name] = faults_of(page)
        widths[name] = width_in(page, 320)

    assert {name: found for name, found in faults.items() if found} == {}
    assert widths == dict.fromkeys(paths, 320)
    assert record == Record(origins={url}, complaints=[])
