"""The headers of a request that brings a piece of a file, and of its answer."""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vitascope.dialects.peertube.resumable_words import UploadFault
from vitascope.http.uploads.receive import Checksum

_RANGE = re.compile(
    r"bytes (?:(?P<start>\d{1,15})-(?P<end>\d{1,15})|\*)/(?P<total>\d{1,15}|\*)", re.ASCII
)
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)
_ALGORITHMS = {"sha": "sha1", "sha-256": "sha256", "md5": "md5"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """``start`` is None when the request only asks how much is here, ``length`` when it does
    not say how many bytes it brings, ``total`` when it does not say how many the file has.
    """

    start: int | None
    length: int | None
    total: int | None


def read_piece(headers: Mapping[str, str]) -> Piece:
    """What ``Content-Range`` and ``Content-Length`` say.

    Raises:
        UploadFault: 400, this is no range; 409, the body is not what the range says, or the
            range goes beyond the file.
    """
    announced = headers.get("content-length", "")
    length = int(announced) if _NUMBER.fullmatch(announced) else None
    text = headers.get("content-range")
    if text is None:
        return Piece(start=0 if length != 0 else None, length=length, total=None)
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        raise UploadFault(400, "InvalidRange", "Content-Range has to be bytes 0-99/1000")
    total = None if found["total"] == "*" else int(found["total"])
    if found["start"] is None:
        return Piece(start=None, length=length, total=total)
    start, end = int(found["start"]), int(found["end"])
    if end < start:
        raise UploadFault(400, "InvalidRange", "A range ends behind its start")
    if total is not None and end >= total:
        raise UploadFault(409, "FileConflict", "The range goes beyond the end of the file")
    if length is not None and length != end - start + 1:
        raise UploadFault(409, "FileConflict", "The body is not as long as its range")
    return Piece(start=start, length=end - start + 1, total=total)


def read_checksum(headers: Mapping[str, str]) -> Checksum | None:
    """What ``Content-MD5`` or ``Digest`` promises about the body.

    Raises:
        UploadFault: 400, it is malformed, or of a kind that cannot be compared.
    """
    if (md5 := headers.get("content-md5")) is not None:
        return _checksum("md5", md5)
    given = headers.get("digest")
    if given is None:
        return None
    named = [part.strip().partition("=") for part in given.split(",")]
    for name, _, value in named:
        if name.lower() in _ALGORITHMS:
            return _checksum(_ALGORITHMS[name.lower()], value)
    raise UploadFault(400, "BadRequest", f"Digest has to be one of {', '.join(_ALGORITHMS)}")


def range_header(received: int) -> tuple[bytes, bytes]:
    """``Range`` of what is here; of nothing it is ``bytes=0--1``, as PeerTube writes it."""
    return b"range", f"bytes=0-{received - 1}".encode()


def _checksum(algorithm: str, text: str) -> Checksum:
    try:
        digest = base64.b64decode(text.strip(), validate=True)
    except binascii.Error:
        digest = b""
    if len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size:
        raise UploadFault(400, "BadRequest", "The checksum has to be in base64")
    return Checksum(algorithm, digest)
