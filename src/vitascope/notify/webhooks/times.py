"""Times as both APIs write them."""

from datetime import datetime


def iso_time(time: datetime) -> str:
    """In UTC, with milliseconds."""
    return time.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
