"""Reads the dictionaries yt-dlp describes videos with."""

import math
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from vitascope.fetch.site_words import SiteEntry, SiteVideo

Info = dict[str, Any]

ADULT_YEARS = 18
_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_WORD, _MOST_WORDS = 500, 50_000, 200, 100


def video_of(info: Info) -> SiteVideo:
    """What ``info`` says of one video, cut to lengths that are bearable."""
    url = str(info.get("webpage_url") or info.get("original_url") or "")
    return SiteVideo(
        title=_text(info.get("title"), _LONGEST_TITLE) or url,
        webpage_url=url,
        description=_text(info.get("description"), _LONGEST_TEXT),
        duration_ms=_duration_ms(info.get("duration")),
        language=_text(info.get("language"), 35),
        tags=_words(info.get("tags")),
        categories=_words(info.get("categories")),
        upload_date=_date(info.get("upload_date")),
        thumbnail_url=_web_address(info.get("thumbnail")),
        license=_text(info.get("license"), _LONGEST_WORD),
        is_nsfw=(_number(info.get("age_limit")) or 0) >= ADULT_YEARS,
        uploader=_text(info.get("uploader") or info.get("channel"), _LONGEST_WORD),
    )


def entries_of(info: Info) -> Iterator[SiteEntry]:
    """The videos of a list, and those of the lists within it, in the site's order."""
    for entry in info.get("entries") or ():
        if not entry:
            continue
        if entry.get("entries") is not None:
            yield from entries_of(entry)
            continue
        # Behind "#__" yt-dlp hides notes to itself.
        url = str(entry.get("url") or entry.get("webpage_url") or "").partition("#__")[0]
        if _web_address(url):
            yield SiteEntry(
                url=url,
                title=_text(entry.get("title"), _LONGEST_TITLE),
                published_at=_published_at(entry),
            )


def is_list(info: Info) -> bool:
    return info.get("_type") in ("playlist", "multi_video")


def is_live(info: Info) -> bool:
    return info.get("live_status") in ("is_live", "is_upcoming") or bool(info.get("is_live"))


def announced_bytes(info: Info) -> int | None:
    """The size of what is going to be fetched, or None when the site does not tell exactly."""
    return _sum_of_parts(info, lambda part: part.get("filesize"))


def expected_bytes(info: Info) -> int | None:
    """As :func:`announced_bytes`, or an estimate from bit rates."""
    return _sum_of_parts(info, lambda part: part.get("filesize") or part.get("filesize_approx"))


def _sum_of_parts(info: Info, size_of: Callable[[Info], Any]) -> int | None:
    sizes = [_number(size_of(part)) for part in info.get("requested_formats") or (info,)]
    known = [int(size) for size in sizes if size]
    return sum(known) if len(known) == len(sizes) else None


def _published_at(entry: Info) -> datetime | None:
    timestamp = _number(entry.get("timestamp") or entry.get("release_timestamp"))
    if timestamp is not None:
        try:
            return datetime.fromtimestamp(timestamp, UTC)
        except (OverflowError, ValueError, OSError):
            return None
    day = _date(entry.get("upload_date"))
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)


def _date(value: Any) -> date | None:
    try:
        return datetime.strptime(str(value), "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _duration_ms(value: Any) -> int | None:
    seconds = _number(value)
    return round(seconds * 1000) if seconds is not None and seconds > 0 else None


def _number(value: Any) -> float | None:
    known = isinstance(value, int | float) and math.isfinite(value)
    return float(value) if known else None


def _text(value: Any, longest: int) -> str | None:
    return str(value).strip()[:longest] or None if value is not None else None


def _words(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        return ()
    words = (_text(value, _LONGEST_WORD) for value in values[:_MOST_WORDS])
    return tuple(dict.fromkeys(word for word in words if word))


def _web_address(value: Any) -> str | None:
    text = str(value or "")
    return text if text.startswith(("http://", "https://")) and len(text) <= 2000 else None
