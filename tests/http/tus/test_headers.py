import base64
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.core.uploads.model import UploadPart
from vitascope.http.tus.headers import (
    Concat,
    body_length,
    check_version,
    has_chunk,
    headers_of,
    method_of,
    parse_checksum,
    parse_concat,
    parse_group,
    parse_length,
    parse_metadata,
    parse_new_length,
    parse_offset,
)
from vitascope.http.tus.refusals import TusRefusal
from vitascope.http.uploads.receive import Checksum

KEYS = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=","), min_size=1
)
VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
LATIN = st.text(st.characters(max_codepoint=255))


def packed(values: dict[str, str]) -> str:
    return ",".join(
        f"{key} {base64.b64encode(value.encode()).decode()}".rstrip()
        for key, value in values.items()
    )


def refused(code: str) -> Any:
    return pytest.raises(TusRefusal, check=lambda error: error.code == code)


def tried(parse: Callable[[str], object], text: str) -> object:
    """What is read, or the code of the refusal."""
    try:
        return parse(text)
    except TusRefusal as refusal:
        return refusal.code


@given(st.dictionaries(KEYS, VALUES))
def test_metadata_says_what_was_packed(values: dict[str, str]) -> None:
    assert parse_metadata(packed(values)) == values


@given(LATIN)
def test_headers_of_any_kind_are_read_or_refused(text: str) -> None:
    outcomes = [tried(parse, text) for parse in (parse_metadata, parse_checksum, parse_concat)]

    assert None not in outcomes


@given(st.integers(0, 10**18 - 1))
def test_numbers_are_read_back(number: int) -> None:
    headers = {"upload-offset": str(number), "content-length": str(number)}

    assert (parse_offset(headers), body_length(headers)) == (number, number)


def test_metadata_may_have_spaces_around_its_pairs_and_keys_alone() -> None:
    found = parse_metadata("filename ZmlsbS5tcDQ= , is_confidential,empty ")

    assert found == {"filename": "film.mp4", "is_confidential": "", "empty": ""}


@pytest.mark.parametrize("text", ["", "  "])
def test_no_metadata_is_none(text: str) -> None:
    assert parse_metadata(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        ",",
        "a YQ==,",
        "a YQ==,a Yg==",
        "a YQ",
        "a YQ== YQ==",
        "a ????",
        "a /w==",
        "a AA==",
        "\xe9 YQ==",
        " ,a",
        "a " + "YWFh" * 9000,
    ],
)
def test_broken_metadata_is_refused(text: str) -> None:
    with refused("ERR_INVALID_METADATA"):
        parse_metadata(text)


def test_the_group_is_the_clients_word_for_the_file() -> None:
    name = str(uuid.UUID(int=7))

    groups = [parse_group({"client_upload_uuid": name}), parse_group({})]

    assert groups == [name, None]


@pytest.mark.parametrize("name", ["film", "1" * 31, "0" * 32, f"{{{uuid.UUID(int=7)}}}"])
def test_a_group_that_is_no_uuid_is_refused(name: str) -> None:
    with refused("ERR_INVALID_METADATA"):
        parse_group({"client_upload_uuid": name})


def test_concatenations_name_the_last_words_of_addresses() -> None:
    found = [
        parse_concat(None),
        parse_concat("partial"),
        parse_concat("final;/files/a  https://video.example/api/uploads/b/ c?x=1"),
    ]

    assert found == [
        Concat(UploadPart.WHOLE),
        Concat(UploadPart.PARTIAL),
        Concat(UploadPart.FINAL, ("a", "b", "c")),
    ]


@pytest.mark.parametrize(
    "text", ["", "whole", "final", "final;", "final; ", "final;/", "final;/a /a", "Final;/a"]
)
def test_a_broken_concatenation_is_refused(text: str) -> None:
    with refused("ERR_INVALID_CONCAT"):
        parse_concat(text)


def test_a_checksum_is_an_algorithm_and_base64() -> None:
    found = [parse_checksum(None), parse_checksum("sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=")]

    digest = bytes.fromhex("2aae6c35c94fcfb415dbe95f408b9ce91ee846ed")
    assert found == [None, Checksum("sha1", digest)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("crc32 AAAA", "ERR_UNSUPPORTED_CHECKSUM_ALGORITHM"),
        ("", "ERR_UNSUPPORTED_CHECKSUM_ALGORITHM"),
        ("sha1 ???", "ERR_INVALID_CHECKSUM"),
    ],
)
def test_a_checksum_that_cannot_be_read_is_refused(text: str, code: str) -> None:
    with refused(code):
        parse_checksum(text)


@pytest.mark.parametrize("text", ["-1", "+1", "1.5", "x", "", " 1", "1" * 19, "\u0661"])
def test_an_offset_is_a_number(text: str) -> None:
    with refused("ERR_INVALID_OFFSET"):
        parse_offset({"upload-offset": text})


def test_without_an_offset_nothing_is_appended() -> None:
    with refused("ERR_INVALID_OFFSET"):
        parse_offset({})


@pytest.mark.parametrize("text", ["0", "-1", "", "x", "000"])
def test_a_length_is_a_number_above_nothing(text: str) -> None:
    with refused("ERR_INVALID_UPLOAD_LENGTH"):
        parse_length({"upload-length": text})


def test_the_length_is_said_now_or_later() -> None:
    found = [
        parse_new_length({"upload-length": "12"}),
        parse_new_length({"upload-defer-length": "1"}),
    ]

    assert found == [12, None]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "ERR_INVALID_UPLOAD_LENGTH"),
        ({"upload-length": "0"}, "ERR_INVALID_UPLOAD_LENGTH"),
        ({"upload-length": "1", "upload-defer-length": "1"}, "ERR_AMBIGUOUS_UPLOAD_LENGTH"),
        ({"upload-defer-length": "yes"}, "ERR_INVALID_UPLOAD_LENGTH_DEFER"),
    ],
)
def test_the_length_of_a_new_file_is_said_once(headers: dict[str, str], code: str) -> None:
    with refused(code):
        parse_new_length(headers)


@pytest.mark.parametrize("version", [{}, {"tus-resumable": "0.2.2"}, {"tus-resumable": ""}])
def test_other_versions_are_refused(version: dict[str, str]) -> None:
    with pytest.raises(TusRefusal) as refusal:
        check_version(version)

    assert (refusal.value.status, refusal.value.code) == (412, "ERR_UNSUPPORTED_VERSION")


@pytest.mark.parametrize(
    ("method", "said", "meant"),
    [
        ("POST", "PATCH", "PATCH"),
        ("POST", "delete", "DELETE"),
        ("POST", None, "POST"),
        ("PATCH", "DELETE", "PATCH"),
    ],
)
def test_a_post_may_mean_something_else(method: str, said: str | None, meant: str) -> None:
    headers = {} if said is None else {"x-http-method-override": said}

    assert method_of({"method": method}, headers) == meant


@pytest.mark.parametrize(
    ("kind", "is_chunk"),
    [
        ("application/offset+octet-stream", True),
        ("Application/Offset+Octet-Stream; charset=x", True),
        ("application/octet-stream", False),
        ("", False),
    ],
)
def test_bytes_of_an_upload_have_a_type_of_their_own(kind: str, is_chunk: bool) -> None:
    assert has_chunk({"content-type": kind}) is is_chunk


def test_the_first_header_of_a_name_counts() -> None:
    pairs = [(b"Upload-Offset", b"1"), (b"upload-offset", b"2")]

    assert headers_of({"headers": pairs}) == {"upload-offset": "1"}
