"""Reading JSON that callers send: every mistake is found before any is told."""

from typing import Any, TypeVar

import msgspec

from vitascope.dialects.vsrc.auth import AnyRequest
from vitascope.dialects.vsrc.input import Mistakes, Problem, Rejected

T = TypeVar("T")

# Text that is no UTF-8, and lists in lists without end, have errors of their own.
UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)
"""What reading JSON raises when it cannot be read."""


class Document:
    """An object's values; null is as good as nothing. Reading a wrong one gives a stand-in;
    :meth:`check` refuses them all.
    """

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = {name: _whole(value) for name, value in _sent(given).items()}
        self._mistakes = Mistakes()

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def value(self, name: str, kind: type[T], words: str, *, default: T) -> T:
        """What is there as ``kind``, which people call ``words``."""
        if name not in self._given:
            return default
        try:
            return msgspec.convert(self._given[name], kind)
        except msgspec.ValidationError:
            self.refuse(name, f"{name} must be {words}")
            return default

    def refuse(self, name: str, message: str) -> None:
        self._mistakes.note(name, message)

    def check(self) -> None:
        """Raises Rejected when anything read so far was wrong."""
        self._mistakes.check()


def _sent(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None}


def _whole(value: Any) -> Any:
    """``value``; of a list of objects, each with what was sent of it."""
    if not isinstance(value, list):
        return value
    return [_sent(each) if isinstance(each, dict) else each for each in value]


async def read_document(request: AnyRequest) -> Document:
    """Raises Rejected when the body is no JSON object."""
    try:
        return Document(msgspec.json.decode(await request.body(), type=dict[str, Any]))
    except UNREADABLE:
        raise Rejected([Problem("body", "The body must be a JSON object")]) from None
