"""The file formats this dialect takes, as data."""

from pathlib import PurePosixPath

from vitascope.dialects.vsrc.input import UnsupportedFormat

_BY_SUFFIX = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mov": "video/quicktime",
    ".avi": "video/x-msvideo",
    ".mkv": "video/x-matroska",
    ".flv": "video/x-flv",
    ".wmv": "video/x-ms-wmv",
    ".m4v": "video/x-m4v",
}
_OTHER_NAMES = {
    "video/avi": "video/x-msvideo",
    "video/msvideo": "video/x-msvideo",
    "video/vnd.avi": "video/x-msvideo",
    "video/matroska": "video/x-matroska",
}


def content_type_of(filename: str, content_type: str) -> str:
    """The MIME type by the name's ending, else by what the sender called it.

    What is inside decides later whether it is a video at all.

    Raises:
        UnsupportedFormat: neither is one of ours.
    """
    if known := _BY_SUFFIX.get(PurePosixPath(filename).suffix.lower()):
        return known
    named = content_type.partition(";")[0].strip().lower()
    named = _OTHER_NAMES.get(named, named)
    if named not in _BY_SUFFIX.values():
        raise UnsupportedFormat(
            "file", "Videos may be MP4, WebM, MOV, AVI, MKV, FLV, WMV or M4V"
        )
    return named
