from enum import StrEnum

import pytest

from vitascope.dialects.vsrc.input import Input, Problem, Rejected


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


def test_input_that_keeps_the_rules_is_read_by_kind() -> None:
    given = Input({"title": "A film", "tags": " a,b ,, c", "page": "7", "size": "large"})

    read = (
        given.text("title", longest=6, is_required=True),
        given.words("tags", longest=20),
        given.number("page", default=1, most=7),
        given.choice("size", Size),
    )
    given.check()

    assert read == ("A film", ["a", "b", "c"], 7, Size.LARGE)


def test_input_that_was_not_sent_reads_as_its_default() -> None:
    given = Input({})

    read = (
        given.text("title", longest=6),
        given.words("tags", longest=20),
        given.number("page", default=3, most=7),
        given.choice("size", Size),
    )
    given.check()

    assert read == ("", [], 3, None)


def test_every_mistake_is_told_at_once() -> None:
    given = Input({"title": "A film", "text": "a\0b", "page": "0", "size": "", "blank": "  "})
    given.text("title", longest=5)
    given.text("text", longest=5)
    given.text("blank", longest=5, is_required=True)
    given.number("page", default=1, most=9)
    given.choice("size", Size)

    with pytest.raises(Rejected) as caught:
        given.check()

    assert caught.value.problems == (
        Problem("title", "title has at most 5 characters"),
        Problem("text", "text contains a character that no text has"),
        Problem("blank", "blank is required"),
        Problem("page", "page must be a whole number from 1 to 9"),
        Problem("size", "size must be one of small, large"),
    )


def test_of_each_field_the_first_mistake_is_told() -> None:
    given = Input({"tags": "x" * 6})
    given.words("tags", longest=5)
    given.refuse("tags", "tags must name at least one tag")

    with pytest.raises(Rejected) as caught:
        given.check()

    assert caught.value.problems == (Problem("tags", "tags has at most 5 characters"),)


@pytest.mark.parametrize("text", ["", "-1", "1.5", "1e3", "٣", " 1", "9" * 5000, "101"])
def test_a_number_that_is_none_or_out_of_bounds_is_refused(text: str) -> None:
    given = Input({"limit": text})
    given.number("limit", default=20, most=100)

    with pytest.raises(Rejected) as caught:
        given.check()

    assert caught.value.problems == (
        Problem("limit", "limit must be a whole number from 1 to 100"),
    )
