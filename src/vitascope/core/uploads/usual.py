"""What some ask of a file beyond being playable: a video of a usual ending, length, rate and
size (facts: videocms section 1.4, import checks).
"""

from vitascope.base.errors import Invalid
from vitascope.media.probe import Probe

NOT_VIDEO = "Invalid data found when processing video"
_LONGEST_MS = 10 * 3600 * 1000
_MOST_FPS = 120
_SIDES = range(50, 8001)

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


class Unusual(Invalid):
    """The file is no usual video. Clients compare the words."""

    def __init__(self, words: str) -> None:
        super().__init__("file", words)


def usual_type(name: str) -> str:
    """The content type of a file, by its ending.

    Raises:
        Unusual: no video ends so.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in _TYPES:
        raise Unusual("Video extension is not supported")
    return _TYPES[ending]


def check_usual(found: Probe) -> None:
    """Raises Unusual unless it is a video of a usual length, rate and size."""
    video = found.video
    if video is None:
        raise Unusual(NOT_VIDEO)
    if not 0 < found.duration_ms <= _LONGEST_MS:
        raise Unusual("invalid video duration")
    if not 0 <= video.fps <= _MOST_FPS:
        raise Unusual("invalid video framerate")
    if video.width not in _SIDES or video.height not in _SIDES:
        raise Unusual("invalid video resolution")
