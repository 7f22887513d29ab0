"""What a player preset may say."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from vitascope.base.languages import canonical_tag, is_language_tag
from vitascope.core.presets.contrast import BAR_COLOR, LEAST_CONTRAST, contrast
from vitascope.core.presets.model import Look, NewPreset, Watermark

LONGEST_NAME, LONGEST_ADDRESS, LONGEST_TEXT = 100, 500, 200
MOST_RATES, SLOWEST_RATE, FASTEST_RATE = 12, 0.1, 16.0
SHORTEST_INTERVAL_S, LONGEST_INTERVAL_S = 30, 60
_COLOR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_HEIGHT = re.compile(r"([0-9]{3,4})p")
_LOWEST_HEIGHT, _HIGHEST_HEIGHT = 144, 4320
_ADDRESS = re.compile(r"https?://[a-z0-9.:\[\]_-]+([/?#][!-~]*)?", re.IGNORECASE)


def faults_of(new: NewPreset) -> dict[str, str]:
    """A sentence for each field that breaks a rule, under names such as
    ``watermark.opacity``; empty when all is well.
    """
    return dict(_faults(new))


def tidied(new: NewPreset) -> NewPreset:
    """A preset without faults as it is kept: every rate once, the slowest first."""
    look = msgspec.structs.replace(
        new.look,
        primary_color=new.look.primary_color.lower(),
        playback_rates=tuple(sorted(set(new.look.playback_rates))),
        default_subtitle_language=canonical_tag(new.look.default_subtitle_language),
    )
    return NewPreset(name=new.name.strip(), is_default=new.is_default, look=look)


def _faults(new: NewPreset) -> Iterator[tuple[str, str]]:
    if not 1 <= len(new.name.strip()) <= LONGEST_NAME or not new.name.strip().isprintable():
        yield "name", f"A preset's name has 1 to {LONGEST_NAME} characters"
    yield from _look_faults(new.look)
    yield from _watermark_faults(new.look.watermark)


def _look_faults(look: Look) -> Iterator[tuple[str, str]]:
    if color_fault := _color_fault(look.primary_color):
        yield "primary_color", color_fault
    # We serve it as ours, so nobody on the way may change it.
    if look.logo_url and not _is_address(look.logo_url, "https"):
        yield "logo_url", f"A logo has an https address of at most {LONGEST_ADDRESS} characters"
    if look.logo_link and not _is_address(look.logo_link, "http", "https"):
        words = "A logo leads to an http or https address"
        yield "logo_link", f"{words} of at most {LONGEST_ADDRESS} characters"
    if not _are_rates(look.playback_rates):
        words = f"1 to {MOST_RATES} speeds from {SLOWEST_RATE} to {FASTEST_RATE:g}"
        yield "playback_rates", f"{words}, and 1 among them"
    if not _is_quality(look.default_quality):
        yield "default_quality", "auto, or a height from 144p to 4320p"
    language = look.default_subtitle_language
    if language and not is_language_tag(language):
        yield "default_subtitle_language", "A language tag such as en or pt-BR, or nothing"


def _watermark_faults(mark: Watermark) -> Iterator[tuple[str, str]]:
    if len(mark.text) > LONGEST_TEXT or not mark.text.isprintable():
        yield "watermark.text", f"A watermark has at most {LONGEST_TEXT} characters in one line"
    elif mark.enabled and not mark.text.strip():
        yield "watermark.text", "A watermark that is shown needs a text"
    if not 0 <= mark.opacity <= 1:
        yield "watermark.opacity", "An opacity is a number from 0 to 1"
    if not SHORTEST_INTERVAL_S <= mark.move_interval <= LONGEST_INTERVAL_S:
        words = f"A watermark moves every {SHORTEST_INTERVAL_S} to {LONGEST_INTERVAL_S} seconds"
        yield "watermark.move_interval", words


def _color_fault(color: str) -> str | None:
    if not _COLOR.fullmatch(color):
        return "A colour is written like #3ea6ff"
    found = contrast(color, BAR_COLOR)
    if found >= LEAST_CONTRAST:
        return None
    return (
        f"{color} is too dark for the player's controls: the contrast is {found:.1f}:1, "
        f"and {LEAST_CONTRAST:g}:1 is needed"
    )


def _are_rates(rates: tuple[float, ...]) -> bool:
    return (
        1 <= len(rates) <= MOST_RATES
        and 1 in rates
        and all(SLOWEST_RATE <= rate <= FASTEST_RATE for rate in rates)
    )


def _is_quality(text: str) -> bool:
    found = _HEIGHT.fullmatch(text)
    if found is None:
        return text == "auto"
    return _LOWEST_HEIGHT <= int(found[1]) <= _HIGHEST_HEIGHT


def _is_address(text: str, *schemes: str) -> bool:
    if len(text) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
