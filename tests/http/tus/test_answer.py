from typing import Any

from vitascope.http.tus.answer import TusAnswer


async def sent(answer: TusAnswer) -> list[Any]:
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    await answer({}, None, send)  # type: ignore[arg-type] # it reads nothing
    return messages


async def test_an_answer_sends_itself() -> None:
    messages = await sent(TusAnswer(400, {"Upload-Offset": "7"}, b"no"))

    assert messages == [
        {
            "type": "http.response.start",
            "status": 400,
            "headers": [(b"upload-offset", b"7"), (b"content-length", b"2")],
        },
        {"type": "http.response.body", "body": b"no"},
    ]


async def test_an_answer_without_content_has_no_length() -> None:
    start, _ = await sent(TusAnswer(204))

    assert start["headers"] == []


def test_what_an_answer_says_itself_stays() -> None:
    answer = TusAnswer(200, {"A": "1"}).telling({"A": "2", "B": "3"})

    assert answer.headers == {"A": "1", "B": "3"}
