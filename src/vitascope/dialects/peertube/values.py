"""Reading values that clients sent, and noting all that is wrong with them at once.

The same field may come as JSON, as form text or in a query: ``3`` and ``"3"``, ``true`` and
``"true"``, ``null`` and ``"null"`` are the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Invalid
from vitascope.dialects.peertube.errors import Fault, InvalidFields

# Longer ones are beyond what databases count with.
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_FLAGS = {"true": True, "1": True, "false": False, "0": False}
_INDEXED = re.compile(r"(?P<name>[^\[\]]+)\[(?P<key>[^\[\]]*)\]")


class Values:
    """Fields by name; each method answers UNSET for a field that is not there.

    Call :meth:`check` when all are read: it raises InvalidFields naming every faulty one.
    """

    def __init__(self, given: Mapping[str, Any], *, location: str = "body") -> None:
        self._given = given
        self._location = location
        self._faults: dict[str, Fault] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._given

    def fault(self, name: str, message: str) -> None:
        self._faults[name] = Fault(msg=message, location=self._location)

    def check(self) -> None:
        if self._faults:
            raise InvalidFields(self._faults)

    def require(self, *names: str) -> None:
        """Notes a fault for each that is missing or null."""
        for name in names:
            if self.raw(name) in (UNSET, None):
                self.fault(name, "Is missing")

    def raw(self, name: str) -> Any:
        """The value with form texts for null turned into None; UNSET when it is missing."""
        value = self._given.get(name, UNSET)
        return None if value == "null" else value

    def text(self, name: str, shortest: int, longest: int) -> str | UnsetType | None:
        value = self.raw(name)
        if value is UNSET or value is None:
            return value
        if not isinstance(value, str) or not shortest <= len(value.strip()) <= longest:
            self.fault(name, f"Should have between {shortest} and {longest} characters")
            return UNSET
        return value

    def checked(self, name: str, check: Callable[[str], None]) -> str | UnsetType:
        """A text that ``check`` lets pass; what it says against it is the fault."""
        value = self.raw(name)
        if value is UNSET:
            return value
        if not isinstance(value, str):
            self.fault(name, "Should be a text")
            return UNSET
        try:
            check(value)
        except Invalid as error:
            self.fault(name, error.message)
            return UNSET
        return value

    def number(
        self, name: str, lowest: int = 0, highest: int = 2**31 - 1
    ) -> int | UnsetType | None:
        value = self.raw(name)
        if value is UNSET or value is None:
            return value
        number = _whole(value)
        if number is None or not lowest <= number <= highest:
            self.fault(name, f"Should be a whole number from {lowest} to {highest}")
            return UNSET
        return number

    def known(self, name: str, keys: Iterable[int]) -> int | UnsetType | None:
        """A number that stands among ``keys``."""
        number = self.number(name)
        if isinstance(number, int) and number not in keys:
            self.fault(name, "Is not a known value")
            return UNSET
        return number

    def flag(self, name: str) -> bool | UnsetType:
        value = self.raw(name)
        if value is UNSET or isinstance(value, bool):
            return value
        if str(value) not in _FLAGS:
            self.fault(name, "Should be true or false")
            return UNSET
        return _FLAGS[str(value)]

    def moment(self, name: str) -> datetime | UnsetType | None:
        """A date in ISO 8601; one without an offset is taken for UTC."""
        value = self.raw(name)
        if value is UNSET or value is None:
            return value
        try:
            found = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            self.fault(name, "Should be a date in ISO 8601")
            return UNSET
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)

    def texts(
        self, name: str, *, most: int, shortest: int, longest: int
    ) -> list[str] | UnsetType:
        """A list of texts; null is an empty one, a single text a list of one."""
        if name not in self:
            return UNSET
        value = self.raw(name)
        texts = [value] if isinstance(value, str) else value or []
        if not isinstance(texts, list) or len(texts) > most:
            self.fault(name, f"Should be an array of {most} at most")
        elif not all(isinstance(t, str) and shortest <= len(t) <= longest for t in texts):
            self.fault(name, f"Each should have between {shortest} and {longest} characters")
        else:
            return list(texts)
        return UNSET

    def numbers(self, name: str) -> tuple[int, ...]:
        """The numbers given for ``name``, none when it is missing."""
        value = self.raw(name)
        found = [_whole(part) for part in _listed(value)]
        if None in found:
            self.fault(name, "Should be whole numbers")
        return tuple(number for number in found if number is not None)

    def words(self, name: str) -> tuple[str, ...]:
        """The texts given for ``name``, none when it is missing."""
        return tuple(str(part) for part in _listed(self.raw(name)))


def unfold(fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Form fields as JSON would have them.

    ``tags[]``, ``tags[0]`` and a repeated ``tags`` are lists, ``scheduleUpdate[updateAt]`` is
    a field of an object. Anything else keeps its last value.
    """
    found: dict[str, Any] = {}
    for field, values in fields.items():
        indexed = _INDEXED.fullmatch(field)
        if indexed is None:
            found[field] = list(values) if len(values) > 1 else values[-1]
        elif not indexed["key"] or indexed["key"].isdigit():
            members = found.setdefault(indexed["name"], [])
            if isinstance(members, list):
                members.extend(values)
        else:
            members = found.setdefault(indexed["name"], {})
            if isinstance(members, dict):
                members[indexed["key"]] = values[-1]
    return found


def _whole(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return int(value) if _WHOLE.fullmatch(str(value)) else None


def _listed(value: Any) -> list[Any]:
    if value is UNSET or value is None:
        return []
    return value if isinstance(value, list) else [value]
