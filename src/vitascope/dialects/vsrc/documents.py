"""Reading JSON that callers send: every mistake is found before any is told."""

from typing import Any, TypeVar

import msgspec

from vitascope.dialects.vsrc.auth import AnyRequest
from vitascope.dialects.vsrc.input import Problem, Rejected

T = TypeVar("T")


class Document:
    """An object's values. Reading a wrong one gives a stand-in; :meth:`check` refuses them
    all.
    """

    def __init__(self, given: dict[str, Any]) -> None:
        self._given = given
        self._problems: list[Problem] = []

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
        self._problems.append(Problem(name, message))

    def check(self) -> None:
        """Raises Rejected when anything read so far was wrong."""
        if self._problems:
            raise Rejected(self._problems)


async def read_document(request: AnyRequest) -> Document:
    """Raises Rejected when the body is no JSON object."""
    try:
        return Document(msgspec.json.decode(await request.body(), type=dict[str, Any]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Rejected([Problem("body", "The body must be a JSON object")]) from None
