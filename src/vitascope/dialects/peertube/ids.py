"""Names of people, files and pictures as they stand in PeerTube's addresses."""

import hashlib
import hmac
import re
import uuid
from dataclasses import dataclass

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoRef, parse_video_ref

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_WEB_FILE = re.compile(r"(?P<video>[0-9A-Za-z-]+?)-(?P<part>\d{1,5})\.mp4")
_HLS_FILE = re.compile(r"(?P<video>[0-9A-Za-z-]+?)-(?P<part>\d{1,5}|audio-\d+)-fragmented\.mp4")
_SEALED = re.compile(rf"(?P<video>{_UUID})-(?P<seal>[0-9a-f]{{16}})(?P<rest>[\w.-]+)")

# Columns of numbers end at 2**31 on PostgreSQL.


@dataclass(frozen=True, slots=True)
class FileRef:
    """A rendition, by our name, of a video."""

    video: VideoRef
    rendition: str


def local_name(kind: str, handle: str, host: str) -> str:
    """The name in ``name`` or ``name@host``.

    Raises:
        NotFound: it belongs to another server, and this one knows none.
    """
    name, _, server = handle.partition("@")
    if server and server.lower() != host.lower():
        raise NotFound(kind, handle)
    return name


def rendition_of(part: str) -> str:
    """Our name of the rendition that addresses call ``720``, ``0`` (sound) or ``audio-1``."""
    if not part.isdigit():
        return part
    return f"{int(part)}p" if int(part) else "audio-0"


def part_of(rendition: str) -> str:
    """The other way round."""
    return "0" if rendition == "audio-0" else rendition.removesuffix("p")


def parse_web_file(name: str) -> FileRef:
    """``<video>-720.mp4``, where the video stands in any of its three forms.

    Raises:
        NotFound: this is no such name.
    """
    return _parse(_WEB_FILE, name)


def parse_hls_file(name: str) -> FileRef:
    """``<video>-720-fragmented.mp4``.

    Raises:
        NotFound: this is no such name.
    """
    return _parse(_HLS_FILE, name)


def sealed_name(secret: bytes, video: uuid.UUID, rest: str, *, salt: str = "") -> str:
    """A file name that cannot be guessed from the video's uuid.

    Pictures and captions are fetched without credentials, those of private videos as well:
    whoever was shown the name may have them. ``salt`` changes the name when the file changes.
    """
    return f"{video}-{_seal(secret, video, rest, salt)}{rest}"


def parse_sealed(name: str) -> tuple[uuid.UUID, str]:
    """The video and the rest of a sealed name; :func:`check_sealed` tells whether we made it.

    Raises:
        NotFound: this is no such name.
    """
    found = _SEALED.fullmatch(name)
    if found is None:
        raise NotFound("file", name)
    return uuid.UUID(found["video"]), found["rest"]


def check_sealed(secret: bytes, name: str, *, salt: str = "") -> None:
    """Raises NotFound unless :func:`sealed_name` made ``name`` with this salt."""
    video, rest = parse_sealed(name)
    if not hmac.compare_digest(sealed_name(secret, video, rest, salt=salt), name):
        raise NotFound("file", name)


def _parse(pattern: re.Pattern[str], name: str) -> FileRef:
    found = pattern.fullmatch(name)
    if found is None:
        raise NotFound("file", name)
    return FileRef(parse_video_ref(found["video"]), rendition_of(found["part"]))


def _seal(secret: bytes, video: uuid.UUID, rest: str, salt: str) -> str:
    text = b"peertube file" + video.bytes + f"{rest}\n{salt}".encode()
    return hmac.digest(secret, text, hashlib.sha256).hex()[:16]
