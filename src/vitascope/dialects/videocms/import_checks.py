"""What a file has to be, whichever way it comes in (facts: section 1.4, import checks)."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import Invalid
from vitascope.media.probe import Probe

_LONGEST_MS = 10 * 3600 * 1000
_MOST_FPS = 120
_SIDES = range(50, 8001)
_NOT_VIDEO = "Invalid data found when processing video"

_TYPES = {
    "mp4": "video/mp4",
    "mkv": "video/x-matroska",
    "webm": "video/webm",
    "avi": "video/x-msvideo",
    "mov": "video/quicktime",
    "ts": "video/mp2t",
    "m4v": "video/x-m4v",
    "3gp": "video/3gpp",
    "3g2": "video/3gpp2",
    "wmv": "video/x-ms-wmv",
    "mpg": "video/mpeg",
    "mpeg": "video/mpeg",
    "asf": "video/x-ms-asf",
    "flv": "video/x-flv",
    "f4v": "video/x-f4v",
    "m2ts": "video/mp2t",
    "mts": "video/mp2t",
    "vob": "video/mpeg",
    "mxf": "application/mxf",
    "divx": "video/x-msvideo",
    "ogv": "video/ogg",
    "rm": "application/vnd.rn-realmedia",
    "rmvb": "application/vnd.rn-realmedia-vbr",
    "dv": "video/x-dv",
}


class NotImportable(Invalid):
    """The file cannot become a video here; clients compare the words."""

    def __init__(self, words: str) -> None:
        super().__init__("file", words)


def content_type_of(name: str) -> str:
    """By its ending.

    Raises:
        NotImportable: no file that ends so is taken.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in _TYPES:
        raise NotImportable("Video extension is not supported")
    return _TYPES[ending]


def inspect(found: Probe) -> None:
    """Raises NotImportable unless it is a video of a usual length, rate and size."""
    video = found.video
    if video is None:
        raise NotImportable(_NOT_VIDEO)
    if not 0 < found.duration_ms <= _LONGEST_MS:
        raise NotImportable("invalid video duration")
    if not 0 <= video.fps <= _MOST_FPS:
        raise NotImportable("invalid video framerate")
    if video.width not in _SIDES or video.height not in _SIDES:
        raise NotImportable("invalid video resolution")


@contextmanager
def explained() -> Iterator[None]:
    """What the prober cannot read is refused in the words of this API."""
    try:
        yield
    except NotImportable:
        raise
    except Invalid as error:
        if error.field != "file":
            raise
        raise NotImportable(_NOT_VIDEO) from error
