"""The library in a real browser: by mouse, by keyboard, and without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.core.library.trees import folder_of
from tests.dialects.built import built
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of, make_user
from tests.web.axe import faults_of
from tests.web.browser import Record, follow, hold, shoot, until, wait_in, width_in
from tests.web.libraries import (
    REASON,
    asset_of,
    folder_names,
    make_folders,
    make_ready,
    make_stages,
    titles_in,
)
from tests.web.people import open_session_of
from tests.web.site import serving
from tests.web.studio import taken_over

from vitascope.base.ids import FolderId, VideoId
from vitascope.core.accounts.model import User
from vitascope.core.library.tag import tag_videos
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.uploads.queries import list_uploads
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import list_entries
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME
from vitascope.web import build

pytestmark = pytest.mark.browser

FILMS = ["Alpha", "Beta", "Gamma", "Omega"]


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, public_url="http://localhost:8080")


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    with serving(built(build, runtime)) as url:
        yield url


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, display_name="Ada Lovelace", quota_bytes=10_000)


@pytest.fixture
def films(db: Database, ada: User) -> list[VideoId]:
    """Four at the top, in the order of the alphabet when sorted by title."""
    with db.begin() as tx:
        return [make_ready(tx, ada, title) for title in FILMS]


@pytest.fixture
def archive(db: Database, ada: User) -> FolderId:
    with db.begin() as tx:
        return make_folders(tx, ada)[0]


@pytest.fixture
def context(browser: Browser, db: Database, ada: User, url: str) -> Iterator[BrowserContext]:
    """Ada is logged in."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    token = open_session_of(db, ada)
    context.add_cookies([{"name": NAME, "value": token, "url": url}])
    yield context
    context.close()


def opened(page: Page, url: str) -> None:
    page.goto(f"{url}/studio/library?sort=title")
    taken_over(page)


def said(page: Page, words: str) -> None:
    """Wait until the page has told ``words`` to those who cannot see it, which is the last
    thing that happens, and asks for nothing any more.
    """
    until(
        page,
        f"document.querySelector('[data-news]').textContent === {words!r}"
        " && !document.querySelector('dialog, [aria-busy=true]')",
    )


def focused(page: Page, id_: str) -> None:
    """Wait until what is typed goes there."""
    until(page, f"document.activeElement.id === {id_!r}")


def shown(page: Page) -> list[str]:
    names = ".library-name > a, .library-name > div > a"
    return page.locator("tbody").locator(names).all_inner_texts()


def test_three_are_selected_and_moved_by_mouse(
    db: Database,
    ada: User,
    films: list[VideoId],
    archive: FolderId,
    url: str,
    page: Page,
    record: Record,
) -> None:
    opened(page, url)
    page.get_by_label("Select Alpha").click()
    page.get_by_label("Select Gamma").click(modifiers=["Shift"])
    page.get_by_text("3 videos selected").wait_for()

    page.get_by_role("button", name="Move").click()
    page.get_by_label("Into the folder").select_option(str(archive))
    shoot(page, "library-move")
    page.get_by_role("dialog").get_by_role("button", name="Move").click()
    said(page, "3 videos moved to Archive")
    left = shown(page)
    page.get_by_role("table").get_by_role("link", name="Archive").click()
    page.get_by_role("link", name="Alpha").wait_for()

    assert left == ["Archive", "Omega"]
    assert shown(page) == ["2026", "Alpha", "Beta", "Gamma"]
    assert titles_in(db, ada, archive) == FILMS[:3]
    assert page.url == f"{url}/studio/library?folder={archive}&sort=title"
    assert record == Record(origins={url}, complaints=[])


def test_three_are_tagged_shown_and_deleted_by_keyboard(
    db: Database, ada: User, films: list[VideoId], url: str, page: Page
) -> None:
    opened(page, url)
    keys = page.keyboard
    page.get_by_label("Select Alpha").focus()
    for key in ("Space", "Shift+ArrowDown", "Shift+ArrowDown"):
        keys.press(key)
    page.get_by_text("3 videos selected").wait_for()

    page.get_by_role("button", name="Tags").press("Enter")
    focused(page, "tags-add")
    keys.type("garden, bees")
    keys.press("Enter")
    said(page, "The tags of 3 videos are saved")
    page.get_by_role("button", name="Who may watch").press("Enter")
    focused(page, "several-privacy")
    # Not by letters: who types slowly begins a new word with each.
    keys.press("End")
    page.get_by_role("button", name="Save").press("Enter")
    said(page, "3 videos changed")
    with db.read() as tx:
        tags = list_video_tags(tx, films[:3])
        kinds = [entry.video.privacy for entry in list_entries(tx, films[:3]).values()]
    page.get_by_label("Select Gamma").press("Delete")
    page.get_by_text("3 videos will be deleted.").wait_for()
    keys.press("Tab")
    keys.press("Enter")
    said(page, "3 videos deleted")
    focused(page, "list-title")

    assert [[tag.name for tag in tags[video]] for video in films[:3]] == [
        ["garden", "bees"]
    ] * 3
    assert kinds == [Privacy.PRIVATE] * 3
    assert titles_in(db, ada) == ["Omega"]


def test_what_is_dragged_onto_a_folder_goes_there(
    db: Database, ada: User, films: list[VideoId], archive: FolderId, url: str, page: Page
) -> None:
    opened(page, url)
    place = page.get_by_role("table").get_by_role("link", name="Archive")

    page.get_by_role("row", name="Beta").drag_to(place)
    said(page, "1 video moved to Archive")
    page.get_by_label("Select Alpha").click()
    page.get_by_label("Select Omega").click()
    beside = page.get_by_role("navigation", name="Folders", exact=True)
    page.get_by_role("row", name="Alpha").drag_to(beside.get_by_role("link", name="Archive"))
    said(page, "2 videos moved to Archive")

    assert titles_in(db, ada) == ["Gamma"]
    assert titles_in(db, ada, archive) == ["Alpha", "Beta", "Omega"]


def test_folders_are_made_renamed_and_deleted_with_what_they_hold(
    db: Database, ada: User, url: str, page: Page
) -> None:
    opened(page, url)
    page.get_by_role("button", name="New folder").click()
    focused(page, "folder-name")
    page.keyboard.type("Films")
    page.keyboard.press("Enter")
    said(page, "The folder Films is made")
    page.get_by_role("button", name="Rename Films").click()
    page.get_by_label("Name", exact=True).fill("Movies")
    page.keyboard.press("Enter")
    said(page, "The folder is called Movies now")
    named = folder_names(db, ada)
    with db.begin() as tx:
        inner = folder_of(tx, ada, "inner", FolderId(1))
        for number in range(12):
            make_ready(tx, ada, f"Film {number}", inner)

    page.get_by_label("Select the folder Movies").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_text("1 folder within and 12 videos will be deleted.").wait_for()
    delete = page.get_by_role("dialog").get_by_role("button", name="Delete")
    was_enabled = delete.is_enabled()
    page.get_by_label("To go on, type how many videos that are").fill("12")
    shoot(page, "library-delete")
    delete.click()
    said(page, "1 folder deleted")

    assert (named, was_enabled, folder_names(db, ada)) == (["Movies"], False, [])


def test_a_search_goes_through_all_folders(
    db: Database, ada: User, films: list[VideoId], archive: FolderId, url: str, page: Page
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, "Alphabet", FolderId(archive + 1))
        tag_videos(tx, actor_of(ada), films[:1], ["first"], now=NOON)
    opened(page, url)

    page.keyboard.press("/")
    focused(page, "search")
    page.keyboard.type("alph")
    until(page, "location.search.includes('search=alph')")
    said(page, "2 videos found")
    found = page.get_by_role("row").all_inner_texts()[1:]
    page.get_by_role("link", name="Archive / 2026").click()
    until(page, "document.querySelectorAll('tbody tr').length === 1")
    opened_folder = (shown(page), page.get_by_label("Search the whole library").input_value())
    page.go_back()
    page.get_by_label("Select Alpha", exact=True).wait_for()
    again = shown(page)
    page.get_by_label("Tag").select_option("first")
    until(page, "document.querySelectorAll('tbody tr').length === 1")

    assert ["Archive / 2026" in text for text in found] == [False, True]
    assert opened_folder == (["Alphabet"], "")
    assert again == ["Alpha", "Alphabet"]
    assert page.url == f"{url}/studio/library?search=alph&tag=first&sort=title"


def test_a_list_keeps_its_heading_until_the_next_one_is_there(
    films: list[VideoId], archive: FolderId, url: str, page: Page
) -> None:
    opened(page, url)
    lists = hold(page, "**/studio/api/library?*")
    heading = page.locator("#list-title")

    page.get_by_role("table").get_by_role("link", name="Archive").click()
    wait_in(page, lambda: lists, "the page asks for the folder")
    before = (heading.inner_text(), shown(page))
    lists[0].continue_()
    heading.get_by_text("Archive").wait_for()

    assert before == ("All videos", ["Archive", *FILMS])
    assert shown(page) == ["2026"]


def test_the_way_back_leads_to_what_was_typed_last(
    films: list[VideoId], archive: FolderId, url: str, page: Page
) -> None:
    opened(page, url)

    page.get_by_label("Search the whole library").press_sequentially("alph")
    beside = page.get_by_role("navigation", name="Folders", exact=True)
    beside.get_by_role("link", name="Archive").click()
    until(page, "document.querySelector('#list-title').textContent.trim() === 'Archive'")
    page.go_back()
    page.get_by_label("Select Alpha").wait_for()

    assert page.url == f"{url}/studio/library?search=alph&sort=title"
    assert shown(page) == ["Alpha"]


def test_work_is_followed_and_tried_again(
    db: Database, runtime: Runtime, ada: User, url: str, page: Page
) -> None:
    with db.begin() as tx:
        stages = make_stages(tx, ada)
    opened(page, url)
    badges = page.locator("tbody td .badge").all_inner_texts()
    page.locator("td").get_by_text(REASON).wait_for()
    shoot(page, "library-stages")
    page.get_by_role("button", name="Retry The failed film").click()
    said(page, "The work on The failed film begins again")
    row = page.get_by_role("row", name="The failed film")
    tried = row.locator("td .badge").inner_text()
    with db.begin() as tx:
        mark_ready(tx, asset_of(stages.making), now=NOON)
    said(page, "The making film: ready")

    assert badges == ["Failed", "40 %", "Ready", "Waiting", "Watchable at 480p, 60 %"]
    assert tried == "Waiting"


def test_a_video_is_edited_where_it_stands(
    db: Database, ada: User, films: list[VideoId], url: str, page: Page
) -> None:
    opened(page, url)
    page.get_by_role("button", name="Edit Beta").click()
    page.get_by_label("Title").fill("Betty")
    page.get_by_text("Saved", exact=True).wait_for()
    shoot(page, "library-edit")
    page.get_by_role("button", name="Close").click()
    page.get_by_role("link", name="Betty").wait_for()

    assert titles_in(db, ada) == ["Alpha", "Betty", "Gamma", "Omega"]
    assert page.evaluate("document.activeElement.textContent") == "Edit"


def test_what_is_selected_is_saved_as_a_list(
    films: list[VideoId], url: str, page: Page
) -> None:
    opened(page, url)
    page.get_by_label("Select Alpha").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()

    saved = Path(download.value.path()).read_text()
    assert download.value.suggested_filename == "videos.json"
    assert '"title": "Alpha"' in saved
    assert '"link": "http://localhost:8080/w/' in saved


def test_what_is_gone_is_told_by_its_name_and_nothing_is_changed(
    db: Database, ada: User, films: list[VideoId], archive: FolderId, url: str, page: Page
) -> None:
    opened(page, url)
    page.get_by_label("Select all on this page").click()
    with db.begin() as tx:
        delete_video(tx, actor_of(ada), films[1])

    page.get_by_role("button", name="Delete").click()
    page.get_by_text("4 videos will be deleted.").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    alert = page.get_by_role("alert")
    alert.wait_for()

    assert alert.inner_text() == (
        "Beta: It is not there any more. Nothing was changed. "
        "Load the page again to see how it is."
    )
    assert titles_in(db, ada) == ["Alpha", "Gamma", "Omega"]


def test_what_is_uploaded_from_a_folder_comes_into_it(
    db: Database, ada: User, archive: FolderId, url: str, page: Page, tmp_path: Path
) -> None:
    clip = tmp_path / "words.mp4"
    clip.write_bytes(b"no film")
    page.goto(f"{url}/studio/library?folder={archive}")
    taken_over(page)

    page.get_by_role("main").get_by_role("link", name="Upload").last.click()
    page.get_by_text("Into the folder Archive").wait_for()
    taken_over(page)
    with page.expect_file_chooser() as dialog:
        page.get_by_role("button", name="Choose files").click()
    dialog.value.set_files(clip)
    page.get_by_role("button", name="Edit details of words.mp4").wait_for()
    page.get_by_role("button", name="Retry words.mp4").wait_for()

    with db.read() as tx:
        assert [
            upload.fields["folder_id"] for upload in list_uploads(tx, ada.id, now=NOON)
        ] == [archive]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_faults_that_axe_knows_and_fits_small_windows(
    db: Database, ada: User, url: str, page: Page, record: Record, scheme: Any
) -> None:
    with db.begin() as tx:
        make_folders(tx, ada)
        make_stages(tx, ada)
        long = make_ready(tx, ada, "A very long name " * 8 + "x" * 60)
        tag_videos(tx, actor_of(ada), [long], ["garden", "bees and other insects"], now=NOON)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    opened(page, url)
    page.get_by_label("Select The ready film").click()
    page.get_by_text("1 video selected").wait_for()
    faults = faults_of(page)
    shoot(page, f"library-{scheme}")
    widths = [width_in(page, 320)]
    shoot(page, f"library-{scheme}-narrow")
    faults += faults_of(page)
    for name in ("Move", "Tags", "Delete"):
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_role("dialog").wait_for()
        faults += faults_of(page)
        widths.append(width_in(page, 320))
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")

    assert faults == []
    assert widths == [320] * 4
    assert record == Record(origins={url}, complaints=[])


def test_the_essentials_work_without_scripts(
    browser: Browser, db: Database, ada: User, films: list[VideoId], url: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        token = open_session_of(db, ada)
        context.add_cookies([{"name": NAME, "value": token, "url": url}])
        page = context.new_page()
        page.goto(f"{url}/studio/library")
        page.get_by_label("New folder").fill("Films")
        follow(page.get_by_role("button", name="Make the folder"))
        follow(page.get_by_role("link", name="Change Alpha"))
        page.get_by_label("Into the folder").select_option("Films")
        follow(page.get_by_role("button", name="Move"))
        follow(page.get_by_role("link", name="Change Beta"))
        follow(page.get_by_role("button", name="Delete"))
        page.get_by_label("Search the whole library").fill("alph")
        follow(page.get_by_role("button", name="Show"))
        shoot(page, "library-plain")
        follow(page.get_by_role("link", name="Films"))
        crumbs = page.get_by_role("navigation", name="Folders above").inner_text()

    assert crumbs.split() == ["All", "videos", "Films"]
    assert titles_in(db, ada, FolderId(1)) == ["Alpha"]
    assert titles_in(db, ada) == ["Gamma", "Omega"]
