"""What is counted."""

from enum import StrEnum


class Meter(StrEnum):
    """What is added up, in bytes or whole seconds of work."""

    TRAFFIC = "traffic"
    UPLOAD = "upload"
    ENCODING = "encoding"
    IMPORT_BYTES = "import_bytes"
    IMPORT_SECONDS = "import_seconds"


class Scope(StrEnum):
    """Whose share a sum is: everybody's (subject 0), an account's, a video's, that of one
    rendition (the part) of a video, that of a host somebody imports from.
    """

    ALL = "all"
    ACCOUNT = "account"
    VIDEO = "video"
    RENDITION = "rendition"
    HOST = "host"


class Gauge(StrEnum):
    """What is measured from time to time: percents, bytes a second, waiting jobs."""

    CPU = "cpu"
    MEMORY = "memory"
    NET_OUT = "net_out"
    NET_IN = "net_in"
    DISK_WRITE = "disk_write"
    DISK_READ = "disk_read"
    WAITING_VIDEO = "waiting_video"
    WAITING_AUDIO = "waiting_audio"
    WAITING_CAPTIONS = "waiting_captions"


MINUTE_S, HOUR_S, DAY_S, MONTH_S = 60, 3600, 86_400, 30 * 86_400
GRAINS_S = (MINUTE_S, HOUR_S, DAY_S, MONTH_S)
"""Lengths of the sums that are kept. A month has 30 days: sums begin at multiples of their
length since 1970."""
