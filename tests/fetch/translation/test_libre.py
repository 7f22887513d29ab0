from collections.abc import Callable
from typing import Any

import pytest
from tests.translators import LANGUAGES, Reply, Request, libre, serving

from vitascope.fetch.errors import BadAnswer, FetchError
from vitascope.fetch.translation.model import Pair
from vitascope.fetch.translation.opening import Named, open_translator


def named(url: str, key: str = "") -> Named:
    return Named(provider="libretranslate", url=url, key=key)


async def test_a_batch_is_sent_as_one_request_in_the_languages_of_the_server() -> None:
    with serving(libre) as server:
        pair = Pair("en-GB", "zh-CN")
        async with open_translator(named(f"{server.url}/", "key"), pair) as translator:
            answer = await translator.translate(["One", "Two\nThree"])

    assert answer == ["ONE", "TWO\nTHREE"]
    assert [(request.path, request.document) for request in server.asked] == [
        ("/languages", None),
        (
            "/translate",
            {
                "q": ["One", "Two\nThree"],
                "source": "en",
                "target": "zh-Hans",
                "format": "text",
                "api_key": "key",
            },
        ),
    ]


async def test_a_language_that_nobody_knows_is_found_out_by_the_server() -> None:
    with serving(libre) as server:
        async with open_translator(named(server.url), Pair("und", "fr")) as translator:
            await translator.translate(["One"])

    sent = {"q": ["One"], "source": "auto", "target": "fr", "format": "text"}
    assert server.asked[-1].document == sent


@pytest.mark.parametrize(
    ("source", "target", "missing"), [("xx", "en", "xx"), ("fr", "zh", "zh")]
)
async def test_languages_that_the_server_does_not_know_are_named(
    source: str, target: str, missing: str
) -> None:
    with (
        serving(libre) as server,
        pytest.raises(FetchError, match=f"does not know the language {missing}") as refused,
    ):
        async with open_translator(named(server.url), Pair(source, target)):
            pass

    assert refused.value.permanent
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        [],
        {},
        {"translatedText": "ONE"},
        {"translatedText": ["A", "B"]},
        {"translatedText": [1]},
    ],
)
async def test_an_answer_that_does_not_fit_is_asked_for_again_later(answer: Any) -> None:
    def reply(request: Request) -> Reply:
        return 200, LANGUAGES if request.path == "/languages" else answer

    with serving(reply) as server:
        async with open_translator(named(server.url), Pair("en", "fr")) as translator:
            with pytest.raises(BadAnswer, match="what it was sent") as refused:
                await translator.translate(["One"])

    assert not refused.value.permanent


@pytest.mark.parametrize("reply", [lambda _: (200, {}), lambda _: (200, "no")])
async def test_what_is_no_such_server_is_told(reply: Callable[[Request], Reply]) -> None:
    with serving(reply) as server, pytest.raises(BadAnswer):
        async with open_translator(named(server.url), Pair("en", "fr")):
            pass
