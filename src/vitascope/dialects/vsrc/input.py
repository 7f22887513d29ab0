"""Reading what callers send: every mistake is found before any is told."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from vitascope.base.errors import Invalid

_WHOLE_NUMBER = re.compile(r"[0-9]{1,10}")

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", int, None)


class Problem(Struct, frozen=True):
    """One mistake, in the words of the wire."""

    field: str
    message: str


class Rejected(Invalid):
    """The input breaks rules: all of them are in ``problems``."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].field, "; ".join(p.message for p in problems))
        self.problems = tuple(problems)


class UnsupportedFormat(Invalid):
    """The file is of none of the formats this dialect takes."""


class Mistakes:
    """What was wrong with fields: of each, what was noted first."""

    def __init__(self) -> None:
        self._problems: dict[str, Problem] = {}

    def note(self, name: str, message: str) -> None:
        self._problems.setdefault(name, Problem(name, message))

    def check(self) -> None:
        """Raises Rejected when anything was noted."""
        if self._problems:
            raise Rejected(list(self._problems.values()))


class Input:
    """Named texts. Reading a wrong one gives a stand-in; :meth:`check` refuses them all."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given
        self._mistakes = Mistakes()

    def text(self, name: str, *, longest: int, is_required: bool = False) -> str:
        """Empty when it was not sent. ``longest`` counts characters."""
        value = self._given.get(name, "")
        if is_required and not value.strip():
            self.refuse(name, f"{name} is required")
        elif len(value) > longest:
            self.refuse(name, f"{name} has at most {longest} characters")
        elif "\0" in value:
            self.refuse(name, f"{name} contains a character that no text has")
        return value

    def words(self, name: str, *, longest: int) -> list[str]:
        """What stands between the commas, without outer space and without empty words."""
        parts = self.text(name, longest=longest).split(",")
        return [part.strip() for part in parts if part.strip()]

    def number(self, name: str, *, default: D, most: int) -> int | D:
        """A whole number from 1 to ``most``."""
        value = self._given.get(name)
        if value is None:
            return default
        number = int(value) if _WHOLE_NUMBER.fullmatch(value) else 0
        if not 1 <= number <= most:
            self.refuse(name, f"{name} must be a whole number from 1 to {most}")
            return default
        return number

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

    def refuse(self, name: str, message: str) -> None:
        self._mistakes.note(name, message)

    def check(self) -> None:
        """Raises Rejected when anything read so far was wrong."""
        self._mistakes.check()
