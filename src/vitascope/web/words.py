"""Numbers and times in words, as the pages show them."""

from collections.abc import Mapping
from datetime import datetime, timedelta

_AGES = (
    (timedelta(days=365), "year"),
    (timedelta(days=30), "month"),
    (timedelta(days=7), "week"),
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)

# The first mark that is found decides: most browsers claim to be several others as well.
_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def clock(seconds: float) -> str:
    """``8:56`` or ``1:02:03``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def iso_duration(seconds: float) -> str:
    """The ISO 8601 form that search engines read: ``PT8M56S``."""
    minutes, rest = divmod(int(seconds), 60)
    return f"PT{minutes}M{rest}S"


def view_count(views: int) -> str:
    return "1 view" if views == 1 else f"{views:,} views"


def age(moment: datetime, now: datetime) -> str:
    """``5 days ago``; everything younger than a minute is just now."""
    passed = now - moment
    for length, name in _AGES:
        if passed >= length:
            count = passed // length
            return f"{count} {name} ago" if count == 1 else f"{count} {name}s ago"
    return "just now"


def day(moment: datetime) -> str:
    """``20 November 2026``."""
    return f"{moment.day} {moment:%B %Y}"


def size(size_bytes: int) -> str:
    """In decimal units, as file managers show them: ``61 MB``."""
    amount, unit = float(size_bytes), "bytes"
    for unit in ("bytes", "kB", "MB", "GB", "TB"):
        if amount < 1000 or unit == "TB":
            break
        amount /= 1000
    return (
        f"{amount:.1f} {unit}"
        if 0 < amount < 10 and unit != "bytes"
        else f"{amount:.0f} {unit}"
    )


def waiting(watchable_in_s: float | None) -> str:
    """What somebody who waits for the first picture is told."""
    if watchable_in_s is None:
        return "Waiting for the video to arrive."
    if watchable_in_s < 1:
        return "Watchable in a moment."
    if watchable_in_s < 90:
        return f"Watchable in about {-(-watchable_in_s // 1):.0f} s."
    return f"Watchable in about {-(-watchable_in_s // 60):.0f} min."


def summary(text: str, limit: int = 200) -> str:
    """The first ``limit`` characters in one line, for previews elsewhere."""
    line = " ".join(text.split())
    return (
        line if len(line) <= limit else line[: limit - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )


def moment(instant: datetime) -> str:
    """``20 November 2026, 14:05 UTC``."""
    return f"{day(instant)}, {instant:%H:%M} UTC"


def groups(text: str) -> str:
    """In fours, as people can read and type it."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def device(user_agent: str) -> str:
    """What a program calls itself, in words: ``Firefox on Linux``, or its own first word."""
    browser = _named(user_agent, _BROWSERS)
    system = _named(user_agent, _SYSTEMS)
    if browser and system:
        return f"{browser} on {system}"
    return browser or user_agent.partition(" ")[0][:60] or "Unknown program"


_IMPORT_STATES = {
    "pending": "Waiting for its turn",
    "finishing": "Making the video",
    "done": "Imported",
    "failed": "Failed",
    "canceling": "Being canceled",
    "canceled": "Canceled",
}


def import_state(state: str, received_bytes: int, total_bytes: int | None) -> str:
    """``Downloading, 31 MB of 61 MB``, or what else is going on."""
    if state in _IMPORT_STATES:
        return _IMPORT_STATES[state]
    if total_bytes is None:
        return f"Downloading, {size(received_bytes)} so far"
    return f"Downloading, {size(received_bytes)} of {size(total_bytes)}"


def import_hint(offered: Mapping[str, bool]) -> str:
    """What may be typed where addresses belong. ``offered`` has the names of the policy."""
    kinds = []
    if offered["urls"]:
        kinds.append("addresses of video files")
    if offered["urls"] and offered["sites"]:
        kinds.append("pages of video sites")
    if offered["torrents"]:
        kinds.append("magnet links")
    *others, last = kinds
    either = f"{', '.join(others)} or {last}" if others else last
    return f"{either.capitalize()}, one on each line."


def _named(text: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in names if mark in text), "")
