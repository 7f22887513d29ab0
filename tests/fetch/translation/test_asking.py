from typing import Any

import httpx2
import pytest
from tests.translators import Server, serving

from vitascope.fetch.client import open_client
from vitascope.fetch.errors import BadAnswer, FetchError, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.translation.asking import ask_json
from vitascope.fetch.translation.model import TranslationRefused

KEY = "a-secret-key"


def client() -> httpx2.AsyncClient:
    return open_client(Guard(["127.0.0.0/8"]))


async def refusal(status: int, answer: Any) -> FetchError:
    with serving(lambda _: (status, answer)) as server:
        async with client() as asking:
            with pytest.raises(FetchError) as refused:
                await ask_json(asking, "POST", f"{server.url}/translate", {}, key=KEY)
    return refused.value


async def test_a_document_is_sent_and_one_comes_back() -> None:
    with serving(lambda request: (200, request.document)) as server:
        async with client() as asking:
            answer = await ask_json(asking, "POST", f"{server.url}/here", {"q": ["é"]})

    assert answer == {"q": ["é"]}
    assert [request.path for request in server.asked] == ["/here"]


@pytest.mark.parametrize(
    ("status", "answer", "message", "is_permanent"),
    [
        (403, {"error": "Invalid API key"}, "(status 403): Invalid API key", True),
        (400, {"error": {"message": "No such\n model"}}, "(status 400): No such model", True),
        (422, {"detail": "Bad"}, "(status 422): Bad", True),
        (401, f"not JSON, {KEY}", "(status 401)", True),
        (401, {"error": [KEY]}, "(status 401)", True),
        (402, {"error": f"{KEY} has no credit"}, "(status 402): … has no credit", True),
        (429, {"error": "Slowdown: 20 per 1 minute"}, "(status 429): Slowdown: 20 per", False),
        (500, {"error": "Out of memory"}, "(status 500): Out of memory", False),
        (503, "", "(status 503)", False),
    ],
)
async def test_a_refusal_says_what_the_translator_says_and_never_the_key(
    status: int, answer: Any, message: str, is_permanent: bool
) -> None:
    error = await refusal(status, answer)

    assert isinstance(error, TranslationRefused)
    assert error.message.startswith(f"The translator refused {message}")
    assert (KEY in error.message, error.permanent) == (False, is_permanent)


async def test_a_quota_that_is_used_up_is_no_reason_to_ask_again() -> None:
    told = {"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}

    error = await refusal(429, told)

    assert error.permanent


async def test_a_long_refusal_is_cut_and_the_key_in_it_before() -> None:
    error = await refusal(400, {"error": "x" * 295 + KEY})

    assert error.message == "The translator refused (status 400): " + "x" * 295 + "…"


async def test_what_is_no_json_is_no_answer() -> None:
    error = await refusal(200, "<html>")

    assert isinstance(error, BadAnswer)
    assert (error.message, error.permanent) == (
        "The translator did not answer with JSON",
        False,
    )


async def test_a_translator_that_is_away_may_come_back() -> None:
    with serving(lambda _: (200, {})) as server:
        gone = Server(url=server.url)

    async with client() as asking:
        with pytest.raises(Unreachable) as refused:
            await ask_json(asking, "GET", gone.url)

    assert not refused.value.permanent
