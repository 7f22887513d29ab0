"""A real Chromium for tests, and a record of what its pages did.

Import the fixtures into a ``conftest.py``. No test may count on how fast a page is: wait for
what a press changes, never for what was there before it. ``VITASCOPE_TEST_SLOW=400,4`` makes
pages slow, to find those that do: milliseconds that each request takes longer, and how many
times slower the processor is.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Frame,
    Locator,
    Page,
    Route,
    sync_playwright,
)
from tests.conftest import missing

CHROMIUM = Path("/usr/bin/chromium")
SHOTS = Path(__file__).parents[2] / "build" / "shots"
# Only ends a test that would hang.
PATIENCE_S = 120.0
_POLL_MS = 50
_SLOW = os.environ.get("VITASCOPE_TEST_SLOW", "")
_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


@dataclass
class Record:
    """Everything a page should not do."""

    origins: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self._asked(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._said)

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https"}:
            self.origins.add(f"{parts.scheme}://{parts.netloc}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


# Not for the whole session: while it runs, Playwright's loop stands in the way of async tests.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        missing(f"Chromium ({CHROMIUM})")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        chromium.on("context", _prepare)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield context
    context.close()


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def page(context: BrowserContext, record: Record) -> Page:
    page = context.new_page()
    record.watch(page)
    return page


def wait_in(place: Page | Frame, condition: Callable[[], object], what: str) -> None:
    """Wait until it is so, while the page goes on."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"never true: {what}")
        place.wait_for_timeout(_POLL_MS)


def until(place: Page | Frame, expression: str) -> None:
    """Wait until ``expression`` is true in the page.

    Playwright's own way evaluates a string inside the page, which our policy forbids.
    """
    wait_in(place, lambda: place.evaluate(expression), expression)


def follow(target: Locator) -> None:
    """Press what leads to another page, and wait until that is there.

    Most of what a test looks at stands on both pages, so that the press alone tells nothing.
    """
    with target.page.expect_navigation():
        target.click()


def hold(page: Page, address: str) -> list[Route]:
    """Let requests for ``address`` wait; gives those that do."""
    held: list[Route] = []
    page.route(address, lambda route: held.append(route))
    return held


def width_in(page: Page, width_px: int, height_px: int = 800) -> int:
    """How wide the page is in a window of that width, once it has got used to it."""
    page.set_viewport_size({"width": width_px, "height": height_px})
    width = "document.documentElement.scrollWidth"
    with suppress(AssertionError):
        until(page, f"innerWidth === {width_px} && {width} === {width_px}")
    found: int = page.evaluate(width)
    return found


def shoot(page: Page, name: str) -> None:
    """Keep a picture of the page for people to look at; in CI nobody does."""
    if os.environ.get("CI"):
        return
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")


def _prepare(context: BrowserContext) -> None:
    context.set_default_timeout(1000 * PATIENCE_S)
    if _SLOW:
        context.on("page", _slow_down)


def _slow_down(page: Page) -> None:
    latency_ms, times = (int(word) for word in _SLOW.split(","))
    tools = page.context.new_cdp_session(page)
    line = {"offline": False, "latency": latency_ms}
    unlimited = {"downloadThroughput": -1, "uploadThroughput": -1}
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", {**line, **unlimited})
    tools.send("Emulation.setCPUThrottlingRate", {"rate": times})
