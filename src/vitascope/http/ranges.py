"""Ranges and conditional requests as RFC 9110 has them: pure functions over headers."""

import re
from collections.abc import Iterable
from datetime import UTC
from email.utils import formatdate, parsedate_to_datetime
from enum import Enum
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple

# Twenty digits are more than any file has; longer numbers are not worth reading.
_RANGE = re.compile(rb"\s*bytes\s*=\s*([0-9]{0,20})\s*-\s*([0-9]{0,20})\s*", re.IGNORECASE)
_ETAG = re.compile(rb'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_DECIDING = frozenset(
    (
        b"range",
        b"if-range",
        b"if-match",
        b"if-none-match",
        b"if-modified-since",
        b"if-unmodified-since",
    )
)


class Range(NamedTuple):
    """Bytes from ``start`` up to, but not including, ``stop``."""

    start: int
    stop: int


class Unsatisfiable(Enum):
    """A well-formed range that names no byte of the file."""

    UNSATISFIABLE = "unsatisfiable"


UNSATISFIABLE = Unsatisfiable.UNSATISFIABLE


class Decision(NamedTuple):
    """What to answer; ``start`` and ``stop`` are the bytes to send with 200 and 206."""

    status: int
    start: int
    stop: int


def parse_range(header: bytes, size_bytes: int) -> Range | Unsatisfiable | None:
    """The range that a Range header asks of a file; None when the whole file is the answer.

    Several ranges at once, other units and broken headers are answered with the whole file,
    which RFC 9110 allows: no player needs more, and a hundred overlapping ranges of one file
    are an old attack.
    """
    match = _RANGE.fullmatch(header)
    if match is None:
        return None
    first, last = match.groups()
    if not first:
        return _suffix(last, size_bytes)
    start = int(first)
    stop = int(last) + 1 if last else size_bytes
    if last and stop <= start:
        return None
    if start >= size_bytes:
        return UNSATISFIABLE
    return Range(start, min(stop, size_bytes))


def _suffix(digits: bytes, size_bytes: int) -> Range | Unsatisfiable | None:
    if not digits:
        return None
    length = int(digits)
    if length == 0:
        return UNSATISFIABLE
    # Content-Range has no words for the last bytes of nothing.
    return Range(max(0, size_bytes - length), size_bytes) if size_bytes else None


def decide(
    method: str,
    headers: Iterable[tuple[bytes, bytes]],
    *,
    size_bytes: int,
    etag: bytes | None,
    modified_s: int | None,
) -> Decision:
    """Answer GET or HEAD for a file of ``size_bytes``.

    ``etag`` is the strong tag without quotes; ``modified_s`` is in whole seconds since 1970.
    """
    asked: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in _DECIDING:
            asked[name] = asked[name] + b", " + value if name in asked else value
    whole = Decision(HTTPStatus.OK, 0, size_bytes)
    if not asked:
        return whole
    if precondition_failed(asked, etag, modified_s):
        return Decision(HTTPStatus.PRECONDITION_FAILED, 0, 0)
    if not_modified(asked, etag, modified_s):
        return Decision(HTTPStatus.NOT_MODIFIED, 0, 0)
    if method != "GET" or b"range" not in asked:
        return whole
    if b"if-range" in asked and not _unchanged(asked[b"if-range"], etag, modified_s):
        return whole
    found = parse_range(asked[b"range"], size_bytes)
    if found is None:
        return whole
    if found is UNSATISFIABLE:
        return Decision(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0)
    return Decision(HTTPStatus.PARTIAL_CONTENT, *found)


def precondition_failed(
    asked: dict[bytes, bytes], etag: bytes | None, modified_s: int | None
) -> bool:
    """If-Match, and If-Unmodified-Since where that is missing."""
    if (tags := asked.get(b"if-match")) is not None:
        return not etag_matches(tags, etag, weak=False)
    limit_s = _seconds(asked.get(b"if-unmodified-since"))
    return limit_s is not None and modified_s is not None and modified_s > limit_s


def not_modified(asked: dict[bytes, bytes], etag: bytes | None, modified_s: int | None) -> bool:
    """If-None-Match, and If-Modified-Since where that is missing."""
    if (tags := asked.get(b"if-none-match")) is not None:
        return etag_matches(tags, etag, weak=True)
    limit_s = _seconds(asked.get(b"if-modified-since"))
    return limit_s is not None and modified_s is not None and modified_s <= limit_s


def etag_matches(header: bytes, etag: bytes | None, *, weak: bool) -> bool:
    """True when ``header`` is ``*`` or lists ``etag``; ``weak`` lets weak tags count too."""
    if header.strip() == b"*":
        return True
    return any(
        found == etag and (weak or not mark) for mark, found in _ETAG.findall(header)
    )  # fmt: skip


def _unchanged(if_range: bytes, etag: bytes | None, modified_s: int | None) -> bool:
    if b'"' in if_range:
        return etag_matches(if_range, etag, weak=False)
    return modified_s is not None and _seconds(if_range) == modified_s


def _seconds(date: bytes | None) -> int | None:
    """An HTTP date in seconds since 1970; None when it is missing or broken."""
    if date is None:
        return None
    try:
        moment = parsedate_to_datetime(date.decode("latin-1"))
        return int(moment.replace(tzinfo=moment.tzinfo or UTC).timestamp())
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1024)
def http_date(moment_s: int) -> bytes:
    """Seconds since 1970 as an HTTP date."""
    return formatdate(moment_s, usegmt=True).encode()
