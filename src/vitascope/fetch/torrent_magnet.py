"""Magnet links, taken apart."""

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from vitascope.fetch.torrent_words import BadTorrent

_LONGEST = 8000
_MOST_TRACKERS = 50
_MOST_FIELDS = 200
_V1_HEX = re.compile(r"[0-9a-f]{40}")
_V1_BASE32 = re.compile(r"[a-z2-7]{32}")
# A multihash: SHA-256, 32 bytes.
_V2 = re.compile(r"1220([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnet:
    """``info_hash`` is 40 hex digits, or 64 when only the second version's is there."""

    name: str | None
    info_hash: str
    trackers: tuple[str, ...] = ()


def parse_magnet(text: str) -> Magnet:
    """Take a magnet link apart.

    Raises:
        BadTorrent: it is none, or names no torrent.
    """
    parts = urlsplit(text.strip()) if len(text) <= _LONGEST else None
    if parts is None or parts.scheme != "magnet":
        raise BadTorrent("This is not a magnet link")
    try:
        fields = parse_qsl(parts.query, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise BadTorrent("This magnet link has too many parts") from error
    topics = [value.lower() for key, value in fields if re.fullmatch(r"xt(\.\d+)?", key)]
    names = [value.strip() for key, value in fields if key == "dn"]
    trackers = [value for key, value in fields if re.fullmatch(r"tr(\.\d+)?", key)]
    return Magnet(
        name=next((name for name in names if name), None),
        info_hash=_info_hash(topics),
        trackers=tuple(dict.fromkeys(trackers))[:_MOST_TRACKERS],
    )


# The first version's goes first: it is the one that most of the world knows a torrent by.
def _info_hash(topics: list[str]) -> str:
    for topic in topics:
        found = _first_version(topic.removeprefix("urn:btih:"))
        if topic.startswith("urn:btih:") and found is not None:
            return found
    for topic in topics:
        second = _V2.fullmatch(topic.removeprefix("urn:btmh:"))
        if topic.startswith("urn:btmh:") and second is not None:
            return second[1]
    raise BadTorrent("This magnet link names no torrent")


def _first_version(digits: str) -> str | None:
    if _V1_HEX.fullmatch(digits):
        return digits
    if not _V1_BASE32.fullmatch(digits):
        return None
    try:
        return base64.b32decode(digits.upper()).hex()
    except binascii.Error:
        return None
