import pytest
from tests.factories import NOON

from vitascope.base.errors import Invalid
from vitascope.dialects.vsrc.wire_chat import MessageOut, Said

MOST = "x" * 500


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"type":"message","username":"Ada","message":"Hello"}', ("Ada", "Hello")),
        ('{"type":"message","message":" Hello "}', ("Anonymous", "Hello")),
        ('{"type":"message","username":null,"message":"Hello"}', ("Anonymous", "Hello")),
        (
            '{"type":"message","username":" \\n ","message":"a\\nb\\u0000"}',
            ("Anonymous", "a\nb"),
        ),
        (
            '{"type":"message","username":"A\\u202e \\t da\\u0007","message":"x","id":1}',
            ("A da", "x"),
        ),
        (
            f'{{"type":"message","username":"{"n" * 60}","message":"{MOST}"}}',
            ("n" * 50, MOST),
        ),
        ('{"type":"message","username":"<b>","message":"\\u2764\\ufe0f"}', ("<b>", "❤️")),
    ],
)
def test_what_is_said_is_told_without_what_nobody_sees(
    text: str, told: tuple[str, str]
) -> None:
    said = Said.read(text).out(NOON)

    assert said == MessageOut(*told, "2026-03-01T12:00:00.000Z")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'Send {"type": "message", "username", "message"}'),
        ("hello", 'Send {"type": "message", "username", "message"}'),
        ("[]", 'Send {"type": "message", "username", "message"}'),
        ("[" * 100_000, 'Send {"type": "message", "username", "message"}'),
        (
            '{"type":"message","message":"x","y":' + "[" * 100_000,
            'Send {"type": "message", "username", "message"}',
        ),
        ('{"type":"message"}', 'Send {"type": "message", "username", "message"}'),
        (
            '{"type":"message","message":["x"]}',
            'Send {"type": "message", "username", "message"}',
        ),
        (
            '{"type":"message","message":"\\ud800"}',
            'Send {"type": "message", "username", "message"}',
        ),
        ('{"type":"system","message":"x"}', "The type of what is said is message"),
        ('{"type":"message","message":" \\u0000 "}', "The message is empty"),
        (
            f'{{"type":"message","message":"{MOST}x"}}',
            "A message has at most 500 characters",
        ),
    ],
)
def test_what_is_no_message_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        Said.read(text)

    assert refused.value.message == message
