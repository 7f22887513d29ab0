from datetime import UTC, datetime

import pytest
from msgspec import UNSET

from vitascope.base.errors import Invalid
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.values import Values, unfold


def test_form_fields_unfold_to_what_json_would_hold() -> None:
    form = {
        "name": ["A film"],
        "tags[]": ["one", "two"],
        "videoPasswords[0]": ["a"],
        "videoPasswords[1]": ["b"],
        "category": ["1", "2"],
        "scheduleUpdate[updateAt]": ["2030"],
        "odd[": ["kept"],
    }

    assert unfold(form) == {
        "name": "A film",
        "tags": ["one", "two"],
        "videoPasswords": ["a", "b"],
        "category": ["1", "2"],
        "scheduleUpdate": {"updateAt": "2030"},
        "odd[": "kept",
    }


def test_text_and_json_mean_the_same() -> None:
    json = Values({"n": 3, "f": True, "z": None, "t": ["one"]})
    form = Values({"n": "3", "f": "true", "z": "null", "t": "one"})

    def read(values: Values) -> list[object]:
        return [
            values.number("n"),
            values.flag("f"),
            values.text("z", 1, 5),
            values.texts("t", most=2, shortest=1, longest=5),
            values.number("missing"),
        ]

    assert read(json) == read(form) == [3, True, None, ["one"], UNSET]


@pytest.mark.parametrize(
    "text", ["2026-03-01T12:00:00Z", "2026-03-01T13:00:00+01:00", "2026-03-01T12:00:00"]
)
def test_moments_are_read_as_utc(text: str) -> None:
    assert Values({"at": text}).moment("at") == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_all_faults_are_told_at_once() -> None:
    values = Values({"n": "-1", "f": 7, "t": "x", "at": 5, "big": "9" * 30}, location="query")

    values.number("n")
    values.flag("f")
    values.text("t", 2, 3)
    values.moment("at")
    values.number("big")
    with pytest.raises(InvalidFields) as caught:
        values.check()

    assert list(caught.value.faults) == ["n", "f", "t", "at", "big"]
    assert caught.value.faults["f"] == Fault(msg="Should be true or false", location="query")


def test_whole_numbers_may_be_below_zero() -> None:
    values = Values({"n": "-1", "m": -1})

    assert (values.number("n", -1), values.number("m", -1)) == (-1, -1)
    assert values.numbers("n") == (-1,)


def test_what_is_required_must_be_there_and_not_null() -> None:
    values = Values({"a": "x", "b": None})

    values.require("a", "b", "c")
    with pytest.raises(InvalidFields) as caught:
        values.check()

    assert caught.value.faults == {"b": Fault(msg="Is missing"), "c": Fault(msg="Is missing")}


def test_what_a_rule_says_against_a_text_is_its_fault() -> None:
    def refuse(text: str) -> None:
        if text != "good":
            raise Invalid("any", f"{text} is not good")

    values = Values({"a": "good", "b": "bad", "c": 5})

    found = [values.checked(name, refuse) for name in ("a", "b", "c", "d")]
    with pytest.raises(InvalidFields) as caught:
        values.check()

    assert found == ["good", UNSET, UNSET, UNSET]
    assert {name: fault.msg for name, fault in caught.value.faults.items()} == {
        "b": "bad is not good",
        "c": "Should be a text",
    }
