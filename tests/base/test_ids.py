import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.base.errors import NotFound
from vitascope.base.ids import (
    parse_row_id,
    parse_short_uuid,
    parse_uuid,
    parse_video_ref,
    possible_ids,
    short_uuid,
)

KNOWN = uuid.UUID("9c9de5e8-0a1e-484a-b099-e80766180a6d")


def test_a_short_uuid_is_the_one_that_peertube_shows() -> None:
    assert short_uuid(KNOWN) == "kkGMgK9ZtnKfYAgnEtQxbv"


@given(st.uuids())
def test_a_short_uuid_reads_back(value: uuid.UUID) -> None:
    text = short_uuid(value)

    assert len(text) == 22
    assert parse_short_uuid(text) == value


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("42", 42),
        (str(KNOWN), KNOWN),
        (KNOWN.hex, KNOWN),
        (short_uuid(KNOWN), KNOWN),
        ("999999999999999999999", 2**31 - 1),
    ],
)
def test_a_video_is_named_by_number_uuid_or_short_uuid(text: str, ref: object) -> None:
    assert parse_video_ref(text) == ref


@pytest.mark.parametrize("text", ["", "abc", "-1", "1.5", "0" * 22, "z" * 22, "١٢", "kk GMgK9"])
def test_a_malformed_id_looks_like_an_unknown_one(text: str) -> None:
    with pytest.raises(NotFound):
        parse_video_ref(text)


def test_users_and_keys_have_numbers() -> None:
    assert [parse_row_id("user", text) for text in ("1", "007", "2147483647")] == [
        1,
        7,
        2_147_483_647,
    ]


@pytest.mark.parametrize("text", ["", "-1", "1.0", "x", "٣", "²", "2147483648", "9" * 30, "1 "])
def test_what_is_no_number_of_a_row_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        parse_row_id("user", text)


def test_ids_that_no_row_can_have_are_left_out() -> None:
    assert possible_ids([3, 2**31, 1, 2**31 - 1, 2**70]) == [3, 1, 2**31 - 1]


def test_a_uuid_is_read_as_it_is_written() -> None:
    value = uuid.UUID("8f0e0a52-5f6b-4f0c-8a43-0d8f6f3f7f55")

    assert parse_uuid("preset", str(value).upper()) == value
    for text in ("", "1", value.hex, f"{{{value}}}", f"{value} ", "x" * 36):
        with pytest.raises(NotFound, match="No such preset"):
            parse_uuid("preset", text)
