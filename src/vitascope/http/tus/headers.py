"""What the headers of tus requests mean. Nothing here asks anybody anything."""

import base64
import binascii
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from vitascope.core.uploads.model import UploadPart
from vitascope.http.asgi import Scope
from vitascope.http.tus.refusals import TusRefusal
from vitascope.http.uploads.receive import ALGORITHMS, Checksum

CHUNK_TYPE = "application/offset+octet-stream"
VERSION = "1.0.0"
_OVERRIDABLE = "POST"
_LONGEST_METADATA = 32 * 1024
# Eighteen digits are an exabyte, and fit into the database's numbers.
_NUMBER = re.compile(r"[0-9]{1,18}")
_KEY = re.compile(r"[!-+\--~]+")
_GROUP = "client_upload_uuid"
_UUID_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Concat:
    """What an upload is to others. ``parts`` are the last words of the addresses that a
    final one names.
    """

    part: UploadPart
    parts: tuple[str, ...] = ()


def headers_of(scope: Scope) -> dict[str, str]:
    """The headers by name in lower case; the first of a name counts."""
    pairs = reversed(scope["headers"])
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in pairs}


def method_of(scope: Scope, headers: Mapping[str, str]) -> str:
    """What is meant: clients that may only POST say it in a header."""
    method: str = scope["method"]
    if method != _OVERRIDABLE:
        return method
    return headers.get("x-http-method-override", method).strip().upper()


def check_version(headers: Mapping[str, str]) -> None:
    """Raises TusRefusal (412) unless the request speaks our version."""
    if headers.get("tus-resumable") != VERSION:
        raise TusRefusal(
            "ERR_UNSUPPORTED_VERSION",
            "missing, invalid or unsupported Tus-Resumable header",
            412,
        )


def has_chunk(headers: Mapping[str, str]) -> bool:
    """Whether the body is bytes of the upload."""
    return headers.get("content-type", "").partition(";")[0].strip().lower() == CHUNK_TYPE


def body_length(headers: Mapping[str, str]) -> int | None:
    """How many bytes the body says it has."""
    text = headers.get("content-length", "")
    return int(text) if _NUMBER.fullmatch(text) else None


def parse_offset(headers: Mapping[str, str]) -> int:
    """Raises TusRefusal when there is no offset, or it is none."""
    text = headers.get("upload-offset", "")
    if not _NUMBER.fullmatch(text):
        raise TusRefusal("ERR_INVALID_OFFSET", "Upload-Offset has to be a number of bytes")
    return int(text)


def parse_length(headers: Mapping[str, str]) -> int | None:
    """The size of the file; None when the request does not say it.

    Raises:
        TusRefusal: it says something else, or that the file is empty.
    """
    text = headers.get("upload-length")
    if text is None:
        return None
    if not _NUMBER.fullmatch(text) or int(text) == 0:
        raise TusRefusal(
            "ERR_INVALID_UPLOAD_LENGTH", "Upload-Length has to be a number of bytes above 0"
        )
    return int(text)


def parse_new_length(headers: Mapping[str, str]) -> int | None:
    """The size of a new file; None when it is to be said later.

    Raises:
        TusRefusal: neither is said, or both.
    """
    size_bytes = parse_length(headers)
    deferred = headers.get("upload-defer-length")
    if deferred is None:
        if size_bytes is None:
            raise TusRefusal(
                "ERR_INVALID_UPLOAD_LENGTH", "Upload-Length or Upload-Defer-Length is missing"
            )
        return size_bytes
    if size_bytes is not None:
        raise TusRefusal(
            "ERR_AMBIGUOUS_UPLOAD_LENGTH", "Send Upload-Length or Upload-Defer-Length"
        )
    if deferred != "1":
        raise TusRefusal("ERR_INVALID_UPLOAD_LENGTH_DEFER", "Upload-Defer-Length has to be 1")
    return None


def parse_metadata(text: str) -> dict[str, str]:
    """``Upload-Metadata`` by key; a key without a value has an empty one.

    Raises:
        TusRefusal: it is not a list of keys and base64 of UTF-8, or a key comes twice.
    """
    if len(text) > _LONGEST_METADATA:
        raise _bad_metadata(f"has at most {_LONGEST_METADATA} characters")
    found: dict[str, str] = {}
    for pair in text.split(",") if text.strip() else ():
        key, _, encoded = pair.strip().partition(" ")
        if not _KEY.fullmatch(key):
            raise _bad_metadata("has keys of ASCII without spaces and commas")
        if key in found:
            raise _bad_metadata(f"has {key} twice")
        found[key] = _decoded(key, encoded)
    return found


def parse_group(metadata: Mapping[str, str]) -> str | None:
    """What uploads of one file have in common, where the client says it.

    Raises:
        TusRefusal: it is no UUID.
    """
    text = metadata.get(_GROUP)
    if not text:
        return None
    try:
        uuid.UUID(text)
    except ValueError:
        raise _bad_metadata(f"has a {_GROUP} that is no UUID") from None
    if len(text) != _UUID_LENGTH:
        raise _bad_metadata(f"has a {_GROUP} that is no UUID")
    return text


def parse_concat(text: str | None) -> Concat:
    """
    Raises:
        TusRefusal: it is neither ``partial`` nor ``final;`` with addresses, each once.
    """
    if text is None:
        return Concat(UploadPart.WHOLE)
    if text.strip() == "partial":
        return Concat(UploadPart.PARTIAL)
    kind, _, urls = text.strip().partition(";")
    parts = tuple(_last_word(url) for url in urls.split())
    if kind != "final" or not all(parts) or not parts or len(set(parts)) < len(parts):
        raise TusRefusal(
            "ERR_INVALID_CONCAT", "Upload-Concat has to be partial, or final; with addresses"
        )
    return Concat(UploadPart.FINAL, parts)


def parse_checksum(text: str | None) -> Checksum | None:
    """
    Raises:
        TusRefusal: it is not the name of an algorithm that we know and base64.
    """
    if text is None:
        return None
    algorithm, _, encoded = text.strip().partition(" ")
    if algorithm not in ALGORITHMS:
        raise TusRefusal(
            "ERR_UNSUPPORTED_CHECKSUM_ALGORITHM", f"Use one of {', '.join(ALGORITHMS)}"
        )
    try:
        return Checksum(algorithm, base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError):
        raise TusRefusal("ERR_INVALID_CHECKSUM", "The checksum is not in base64") from None


def _decoded(key: str, encoded: str) -> str:
    try:
        value = base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, ValueError):
        raise _bad_metadata(f"has a {key} that is not base64 of UTF-8") from None
    # No database keeps this character in a text.
    if "\0" in value:
        raise _bad_metadata(f"has a {key} with a null character")
    return value


def _last_word(url: str) -> str:
    try:
        return urlsplit(url).path.rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""


def _bad_metadata(rule: str) -> TusRefusal:
    return TusRefusal("ERR_INVALID_METADATA", f"Upload-Metadata {rule}")
