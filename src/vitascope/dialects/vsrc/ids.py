"""Media ids: a word for the kind, then our uuid."""

import re
import uuid

from vitascope.base.errors import Invalid, NotFound

_VOD = re.compile(r"vod_[a-f0-9\-]+")
_LIVE = re.compile(r"live_[a-f0-9\-]+")
_ANY = re.compile(r"(vod|live)_[a-f0-9\-]+")
_PREFIX = "vod_"


def media_id(video: uuid.UUID) -> str:
    return f"{_PREFIX}{video}"


def parse_vod_id(text: str) -> uuid.UUID:
    """
    Raises:
        Invalid: it breaks the documented pattern.
        NotFound: it keeps the pattern, but no video can have it.
    """
    return _parse(text, _VOD)


def parse_any_id(text: str) -> uuid.UUID:
    """As :func:`parse_vod_id`, where ids of live streams are allowed too: there are none yet.

    Raises:
        Invalid, NotFound: as :func:`parse_vod_id`.
    """
    return _parse(text, _ANY)


def check_live_id(text: str) -> None:
    """Raises Invalid when it breaks the documented pattern."""
    _check(text, _LIVE)


def _parse(text: str, pattern: re.Pattern[str]) -> uuid.UUID:
    _check(text, pattern)
    try:
        video = uuid.UUID(text.removeprefix(_PREFIX))
    except ValueError:
        raise NotFound("media", text) from None
    # The uuid parser takes hyphens anywhere; one video has one id.
    if media_id(video) != text:
        raise NotFound("media", text)
    return video


def _check(text: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(text):
        raise Invalid("mediaId", f"mediaId must match ^{pattern.pattern}$")
