"""What is said in chats, as clients send it and as they are told it."""

import unicodedata
from datetime import datetime
from typing import Self

import msgspec
from msgspec import Struct

from vitascope.base.errors import Invalid
from vitascope.dialects.vsrc.documents import UNREADABLE
from vitascope.dialects.vsrc.wire import iso

_LONGEST_NAME, _LONGEST_MESSAGE = 50, 500
_NOBODY = "Anonymous"
# What moves the text around it, and would let a name pose as part of a message.
_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class SystemOut(Struct, tag="system"):
    message: str
    timestamp: str


class MessageOut(Struct, tag="message"):
    username: str
    message: str
    timestamp: str


class ErrorOut(Struct, tag="error"):
    message: str


class Said(Struct):
    """``{"type": "message", "username", "message"}``. Who gives no name is anonymous."""

    type: str
    message: str
    username: str | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """What a client said, without the characters that nobody sees.

        Raises:
            Invalid: it is none of our messages, says nothing, or is too long.
        """
        try:
            said = msgspec.json.decode(text, type=cls)
        except UNREADABLE:
            raise Invalid(
                "message", 'Send {"type": "message", "username", "message"}'
            ) from None
        if said.type != "message":
            raise Invalid("type", "The type of what is said is message")
        message = _shown(said.message, kept="\n").strip()
        if not message:
            raise Invalid("message", "The message is empty")
        if len(message) > _LONGEST_MESSAGE:
            raise Invalid("message", f"A message has at most {_LONGEST_MESSAGE} characters")
        name = " ".join(_shown(said.username or "").split())[:_LONGEST_NAME].strip()
        return cls(type=said.type, message=message, username=name)

    def out(self, now: datetime) -> MessageOut:
        return MessageOut(self.username or _NOBODY, self.message, iso(now))


def _shown(text: str, kept: str = "") -> str:
    return "".join(
        letter
        for letter in text
        if letter in kept or (unicodedata.category(letter) != "Cc" and letter not in _TURNS)
    )
