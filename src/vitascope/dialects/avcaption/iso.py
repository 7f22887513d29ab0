"""Times as this dialect writes them."""

from datetime import datetime


def iso(time: datetime) -> str:
    """``time``, which is UTC, as RFC 3339 with milliseconds and Z."""
    return time.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def iso_or_none(time: datetime | None) -> str | None:
    return None if time is None else iso(time)
