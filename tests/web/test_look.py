"""Pages without a player, in a real browser: they fit, and people can look at them."""

from typing import Any

import pytest
from playwright.sync_api import Page
from tests.web.browser import Record, shoot, width_in
from tests.web.conftest import words_of
from tests.web.samples import MEDIA, NOON, make_card
from tests.web.site import FixtureSite

from vitascope.web.render import render_error, render_home, render_password

pytestmark = [pytest.mark.browser, pytest.mark.media]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_home_fits_every_window_and_runs_no_script(
    site: FixtureSite, page: Page, record: Record, scheme: Any
) -> None:
    cards = [make_card(poster=f"{MEDIA}/poster.jpg") for _number in range(8)]
    cards[2] = make_card(title="A much longer title that needs more than one line to be told")
    cards[5] = make_card(title="Not encoded yet", poster=None, duration_s=None, views=1)
    site.pages["/"] = render_home(words_of(site), cards, next_page=2, now=NOON)
    page.emulate_media(color_scheme=scheme)
    page.goto(site.url)
    page.wait_for_load_state("networkidle")
    shoot(page, f"home-{scheme}")

    width = width_in(page, 320)

    assert width == 320
    assert page.locator("script").count() == 0
    assert record == Record(origins={site.url}, complaints=[])


def test_forms_and_errors_fit_a_small_window(
    site: FixtureSite, page: Page, record: Record
) -> None:
    words = words_of(site)
    sentence = "The address may be mistyped, or the video was removed or is not public."
    site.pages |= {
        "/password": render_password(
            words,
            "/w/x/unlock",
            problem="This password does not open the video.",
            is_embed=False,
        ),
        "/embed-password": render_password(
            words, "/x/unlock", problem="This password does not open the video.", is_embed=True
        ),
        "/error": render_error(words, "This page does not exist", sentence),
    }

    widths = []
    for path in ("/password", "/embed-password", "/error"):
        page.set_viewport_size({"width": 800, "height": 500})
        page.goto(site.url + path)
        shoot(page, path.strip("/"))
        widths.append(width_in(page, 320, 500))

    assert widths == [320, 320, 320]
    assert record == Record(origins={site.url}, complaints=[])
