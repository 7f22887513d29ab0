"""What tests of imports say and get."""

from typing import Any

from tests.dialects.peertube.shapes import NOON_TEXT, video

from vitascope.core.videos.model import VideoEntry

IMPORTS = "/api/v1/videos/imports"
MINE = "/api/v1/users/me/videos/imports"
URL = "https://films.example/clip.mp4"
MAGNET = f"magnet:?xt=urn:btih:{'ab' * 20}&dn=A+magnetic+film"
ASKED = {"channelId": 1, "targetUrl": URL}

STATES = {
    1: "Pending",
    2: "Success",
    3: "Failed",
    5: "Cancelled",
    6: "Processing",
}


def imported(entry: VideoEntry | None, state: int = 1, **changes: Any) -> dict[str, Any]:
    """An import of :data:`URL` whose video is ``entry``."""
    shown = {} if entry is None else {"video": waiting(entry)}
    return {
        "id": 1,
        "targetUrl": URL,
        "magnetUri": None,
        "torrentName": None,
        "createdAt": NOON_TEXT,
        "updatedAt": NOON_TEXT,
        "state": {"id": state, "label": STATES[state]},
        "error": None,
        "attempts": 0,
        **shown,
        **changes,
    }


def waiting(entry: VideoEntry, **changes: Any) -> dict[str, Any]:
    """A private video of Ada's whose source is still to come."""
    return {
        **video(entry, privacy={"id": 3, "label": "Private"}),
        "state": {"id": 3, "label": "To import"},
        "waitTranscoding": True,
        "tags": [],
        **changes,
    }


def torrent(*names: str) -> bytes:
    """A torrent file of files of 1000 bytes; of one alone it has the name."""
    if len(names) == 1:
        files = b"6:lengthi1000e4:name" + _text(names[0])
    else:
        listed = b"".join(b"d6:lengthi1000e4:pathl" + _text(name) + b"ee" for name in names)
        files = b"5:filesl" + listed + b"e4:name" + _text("folder")
    pieces = b"12:piece lengthi16384e6:pieces20:" + b"p" * 20
    return b"d4:infod" + files + pieces + b"ee"


def _text(text: str) -> bytes:
    return b"%d:%s" % (len(text.encode()), text.encode())
