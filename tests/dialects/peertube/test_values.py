from datetime import UTC, datetime

import pytest
from msgspec import UNSET

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
