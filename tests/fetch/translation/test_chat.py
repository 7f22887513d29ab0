from collections.abc import Callable
from typing import Any

import pytest
from tests.translators import Reply, Request, model, said, serving

from vitascope.fetch.errors import FetchError
from vitascope.fetch.translation.model import Misanswered, Pair
from vitascope.fetch.translation.opening import Named, open_translator


async def ask(reply: Callable[[Request], Reply], texts: list[str], path: str = "") -> Any:
    """The answer, and the server that was asked."""
    with serving(reply) as server:
        named = Named(provider="openai", url=f"{server.url}{path}", key="sk-key", model="small")
        async with open_translator(named, Pair("en", "fr")) as translator:
            return await translator.translate(texts), server


async def test_lines_are_sent_with_their_numbers_and_come_back_with_them() -> None:
    answer, server = await ask(model, ["One", "Two\nThree"])

    (request,) = server.asked
    order = request.document["messages"][0]
    assert answer == ["ONE", "TWO\nTHREE"]
    assert (request.path, request.authorization) == ("/v1/chat/completions", "Bearer sk-key")
    assert request.document == {
        "model": "small",
        "messages": [
            order,
            {"role": "user", "content": '{"1": "One", "2": "Two\\nThree"}'},
        ],
        "temperature": 0,
        "response_format": {"type": "json_object"},
    }
    assert order["role"] == "system"
    assert "from en into the language with the BCP 47 tag fr." in order["content"]


@pytest.mark.parametrize("path", ["", "/", "/v1", "/v1/", "/v1/chat/completions"])
async def test_the_address_may_be_as_long_as_somebody_has_copied_it(path: str) -> None:
    answer, _ = await ask(model, ["One"], path)

    assert answer == ["ONE"]


async def test_a_model_that_wraps_its_answer_up_is_understood() -> None:
    answer, _ = await ask(lambda _: said('```json\n{"1": "Un"}\n```'), ["One"])

    assert answer == ["Un"]


@pytest.mark.parametrize(
    "answer", ["no JSON", "[]", '{"2": "Un"}', '{"1": 1}', '{"1": "Un", "2": "Deux"}']
)
async def test_a_model_that_does_not_do_as_asked_is_told_from_one_that_refuses(
    answer: str,
) -> None:
    with pytest.raises(Misanswered, match="did not answer with what") as refused:
        await ask(lambda _: said(answer), ["One"])

    assert not refused.value.permanent


async def test_an_answer_without_choices_is_none() -> None:
    with pytest.raises(FetchError, match="did not answer with what"):
        await ask(lambda _: (200, {"choices": []}), ["One"])


async def test_what_a_model_refuses_to_be_told_is_left_out() -> None:
    def fussy(request: Request) -> Reply:
        if "temperature" in request.document:
            return 400, {"error": {"message": "'temperature' does not support 0"}}
        return model(request)

    answer, server = await ask(fussy, ["One"])

    assert answer == ["ONE"]
    assert [sorted(request.document) for request in server.asked] == [
        ["messages", "model", "response_format", "temperature"],
        ["messages", "model", "response_format"],
    ]


async def test_a_wrong_key_is_told_in_the_words_of_the_service() -> None:
    told = {"error": {"message": "Incorrect API key provided: sk-key"}}

    with pytest.raises(FetchError, match="Incorrect API key provided: …") as refused:
        await ask(lambda _: (401, told), ["One"])

    assert refused.value.permanent
