"""Captions with styles of their own (ASS), in a real browser."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page
from tests.web.browser import Record, shoot, until
from tests.web.conftest import words_of
from tests.web.samples import MEDIA, make_view
from tests.web.site import FixtureSite
from tests.web.test_player import choose, slow_down, start, video, wait_for_video

from vitascope.web.render import render_embed, render_watch

pytestmark = [pytest.mark.browser, pytest.mark.media]

_LINES = "document.querySelectorAll('.ASS-dialogue').length"

# Magenta words on the upper left, and others from 12 s on. What a font is called tries to end
# the style that it becomes a part of.
ASS = r"""[Script Info]
ScriptType: v4.00+
PlayResX: 640
PlayResY: 360

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,x";position:fixed;z-index:9;background:url(//evil.example/a);",80,&H00FF00FF,&H00FFFFFF,&H00FF00FF,&H00FF00FF,-1,0,0,0,100,100,0,0,1,0,0,7,20,20,20,1

Style: Signs (small),No Such Font,40,&H0000FF00,&H00FFFFFF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,1,0,9,20,20,20,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.00,0:00:10.00,Default,,0,0,0,,█████
Dialogue: 0,0:00:00.00,0:00:10.00,Signs (small),,0,0,0,,Green
Dialogue: 0,0:00:12.00,0:00:20.00,Default,,0,0,0,,{\fny";inset:0;}Later {\i1}words{\i0}<img src=x onerror=alert(1)>
"""  # noqa: E501 -- a line of the format is a line


@pytest.fixture
def styled(site: FixtureSite) -> FixtureSite:
    """The watch page and the embed, with styles for the English captions."""
    english, french = make_view().captions
    captions = (replace(english, styled=f"{MEDIA}/captions/en.ass"), french)
    view = replace(make_view(), captions=captions)
    site.media["captions/en.ass"] = ASS
    site.pages["/watch"] = render_watch(words_of(site), view)
    site.pages["/embed"] = render_embed(words_of(site), view)
    return site


def asked_for(page: Page) -> list[str]:
    """Names of the files that the page asks for from now on."""
    names: list[str] = []
    page.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    return names


def is_magenta(page: Page, x: float, y: float) -> bool:
    """Whether the picture has that colour there; both are 0 to 1."""
    box = page.locator("media-controller").bounding_box()
    assert box is not None
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    place = int(box["x"] + box["width"] * x), int(box["y"] + box["height"] * y)
    pixel = shot.getpixel(place)
    assert isinstance(pixel, tuple)
    red, green, blue = pixel[:3]
    return red > 200 and green < 60 and blue > 200


@pytest.mark.parametrize("path", ["/watch", "/embed"])
def test_chosen_captions_are_drawn_as_they_are_styled(
    styled: FixtureSite, page: Page, record: Record, path: str
) -> None:
    start(page, f"{styled.url}{path}")
    slow_down(page)

    choose(page, "captions", "English")
    until(page, f"{_LINES} === 2")
    video(page, "v.pause()")

    # Where plain captions never stand.
    assert is_magenta(page, 0.1, 0.16)
    assert not is_magenta(page, 0.9, 0.16)
    shoot(page, f"styled-captions-{path.strip('/')}")
    assert record == Record(origins={styled.url}, complaints=[])


def test_nothing_of_it_is_loaded_before_such_captions_are_chosen(
    styled: FixtureSite, page: Page
) -> None:
    asked = asked_for(page)
    start(page, f"{styled.url}/watch")
    slow_down(page)
    choose(page, "captions", "Français")
    wait_for_video(page, "[...v.textTracks].some(t => t.activeCues?.[0]?.text === 'Des mots')")
    before = [name for name in asked if name in {"ass.js", "en.ass"}]

    choose(page, "captions", "English")
    until(page, f"{_LINES} === 2")

    assert before == []
    assert sorted(name for name in asked if name in {"ass.js", "en.ass"}) == [
        "ass.js",
        "en.ass",
    ]


def test_the_lines_follow_the_picture_and_go_with_the_choice(
    styled: FixtureSite, page: Page
) -> None:
    start(page, f"{styled.url}/watch")
    slow_down(page)
    choose(page, "captions", "English")
    until(page, f"{_LINES} === 2")

    video(page, "(v.currentTime = 11)")
    until(page, f"{_LINES} === 0")
    video(page, "(v.currentTime = 11.9)")
    until(page, "document.querySelector('.ASS-dialogue')?.textContent.includes('Later words')")
    choose(page, "captions", "Français")

    until(page, f"{_LINES} === 0 && !document.querySelector('.vp.is-styled, .vp-styled')")


def test_what_a_caption_says_changes_nothing_but_the_caption(
    styled: FixtureSite, page: Page, record: Record
) -> None:
    start(page, f"{styled.url}/watch?t=13")
    slow_down(page)
    choose(page, "captions", "English")
    until(page, f"{_LINES} === 1")

    place = "document.querySelector('.vp-styled')"
    words = f"[...{place}.querySelectorAll('span')]"
    styles = page.evaluate(
        f"[...new Set({words}.map(w => getComputedStyle(w).position + ' ' +"
        " getComputedStyle(w).backgroundImage))]"
    )
    assert page.evaluate(f"{place}.querySelectorAll('img, script').length") == 0
    assert "<img src=x" in (page.locator(".vp-styled").text_content() or "")
    assert [style for style in styles if "fixed" in style or "url" in style] == []
    assert record == Record(origins={styled.url}, complaints=[])


def test_a_font_that_is_not_here_has_no_serifs(styled: FixtureSite, page: Page) -> None:
    start(page, f"{styled.url}/watch")
    slow_down(page)
    choose(page, "captions", "English")
    sign = page.locator(".ASS-dialogue span[data-text=Green]")

    font, colour = sign.evaluate(
        "sign => [getComputedStyle(sign).fontFamily, getComputedStyle(sign).color]"
    )

    assert (font, colour) == ("Arial", "rgb(0, 255, 0)")


def test_where_the_styles_cannot_be_had_the_plain_words_show(
    styled: FixtureSite, page: Page
) -> None:
    del styled.media["captions/en.ass"]
    start(page, f"{styled.url}/watch")

    with page.expect_response("**/en.ass"):
        choose(page, "captions", "English")
    shown = "v.textTracks[0].activeCues?.[0]?.text === 'English words'"
    wait_for_video(page, shown)

    assert page.locator(".is-styled, .vp-styled").count() == 0
