from typing import Any

import pytest

from vitascope.dialects.vsrc.documents import Document
from vitascope.dialects.vsrc.input import Problem, Rejected


def test_values_are_read_by_their_kind() -> None:
    given = Document({"name": "a", "numbers": [1, 2]})

    found = (
        given.value("name", str, "a text", default=""),
        given.value("numbers", list[int], "numbers", default=[]),
        given.value("absent", bool, "true or false", default=True),
    )
    given.check()

    assert found == ("a", [1, 2], True)
    assert ("name" in given, "absent" in given) == (True, False)


def test_null_is_as_good_as_nothing() -> None:
    given = Document({"name": None, "sizes": [{"height": 720, "crf": None}, None]})

    found = (
        given.value("name", str, "a text", default="none"),
        given.value("sizes", list[Any], "sizes", default=[]),
    )
    given.check()

    assert found == ("none", [{"height": 720}, None])
    assert "name" not in given


def test_of_each_field_the_first_mistake_is_told() -> None:
    given = Document({"url": 7})
    given.value("url", str, "a text", default="")
    given.refuse("url", "url is required")

    with pytest.raises(Rejected) as caught:
        given.check()

    assert caught.value.problems == (Problem("url", "url must be a text"),)


def test_every_mistake_is_told() -> None:
    given = Document({"name": 1, "on": "yes"})
    given.value("name", str, "a text", default="")
    given.value("on", bool, "true or false", default=False)

    with pytest.raises(Rejected) as caught:
        given.check()

    assert caught.value.problems == (
        Problem("name", "name must be a text"),
        Problem("on", "on must be true or false"),
    )
