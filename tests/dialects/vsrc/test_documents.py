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
