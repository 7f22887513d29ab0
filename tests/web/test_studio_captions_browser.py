"""The captions of a video in a real browser, where its details are changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.dialects.built import built
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, make_user
from tests.web.axe import faults_of
from tests.web.browser import shoot, until, width_in
from tests.web.libraries import make_ready
from tests.web.people import open_session_of
from tests.web.site import serving
from tests.web.studio import taken_over

from vitascope.base.ids import VideoId
from vitascope.core.accounts.model import User
from vitascope.core.captions.queries import list_added_captions
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.advance import complete_translation, keep_texts
from vitascope.core.translations.queries import find_open_translation
from vitascope.db import Database
from vitascope.http.session_cookie import NAME
from vitascope.web import build

pytestmark = pytest.mark.browser

VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def film(db: Database, ada: User) -> VideoId:
    with db.begin() as tx:
        return make_ready(tx, ada, "Alpha")


@pytest.fixture
def page(
    browser: Browser, db: Database, ada: User, film: VideoId, tmp_path: Path
) -> Iterator[Page]:
    """Ada changes the details of her film, where somebody translates."""
    assert film
    runtime = make_runtime(
        db,
        tmp_path,
        public_url="http://localhost:8080",
        translation_provider=TranslationProvider.ARGOS,
    )
    with serving(built(build, runtime)) as url:
        context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
        context.add_cookies([{"name": NAME, "value": open_session_of(db, ada), "url": url}])
        page = context.new_page()
        page.goto(f"{url}/studio/library")
        taken_over(page)
        page.get_by_role("button", name="Edit Alpha").click()
        page.get_by_role("heading", name="Captions").wait_for()
        yield page
        context.close()


def told(page: Page, words: str) -> None:
    """Wait until what was done is told."""
    until(page, f"document.querySelector('.captions [role=status]').textContent === {words!r}")


def add(page: Page, folder: Path) -> None:
    file = folder / "words.vtt"
    file.write_text(VTT)
    page.get_by_label("Language of a new one").select_option("en")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add a caption file").click()
    chooser.value.set_files(file)
    told(page, "words.vtt is added")


def shown(page: Page) -> list[str]:
    return page.locator(".caption-label").all_inner_texts()


def test_a_caption_is_added_made_the_default_and_deleted(
    page: Page, db: Database, film: VideoId, tmp_path: Path
) -> None:
    add(page, tmp_path)
    added, faults = shown(page), faults_of(page)
    page.get_by_role("button", name="Show English by default").click()
    told(page, "Players show English by themselves")
    with db.read() as tx:
        kept = [(each.language, each.is_default) for each in list_added_captions(tx, film)]
    page.get_by_role("button", name="Delete English").click()
    told(page, "English is deleted")

    assert (added, kept) == (["English added"], [("en", True)])
    assert page.get_by_text("There are none yet.").is_visible()
    assert faults == []


def test_a_translation_is_followed_until_it_is_there(
    page: Page, db: Database, film: VideoId, tmp_path: Path
) -> None:
    add(page, tmp_path)
    page.get_by_label("Translate into").select_option("fr")
    page.get_by_role("button", name="Translate").click()
    told(page, "The translation is under way")
    with db.begin() as tx:
        found = find_open_translation(tx, film, "en", "fr")
        assert found is not None
        keep_texts(tx, found.id, {}, percent=40, now=NOON)
    until(page, "document.querySelector('.caption-list progress').value === 40")
    faults, width = faults_of(page), width_in(page, 320)
    shoot(page, "captions-narrow")
    with db.begin() as tx:
        complete_translation(tx, found.id, "French (automatic)", "videos/v/fr.vtt", now=NOON)
    told(page, "The translation is there")

    assert shown(page) == ["English added", "French (automatic) by a machine"]
    assert (faults, width) == ([], 320)
