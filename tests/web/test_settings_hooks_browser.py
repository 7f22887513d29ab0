"""Webhooks and player presets in a real browser: what moves, and what everybody can use."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of, make_user
from tests.web.axe import faults_of
from tests.web.browser import Record, follow, shoot, until, width_in
from tests.web.people import open_session_of
from tests.web.site import serving
from tests.webhooks import FAILED, TAKEN, UNANSWERED, make_delivery, make_endpoint, pause

from vitascope.core.accounts.model import User
from vitascope.core.presets.keep import add_preset, own_preset
from vitascope.core.presets.model import Look, NewPreset, Preset, Watermark
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import DeliveryState, Outcome
from vitascope.core.webhooks.queries.attempts import insert_attempts
from vitascope.core.webhooks.tables import webhook_deliveries
from vitascope.db import Database
from vitascope.http.session_cookie import NAME
from vitascope.web import build

pytestmark = pytest.mark.browser

PLAYER = ".vp"


@pytest.fixture
def db(sqlite_db: Database) -> Database:
    """What a browser shows does not depend on the engine."""
    return sqlite_db


@pytest.fixture
def url(db: Database, tmp_path: Path) -> Iterator[str]:
    runtime = make_runtime(db, tmp_path, public_url="http://localhost:8080")
    with serving(build(runtime)) as url:
        yield url


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def preset(db: Database, ada: User) -> Preset:
    look = Look(watermark=Watermark(enabled=True, text="{viewer_id}"))
    new = NewPreset(name="House", is_default=True, look=look)
    with db.begin() as tx:
        return add_preset(tx, actor_of(ada), new, now=NOON)


def log_in(context: BrowserContext, db: Database, url: str, user: User) -> None:
    context.add_cookies([{"name": NAME, "value": open_session_of(db, user), "url": url}])


def style_of(page: Page, selector: str, name: str) -> str:
    found: str = page.locator(selector).first.evaluate(
        "(element, name) => getComputedStyle(element).getPropertyValue(name)", name
    )
    return found.strip()


def test_the_preview_follows_the_form(
    db: Database,
    ada: User,
    preset: Preset,
    url: str,
    context: BrowserContext,
    page: Page,
    record: Record,
) -> None:
    log_in(context, db, url, ada)
    page.goto(f"{url}/settings/presets/{preset.uuid}")
    page.locator(f"{PLAYER} .vp-mark").get_by_text("ada").wait_for()

    page.get_by_label("Colour").fill("#ff8800")
    page.get_by_label("Full screen").uncheck()
    page.get_by_label("Its text").fill("For {viewer_id} only")
    page.get_by_text("For ada only").wait_for()
    accent = style_of(page, PLAYER, "--vp-accent")
    hidden = style_of(page, f"{PLAYER} media-fullscreen-button", "display")
    page.get_by_label("Show a watermark").uncheck()
    page.locator(".vp-mark").wait_for(state="detached")
    page.get_by_label("Colour").fill("#202020")
    warning = page.locator("[data-contrast]")
    warning.get_by_text("the contrast is 1.2:1, and 3:1 is needed").wait_for()
    page.get_by_label("Colour").fill("#00ff00")
    until(page, "document.querySelector('[data-contrast]').textContent === ''")

    assert (accent, hidden) == ("#ff8800", "none")
    follow(page.get_by_role("button", name="Save the preset"))
    page.get_by_text("The preset is saved.").wait_for()
    with db.read() as tx:
        kept = own_preset(tx, actor_of(ada), preset.uuid).look
    assert (kept.primary_color, kept.controls.fullscreen, kept.watermark.enabled) == (
        "#00ff00",
        False,
        False,
    )
    assert record == Record(origins={url}, complaints=[])


@pytest.mark.parametrize("size_px", [(1280, 720), (900, 700), (320, 640)])
def test_the_preview_stays_in_sight_while_the_last_fields_are_filled_in(
    db: Database,
    ada: User,
    preset: Preset,
    url: str,
    context: BrowserContext,
    page: Page,
    size_px: tuple[int, int],
) -> None:
    log_in(context, db, url, ada)
    page.set_viewport_size({"width": size_px[0], "height": size_px[1]})
    page.goto(f"{url}/settings/presets/{preset.uuid}")
    page.locator(f"{PLAYER} .vp-mark").get_by_text("ada").wait_for()

    page.get_by_label("Seconds until it moves").focus()

    shown = f"document.querySelector('{PLAYER}').getBoundingClientRect()"
    field = "document.activeElement.getBoundingClientRect()"
    until(page, f"scrollY > 0 && {shown}.top >= 0 && {shown}.bottom <= innerHeight")
    until(
        page,
        "document.activeElement.name === 'watermark_move_interval' && "
        f"document.elementFromPoint({field}.x + 5, {field}.y + 5) === document.activeElement",
    )


def test_the_preview_plays_a_picture_that_is_drawn_in_the_page(
    db: Database,
    ada: User,
    preset: Preset,
    url: str,
    context: BrowserContext,
    page: Page,
    record: Record,
) -> None:
    log_in(context, db, url, ada)
    page.goto(f"{url}/settings/presets/{preset.uuid}")
    video = f"document.querySelector('{PLAYER} video')"

    until(page, f"{video}?.currentTime === 42 && {video}.duration === 120")
    page.locator(f"{PLAYER} .vp-bar media-play-button").click()

    until(page, f"{video}.currentTime > 42.3")
    assert record == Record(origins={url}, complaints=[])


def test_a_delivery_is_followed_while_somebody_looks(
    db: Database, ada: User, url: str, context: BrowserContext, page: Page, record: Record
) -> None:
    with db.begin() as tx:
        endpoint = make_endpoint(tx, ada)
    log_in(context, db, url, ada)
    page.goto(f"{url}/settings/webhooks/{endpoint.uuid}")
    follow(page.get_by_role("button", name="Send a test"))
    page.get_by_text("A test is on its way.").wait_for()
    page.locator(".rows .badge").get_by_text("Waiting").wait_for()
    with db.begin() as tx:
        found = list_own_deliveries(tx, actor_of(ada), endpoint.uuid, start=0, count=9)
        (told,) = found.items
        outcome = Outcome(delivery_id=told.id, endpoint_id=endpoint.id, attempt=TAKEN)
        insert_attempts(tx, [outcome])
        values = {"state": DeliveryState.DELIVERED, "attempts": 1, "body": "{}"}
        tx.execute(webhook_deliveries.update().values(**values))

    page.locator(".rows .badge").get_by_text("Delivered").wait_for()

    news = page.locator("[data-news]").inner_text()
    page.get_by_text("Requests and answers").click()
    assert page.get_by_text("204").is_visible()
    assert news == "A test: Delivered"
    assert record == Record(origins={url}, complaints=[])


def test_a_webhook_is_added_paused_and_deleted_without_scripts(
    browser: Browser, db: Database, ada: User, url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    log_in(context, db, url, ada)
    page = context.new_page()
    page.goto(url)
    page.goto(f"{url}/settings/profile")
    follow(page.get_by_role("link", name="Webhooks"))
    page.get_by_label("Address").fill("https://hooks.example/take")
    page.get_by_label("A video could not be made").check()
    follow(page.get_by_role("button", name="Add the webhook"))
    secret = page.get_by_role("textbox", name="The secret").input_value()
    follow(page.get_by_role("button", name="Switch off https://hooks.example/take"))
    off = page.get_by_role("status").inner_text()
    page.get_by_label("Delete the webhook https://hooks.example/take").click()
    follow(page.get_by_role("button", name="Delete it for good"))

    assert secret.startswith("whsec_")
    assert off.startswith("The webhook is off.")
    assert page.get_by_role("status").inner_text().startswith("The webhook is deleted")
    assert page.get_by_text("You have no webhooks.").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody_and_fits_every_window(
    db: Database,
    ada: User,
    preset: Preset,
    url: str,
    context: BrowserContext,
    page: Page,
    record: Record,
    scheme: Any,
) -> None:
    with db.begin() as tx:
        endpoint = make_endpoint(tx, ada, url="https://hooks.example/" + "deep/" * 30)
        make_delivery(tx, ada, endpoint, FAILED, UNANSWERED, state=DeliveryState.FAILED)
        make_delivery(tx, ada, endpoint)
        pause(tx, make_endpoint(tx, ada))
    log_in(context, db, url, ada)
    page.emulate_media(color_scheme=scheme)
    paths = {
        "webhooks": "/settings/webhooks",
        "webhook": f"/settings/webhooks/{endpoint.uuid}",
        "presets": "/settings/presets",
        "preset": f"/settings/presets/{preset.uuid}",
    }

    faults, widths = {}, {}
    for name, path in paths.items():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(url + path)
        for summary in page.locator("main summary").all():
            summary.click()
        shoot(page, f"settings-{name}-{scheme}")
        faults[name] = faults_of(page)
        widths[name] = width_in(page, 320)

    assert {name: found for name, found in faults.items() if found} == {}
    assert widths == dict.fromkeys(paths, 320)
    assert record == Record(origins={url}, complaints=[])
