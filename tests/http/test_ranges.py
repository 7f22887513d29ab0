from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.http.ranges import (
    UNSATISFIABLE,
    Decision,
    Range,
    Unsatisfiable,
    decide,
    http_date,
    parse_range,
)

NOON_S = int(datetime(2026, 1, 2, 12, tzinfo=UTC).timestamp())
NOON = b"Fri, 02 Jan 2026 12:00:00 GMT"
EARLIER = b"Fri, 02 Jan 2026 11:59:59 GMT"


@pytest.mark.parametrize(
    ("header", "size_bytes", "expected"),
    [
        (b"bytes=0-0", 10, Range(0, 1)),
        (b"bytes=2-", 10, Range(2, 10)),
        (b"bytes=2-99", 10, Range(2, 10)),
        (b"bytes=-3", 10, Range(7, 10)),
        (b"bytes=-99", 10, Range(0, 10)),
        (b" Bytes = 2 - 4 ", 10, Range(2, 5)),
        (b"bytes=10-", 10, UNSATISFIABLE),
        (b"bytes=10-12", 10, UNSATISFIABLE),
        (b"bytes=-0", 10, UNSATISFIABLE),
        (b"bytes=0-", 0, UNSATISFIABLE),
        (b"bytes=-5", 0, None),
        (b"bytes=4-2", 10, None),
        (b"bytes=-", 10, None),
        (b"bytes=", 10, None),
        (b"bytes", 10, None),
        (b"", 10, None),
        (b"items=0-1", 10, None),
        (b"bytes=0-1,3-4", 10, None),
        (b"bytes=+1-2", 10, None),
        (b"bytes=a-b", 10, None),
        (b"bytes=0x1-2", 10, None),
        (b"bytes=\xd9\xa1-", 10, None),
        (b"bytes=0-" + b"9" * 5000, 10, None),
    ],
)
def test_a_range_header_means_what_rfc_9110_says(
    header: bytes, size_bytes: int, expected: Range | Unsatisfiable | None
) -> None:
    found = parse_range(header, size_bytes)

    assert found == expected


NUMBERS = st.integers(min_value=0, max_value=1 << 70)
HEADERS = st.one_of(
    st.binary(max_size=40),
    st.builds(lambda first, last: b"bytes=%d-%d" % (first, last), NUMBERS, NUMBERS),
    st.builds(lambda first: b"bytes=%d-" % first, NUMBERS),
    st.builds(lambda length: b"bytes=-%d" % length, NUMBERS),
)


@given(header=HEADERS, size_bytes=st.integers(min_value=0, max_value=1 << 60))
def test_a_range_never_leaves_the_file(header: bytes, size_bytes: int) -> None:
    found = parse_range(header, size_bytes)

    if isinstance(found, Range):
        assert 0 <= found.start < found.stop <= size_bytes


@given(content=st.binary(min_size=1, max_size=50), data=st.data())
def test_a_written_range_is_read_back(content: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    last = data.draw(st.integers(start, len(content) - 1))
    suffix = data.draw(st.integers(1, len(content)))

    between = parse_range(b"bytes=%d-%d" % (start, last), len(content))
    ending = parse_range(b"bytes=-%d" % suffix, len(content))

    assert between == Range(start, last + 1)
    assert ending == Range(len(content) - suffix, len(content))


WHOLE = Decision(200, 0, 10)
PART = Decision(206, 2, 5)
UNCHANGED = Decision(304, 0, 0)
FAILED = Decision(412, 0, 0)
RANGE = (b"range", b"bytes=2-4")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([], WHOLE),
        ([RANGE], PART),
        ([(b"range", b"bytes=10-")], Decision(416, 0, 0)),
        ([(b"if-none-match", b'"tag"')], UNCHANGED),
        ([(b"if-none-match", b'W/"tag"')], UNCHANGED),
        ([(b"if-none-match", b'"a", "tag"')], UNCHANGED),
        ([(b"if-none-match", b'"a"'), (b"if-none-match", b'"tag"')], UNCHANGED),
        ([(b"if-none-match", b"*")], UNCHANGED),
        ([(b"if-none-match", b'"a,tag,b"')], WHOLE),
        ([(b"if-none-match", b"tag")], WHOLE),
        ([(b"if-none-match", b'"tag"'), RANGE], UNCHANGED),
        ([(b"if-modified-since", NOON)], UNCHANGED),
        ([(b"if-modified-since", EARLIER)], WHOLE),
        ([(b"if-modified-since", b"yesterday")], WHOLE),
        ([(b"if-modified-since", b"Fri, 02 Jan 99999999999999 12:00:00 GMT")], WHOLE),
        ([(b"if-none-match", b'"other"'), (b"if-modified-since", NOON)], WHOLE),
        ([(b"if-range", b'"tag"'), RANGE], PART),
        ([(b"if-range", b'"other"'), RANGE], WHOLE),
        ([(b"if-range", b'W/"tag"'), RANGE], WHOLE),
        ([(b"if-range", NOON), RANGE], PART),
        ([(b"if-range", EARLIER), RANGE], WHOLE),
        ([(b"if-range", b"junk"), RANGE], WHOLE),
        ([(b"if-match", b'"tag"')], WHOLE),
        ([(b"if-match", b"*"), RANGE], PART),
        ([(b"if-match", b'"other"')], FAILED),
        ([(b"if-match", b'W/"tag"')], FAILED),
        ([(b"if-unmodified-since", NOON)], WHOLE),
        ([(b"if-unmodified-since", EARLIER)], FAILED),
        ([(b"if-match", b'"tag"'), (b"if-unmodified-since", EARLIER)], WHOLE),
    ],
)
def test_conditions_decide_in_the_order_of_rfc_9110(
    headers: list[tuple[bytes, bytes]], expected: Decision
) -> None:
    decision = decide("GET", headers, size_bytes=10, etag=b"tag", modified_s=NOON_S)

    assert decision == expected


def test_a_range_counts_for_get_only() -> None:
    decision = decide("HEAD", [RANGE], size_bytes=10, etag=b"tag", modified_s=NOON_S)

    assert decision == WHOLE


def test_without_tag_and_date_no_condition_on_them_holds() -> None:
    headers = [(b"if-none-match", b'"tag"'), (b"if-range", NOON), RANGE]

    decision = decide("GET", headers, size_bytes=10, etag=None, modified_s=None)

    assert decision == WHOLE


def test_dates_are_written_as_http_has_them() -> None:
    assert http_date(NOON_S) == NOON
