"""The studio's pages in a real browser: imports from asking to their end, and how all of it
looks, sounds and is typed. Whole uploads are journeys.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIResponse, BrowserContext, Page, Route
from tests.dialects.runtimes import make_runtime
from tests.factories import actor_of, make_user, make_video
from tests.web.axe import faults_of
from tests.web.browser import Record, hold, shoot, until, wait_in, width_in
from tests.web.people import open_session_of
from tests.web.site import serving
from tests.web.studio import taken_over

from vitascope.base.ids import ImportId
from vitascope.core.accounts.model import User
from vitascope.core.imports.advance import begin_import, fail_import
from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import
from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import find_import, note_progress, update_import
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.web import build

pytestmark = pytest.mark.browser

FILM = "https://a.example/film.mp4"


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    policy = ImportPolicy(sites=True, torrents=True)
    return make_runtime(db, tmp_path, public_url="http://localhost:8080", imports=policy)


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    with serving(build(runtime)) as url:
        yield url


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, display_name="Ada Lovelace")


@pytest.fixture
def page(context: BrowserContext, record: Record, db: Database, ada: User, url: str) -> Page:
    """A page of Ada's, who is logged in."""
    token = open_session_of(db, ada)
    context.add_cookies([{"name": NAME, "value": token, "url": url}])
    page = context.new_page()
    record.watch(page)
    return page


def asked_for(db: Database, runtime: Runtime, user: User, address: str = FILM) -> ImportId:
    new = NewImport(url=address)
    now = runtime.now()
    with db.begin() as tx:
        return ask_import(tx, actor_of(user), new, policy=runtime.imports, now=now).id


def state_of(db: Database, import_id: ImportId) -> ImportState | None:
    with db.read() as tx:
        found = find_import(tx, import_id)
    return None if found is None else found.state


def test_an_import_is_asked_for_and_followed_to_its_video(
    db: Database, runtime: Runtime, ada: User, url: str, page: Page, record: Record
) -> None:
    page.goto(f"{url}/studio/imports")
    taken_over(page)
    page.get_by_label("Addresses").fill(FILM)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_text("Waiting for its turn").wait_for()
    until(page, "document.getElementById('addresses').value === ''")

    with db.begin() as tx:
        begin_import(tx, ImportId(1), now=runtime.now())
        note_progress(tx, ImportId(1), 31_000_000, 61_000_000, now=runtime.now())
    page.get_by_text("Downloading, 31 of 61 MB").wait_for()
    shoot(page, "imports-downloading")
    with db.begin() as tx:
        video = make_video(tx, ada).video
        done = {"state": ImportState.DONE, "video_id": video.id}
        update_import(tx, ImportId(1), now=runtime.now(), **done)
    link = page.get_by_role("link", name=f"Watch {FILM}")
    link.wait_for()

    assert link.get_attribute("href") == f"/w/{video.id}"
    assert page.locator("[data-news]").inner_text() == f"{FILM} is imported"
    assert record == Record(origins={url}, complaints=[])


def test_addresses_that_are_refused_stay_with_the_reason(
    db: Database, url: str, page: Page
) -> None:
    page.goto(f"{url}/studio/imports")
    taken_over(page)
    page.get_by_label("Addresses").fill(f"{FILM}\nftp://b.example/x")
    page.get_by_role("button", name="Import", exact=True).click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    shoot(page, "imports-refused")

    assert alert.locator("li").all_inner_texts() == [
        "ftp://b.example/x: Only http and https addresses can be imported."
    ]
    assert page.get_by_label("Addresses").input_value() == "ftp://b.example/x"
    assert page.locator(".imports > li").count() == 1
    assert state_of(db, ImportId(1)) is ImportState.PENDING


def test_a_failure_has_words_and_another_try(
    db: Database, runtime: Runtime, ada: User, url: str, page: Page
) -> None:
    import_id = asked_for(db, runtime, ada)
    with db.begin() as tx:
        fail_import(tx, import_id, "The other server has no such file.", now=runtime.now())

    page.goto(f"{url}/studio/imports")
    taken_over(page)
    page.get_by_text("The other server has no such file.").wait_for()
    page.get_by_role("button", name=f"Retry {FILM}").click()
    page.get_by_text("Waiting for its turn").wait_for()
    tried = state_of(db, import_id)
    page.get_by_role("button", name=f"Cancel {FILM}").click()
    page.get_by_text("Canceled", exact=True).wait_for()
    stopped = state_of(db, import_id)
    page.get_by_role("button", name=f"Delete {FILM} from the list").click()
    page.get_by_text("Nothing was imported yet.").wait_for()

    assert (tried, stopped) == (ImportState.PENDING, ImportState.CANCELED)
    assert state_of(db, import_id) is None


def test_what_came_too_late_is_told(
    db: Database, runtime: Runtime, ada: User, url: str, page: Page
) -> None:
    import_id = asked_for(db, runtime, ada)
    asked: list[Route] = []

    def answer_once(route: Route) -> None:
        asked.append(route)
        if len(asked) == 1:
            route.continue_()
        else:
            route.abort()

    # The page hears how it was, and not how it is.
    page.route("**/studio/api/imports", answer_once)
    page.goto(f"{url}/studio/imports")
    taken_over(page)
    cancel = page.get_by_role("button", name=f"Cancel {FILM}")
    cancel.wait_for()
    with db.begin() as tx:
        fail_import(tx, import_id, "Nobody answered there", now=runtime.now())

    cancel.click()

    said = "This import has ended already. Load the page again to see how it is."
    page.get_by_role("alert").get_by_text(said).wait_for()


def test_a_late_answer_hides_no_import_that_was_asked_for_since(url: str, page: Page) -> None:
    lists: list[tuple[Route, APIResponse]] = []

    def answer(route: Route) -> None:
        if route.request.method == "GET":
            lists.append((route, route.fetch()))
        if route.request.method != "GET" or len(lists) > 1:
            route.continue_()

    page.route("**/studio/api/imports", answer)
    page.goto(f"{url}/studio/imports")
    taken_over(page)
    wait_in(page, lambda: lists, "the page asks for its list")
    page.get_by_label("Addresses").fill(FILM)
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_text("Waiting for its turn").wait_for()

    late, empty = lists[0]
    late.fulfill(response=empty)
    wait_in(page, lambda: len(lists) > 1, "the page asks again")

    assert page.locator(".imports > li").count() == 1


def test_a_file_that_is_chosen_at_once_is_listed_once(
    url: str, page: Page, tmp_path: Path
) -> None:
    clip = tmp_path / "words.mp4"
    clip.write_bytes(b"no film" * 1000)
    lists = hold(page, "**/studio/api/uploads")
    page.goto(f"{url}/studio/upload")
    taken_over(page)

    with page.expect_file_chooser() as dialog:
        page.get_by_role("button", name="Choose files").click()
    dialog.value.set_files(clip)
    wait_in(page, lambda: lists, "the page asks for its list")
    lists[0].continue_()
    page.get_by_role("button", name="Retry words.mp4").wait_for()

    assert page.locator("li.upload").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_have_no_faults_that_axe_knows_and_fit_small_windows(
    db: Database,
    runtime: Runtime,
    ada: User,
    url: str,
    page: Page,
    record: Record,
    tmp_path: Path,
    scheme: Any,
) -> None:
    failed = asked_for(db, runtime, ada)
    asked_for(db, runtime, ada, "https://a.example/" + "long/" * 30 + "film.mp4")
    with db.begin() as tx:
        fail_import(tx, failed, "The other server has no such file.", now=runtime.now())
    clip = tmp_path / ("a very long name of a film " * 5 + ".mp4")
    clip.write_bytes(b"no film" * 1000)
    page.emulate_media(color_scheme=scheme)

    page.goto(f"{url}/studio/imports")
    taken_over(page)
    page.get_by_text("The other server has no such file.").wait_for()
    faults = faults_of(page)
    shoot(page, f"imports-{scheme}")
    widths = [width_in(page, 320)]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{url}/studio/upload")
    taken_over(page)
    with page.expect_file_chooser() as dialog:
        page.get_by_role("button", name="Choose files").click()
    dialog.value.set_files(clip)
    page.get_by_role("button", name="Retry").wait_for()
    page.get_by_role("button", name="Edit details").click()
    faults += faults_of(page)
    shoot(page, f"upload-{scheme}")
    widths.append(width_in(page, 320))
    shoot(page, f"upload-{scheme}-narrow")

    assert faults == []
    assert widths == [320, 320]
    assert record.origins == {url}


def test_everything_can_be_done_by_keyboard(url: str, page: Page, tmp_path: Path) -> None:
    clip = tmp_path / "words.mp4"
    clip.write_bytes(b"no film" * 1000)
    page.goto(f"{url}/studio/upload")
    taken_over(page)
    with page.expect_file_chooser() as dialog:
        page.get_by_role("button", name="Choose files").press("Enter")
    dialog.value.set_files(clip)
    page.get_by_role("button", name="Retry words.mp4").wait_for()

    page.get_by_role("button", name="Choose files").focus()
    reached = []
    for _key in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    page.keyboard.press("Enter")
    page.get_by_label("Title").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("Typed")
    page.get_by_text("Saved", exact=True).wait_for()

    assert reached == ["Retry words.mp4", "Cancel words.mp4", "Edit details of words.mp4"]
    assert page.get_by_label("Title").input_value() == "Typed"


def test_a_file_that_is_dropped_is_taken(url: str, page: Page) -> None:
    page.goto(f"{url}/studio/upload")
    taken_over(page)
    data = page.locator(".drop").evaluate_handle(
        """() => {
          const data = new DataTransfer()
          data.items.add(new File(['no film'], 'dropped.mp4', { type: 'video/mp4' }))
          return data
        }"""
    )

    page.locator(".drop").dispatch_event("drop", {"dataTransfer": data})

    page.get_by_role("button", name="Retry dropped.mp4").wait_for()
