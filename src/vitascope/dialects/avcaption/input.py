"""Reading what callers send: every mistake is found before any is told."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import msgspec
from litestar import Request

from vitascope.base.errors import Invalid

_WHOLE_NUMBER = re.compile(r"[0-9]{1,10}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
# The last two are text that is no Unicode, and lists within lists without end.
_UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)
_Moment = Annotated[datetime, msgspec.Meta(tz=True)]

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class InvalidJson(Invalid):
    """The body is no JSON object."""


class Rejected(Invalid):
    """The input breaks rules: ``problems`` has a sentence per field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(next(iter(problems)), "; ".join(problems.values()))
        self.problems = dict(problems)


class Input:
    """Named values. Reading a wrong one gives a stand-in; :meth:`check` refuses them all."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self._prefix = ""
        self._problems: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        """Whether it was sent; null is as good as nothing."""
        return self._given.get(name) is not None

    def is_said(self, name: str) -> bool:
        """Whether it was sent, be it as null."""
        return name in self._given

    def text(self, name: str, *, longest: int, is_required: bool = False) -> str:
        """Empty when it was not sent. ``longest`` counts characters."""
        value: object = self._given[name] if name in self else ""
        if not isinstance(value, str):
            self.refuse(name, f"{name} must be a text")
            return ""
        if is_required and not value:
            self.refuse(name, f"{name} is required")
        elif len(value) > longest:
            self.refuse(name, f"{name} has at most {longest} characters")
        elif "\0" in value:
            self.refuse(name, f"{name} contains a character that no text has")
        return value

    def number(self, name: str, *, default: int, most: int) -> int:
        """A whole number from 1 to ``most``, written in digits."""
        value = self._given.get(name)
        if value is None:
            return default
        number = int(value) if _WHOLE_NUMBER.fullmatch(value) else 0
        if not 1 <= number <= most:
            self.refuse(name, f"{name} must be a whole number from 1 to {most}")
        return number

    def size(self, name: str) -> int:
        """A number of bytes, at least one, as JSON has numbers."""
        value: object = self._given.get(name)
        # True is an int in Python, and no size.
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self.refuse(name, f"{name} must be a whole number of bytes, at least 1")
        return 0

    def sha256(self, name: str) -> str | None:
        """A SHA-256 in lower case, or None when it was not sent or is null."""
        value: object = self._given.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or not _SHA256.fullmatch(value.lower()):
            self.refuse(name, f"{name} must have 64 hexadecimal digits")
            return None
        return value.lower()

    def choice(self, name: str, kind: type[E]) -> E | None:
        """One of the words of ``kind``, or None when it was not sent."""
        value = self._given.get(name)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            self.refuse(name, f"{name} must be one of {', '.join(kind)}")
            return None

    def time(self, name: str) -> datetime | None:
        """A time with its offset, or None when it was not sent or is null."""
        value = self._given.get(name)
        if value is None:
            return None
        try:
            return msgspec.convert(value, _Moment).astimezone(UTC)
        except (msgspec.ValidationError, OverflowError):
            self.refuse(name, f"{name} must be a time like 2030-01-31T12:00:00Z")
            return None

    def flag(self, name: str) -> bool | None:
        """Yes or no, as JSON or as forms say it; None when it was not sent."""
        value: object = self._given.get(name)
        if value is None or isinstance(value, bool):
            return value
        if not isinstance(value, str) or value not in _FLAGS:
            self.refuse(name, f"{name} must be true or false")
            return None
        return _FLAGS[value]

    def words(self, name: str) -> list[str]:
        """A list of texts, as JSON has lists; forms have them as a text, between commas or as
        JSON.
        """
        value: object = self._given[name] if name in self else []
        if isinstance(value, str):
            value = _listed(value)
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.refuse(name, f"{name} must be a list of texts")
            return []
        return value

    def is_nothing(self, name: str) -> bool:
        """Whether it was not sent, or with nothing in it, as JSON or as forms have that."""
        return self._given.get(name) in (None, "", [], "[]")

    def value(self, name: str, kind: type[T], words: str, *, default: T) -> T:
        """What JSON has as ``kind``, which people call ``words``. A null that is none of it
        counts as not sent.
        """
        if name not in self._given:
            return default
        try:
            return msgspec.convert(self._given[name], kind)
        except msgspec.ValidationError:
            if name not in self:
                return default
            self.refuse(name, f"{name} must be {words}")
            return default

    def within(self, name: str) -> "Input":
        """The values of the object under ``name``; their mistakes are told with those from
        here.
        """
        inner = Input(self.value(name, dict[str, Any], "an object", default={}))
        inner._prefix, inner._problems = f"{self._prefix}{name}.", self._problems
        return inner

    def refuse(self, name: str, message: str) -> None:
        self._problems.setdefault(self._prefix + name, message)

    def check(self) -> None:
        """Raises Rejected when anything read so far was wrong."""
        if self._problems:
            raise Rejected(self._problems)


async def read_json(request: Request[Any, Any, Any]) -> Input:
    """The body, whatever it calls itself: the document's own curl lines send JSON as a form.

    Raises:
        InvalidJson: it is no JSON object.
    """
    try:
        return Input(msgspec.json.decode(await request.body(), type=dict[str, Any]))
    except _UNREADABLE:
        raise InvalidJson("body", "The body must be a JSON object") from None


def _listed(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except _UNREADABLE:
        return [word.strip() for word in text.split(",") if word.strip()]
