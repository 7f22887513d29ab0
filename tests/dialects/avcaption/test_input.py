import json
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client
from tests.dialects.runtimes import Headers

from vitascope.dialects.avcaption.input import Input, Rejected

VIDEO = "/api/v1/videos/1"


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"title": "\xff"}', b'{"title": ' + b"[" * 50_000]
)
def test_a_body_that_is_no_json_object_is_told(
    client: Client, keyed: Headers, body: bytes
) -> None:
    answer = client.put(VIDEO, content=body, headers=keyed)

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_json")


@pytest.mark.parametrize("value", [[], {}, ["true"], 1, "yes"])
def test_what_is_no_flag_is_told(value: Any) -> None:
    given = Input({"flag": value})

    read = given.flag("flag")

    assert read is None
    with pytest.raises(Rejected, match="flag must be true or false"):
        given.check()


@pytest.mark.parametrize("text", ["[" * 50_000, "[1, 2"])
def test_lists_in_forms_that_are_no_json_are_words(text: str) -> None:
    given = Input({"words": text})

    assert given.words("words") == [word.strip() for word in text.split(",")]


def test_null_is_as_good_as_not_sent() -> None:
    names = ("text", "flag", "words", "value", "number")
    given = Input(json.loads(json.dumps(dict.fromkeys(names))))

    read = (
        given.text("text", longest=9),
        given.flag("flag"),
        given.words("words"),
        given.value("value", int, "a number", default=7),
        given.number("number", default=3, most=9),
    )

    given.check()
    assert read == ("", None, [], 7, 3)
    assert [(name in given, given.is_said(name)) for name in names] == [(False, True)] * 5
