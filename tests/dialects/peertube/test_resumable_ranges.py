import base64
import hashlib

import pytest

from vitascope.dialects.peertube.resumable_ranges import (
    Piece,
    range_header,
    read_checksum,
    read_piece,
)
from vitascope.dialects.peertube.resumable_words import UploadFault
from vitascope.http.uploads.receive import Checksum

MD5 = hashlib.md5(b"bytes", usedforsecurity=False).digest()
SHA1 = hashlib.sha1(b"bytes", usedforsecurity=False).digest()
SHA256 = hashlib.sha256(b"bytes").digest()


def text(digest: bytes) -> str:
    return base64.b64encode(digest).decode()


@pytest.mark.parametrize(
    ("headers", "piece"),
    [
        ({}, Piece(start=0, length=None, total=None)),
        ({"content-length": "10"}, Piece(start=0, length=10, total=None)),
        ({"content-length": "0"}, Piece(start=None, length=0, total=None)),
        ({"content-range": "bytes 0-9/100"}, Piece(start=0, length=10, total=100)),
        ({"content-range": "bytes 90-99/*"}, Piece(start=90, length=10, total=None)),
        ({"content-range": "bytes */100"}, Piece(start=None, length=None, total=100)),
        (
            {"content-range": "bytes 5-5/6", "content-length": "1"},
            Piece(start=5, length=1, total=6),
        ),
    ],
)
def test_a_piece_is_what_its_headers_say(headers: dict[str, str], piece: Piece) -> None:
    assert read_piece(headers) == piece


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"content-range": "bytes"}, 400, "InvalidRange"),
        ({"content-range": "items 0-9/100"}, 400, "InvalidRange"),
        ({"content-range": "bytes 0-/100"}, 400, "InvalidRange"),
        ({"content-range": "bytes 9-0/100"}, 400, "InvalidRange"),
        ({"content-range": f"bytes 0-{'9' * 16}/*"}, 400, "InvalidRange"),
        ({"content-range": "bytes 0-100/100"}, 409, "FileConflict"),
        ({"content-range": "bytes 0-9/100", "content-length": "9"}, 409, "FileConflict"),
    ],
)
def test_a_range_that_cannot_be_is_refused(
    headers: dict[str, str], status: int, code: str
) -> None:
    with pytest.raises(UploadFault) as caught:
        read_piece(headers)

    assert (caught.value.status, caught.value.code) == (status, code)


@pytest.mark.parametrize(
    ("headers", "checksum"),
    [
        ({}, None),
        ({"content-md5": text(MD5)}, Checksum("md5", MD5)),
        ({"digest": f"sha={text(SHA1)}"}, Checksum("sha1", SHA1)),
        ({"digest": f"SHA-256={text(SHA256)}"}, Checksum("sha256", SHA256)),
        ({"digest": f"adler32=00, sha-256={text(SHA256)}"}, Checksum("sha256", SHA256)),
    ],
)
def test_a_checksum_is_read_from_either_header(
    headers: dict[str, str], checksum: Checksum | None
) -> None:
    assert read_checksum(headers) == checksum


@pytest.mark.parametrize(
    "headers",
    [
        {"content-md5": "not base64"},
        {"content-md5": text(SHA1)},
        {"digest": f"sha-256={text(SHA1)}"},
        {"digest": "adler32=00"},
        {"digest": ""},
    ],
)
def test_a_checksum_that_cannot_be_compared_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(UploadFault) as caught:
        read_checksum(headers)

    assert (caught.value.status, caught.value.code) == (400, "BadRequest")


@pytest.mark.parametrize(("received", "header"), [(0, b"bytes=0--1"), (10, b"bytes=0-9")])
def test_the_range_of_what_is_here_names_its_last_byte(received: int, header: bytes) -> None:
    assert range_header(received) == (b"range", header)
