"""What a player may say."""

import json
import math
from collections.abc import Iterable

from vitascope.base.errors import Invalid
from vitascope.core.analytics.model import PlayerEvent

LONGEST_SESSION, LONGEST_QUALITY, LONGEST_VIEWER, LONGEST_MESSAGE = 100, 50, 255, 1000
MOST_EXTRA_BYTES = 2048
# Far less than what writers of JSON give up at, wherever they are called.
_MOST_DEPTH = 32
# More than a year is no place in a video.
_MOST_S = 366 * 86_400.0


def check_event(event: PlayerEvent) -> None:
    """Whether it is short enough to be kept, and its times are ones that a video has.

    Raises:
        Invalid: ``field`` is that of :class:`PlayerEvent`.
    """
    _check_text("session", event.session, LONGEST_SESSION)
    _check_text("quality", event.quality, LONGEST_QUALITY)
    _check_text("viewer", event.viewer, LONGEST_VIEWER)
    _check_text("message", event.message, LONGEST_MESSAGE)
    if not event.session:
        raise Invalid("session", "An event belongs to a session")
    for field in ("position_s", "duration_s", "buffer_s"):
        _check_time(field, getattr(event, field))
    if event.extra is not None:
        _check_depth(event.extra)
        if len(_json(event.extra)) > MOST_EXTRA_BYTES:
            raise Invalid("extra", f"At most {MOST_EXTRA_BYTES} bytes of JSON")


def _check_depth(extra: object) -> None:
    level = [extra]
    for _ in range(_MOST_DEPTH):
        level = [inner for value in level for inner in _inside(value)]
        if not level:
            return
    raise Invalid("extra", f"At most {_MOST_DEPTH} values inside each other")


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _json(extra: object) -> bytes:
    try:
        text = json.dumps(extra, allow_nan=False)
    except ValueError:
        raise Invalid("extra", "This is not JSON") from None
    # PostgreSQL keeps no text with such a character.
    if "\\u0000" in text:
        raise Invalid("extra", "It contains a character that no text has")
    return text.encode()


def _check_text(field: str, text: str | None, longest: int) -> None:
    if text is None:
        return
    if len(text) > longest:
        raise Invalid(field, f"At most {longest} characters")
    if "\0" in text:
        raise Invalid(field, "It contains a character that no text has")


def _check_time(field: str, time_s: float | None) -> None:
    if time_s is not None and not (math.isfinite(time_s) and 0 <= time_s <= _MOST_S):
        raise Invalid(field, "A number of seconds from 0 to a year")
