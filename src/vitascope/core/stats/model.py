"""What is counted."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias


class Meter(StrEnum):
    """What is added up, in bytes or whole seconds of work."""

    TRAFFIC = "traffic"
    UPLOAD = "upload"
    ENCODING = "encoding"
    IMPORT_BYTES = "import_bytes"
    IMPORT_SECONDS = "import_seconds"


class Scope(StrEnum):
    """Whose share a sum is: everybody's (subject 0), an account's, a video's, that of one
    rendition (the part) of a video, that of a host somebody imports from. Sums of videos and
    hosts are kept apart by the account (the part) they were counted for.
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
"""Lengths of the sums that are kept. A month has 30 days: sums begin at multiples of their
length since 1970."""

# Months are for rankings, and hosts are never drawn over time.
GRAINS_OF: Mapping[Scope, Sequence[int]] = {
    Scope.ALL: (MINUTE_S, HOUR_S, DAY_S),
    Scope.ACCOUNT: (MINUTE_S, HOUR_S, DAY_S, MONTH_S),
    Scope.VIDEO: (MINUTE_S, HOUR_S, DAY_S, MONTH_S),
    Scope.RENDITION: (MINUTE_S, HOUR_S, DAY_S),
    Scope.HOST: (HOUR_S, DAY_S, MONTH_S),
}

# A little longer than three and a hundred days, as the first bucket begins before them.
KEPT_S: Mapping[int, int] = {MINUTE_S: 3 * DAY_S + HOUR_S, HOUR_S: 101 * DAY_S}
"""How long sums of a length are kept; longer ones stay for ever."""

GAUGE_GRAINS_S = (MINUTE_S, HOUR_S)
GAUGES_KEPT_S = 30 * DAY_S

Key: TypeAlias = tuple[Meter, Scope, int, int]
"""Whose sum: meter, scope, subject and part."""
