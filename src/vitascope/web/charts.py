"""Pictures of how something went over time, and the same as tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from vitascope.web import words


@dataclass(frozen=True, slots=True)
class Unit:
    """How amounts are told. Those that are ``added`` have a sum, others an average."""

    name: str
    tell: Callable[[float], str]
    added: bool = True


BYTES = Unit("bytes", lambda amount: words.size(int(amount)))
SECONDS = Unit("seconds", words.clock)
PERCENT = Unit("percent", lambda amount: f"{amount:.0f} %", added=False)
NUMBER = Unit("number", lambda amount: f"{amount:,.0f}")


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    amounts: Sequence[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """``starts_s`` are when the pieces of time begin, in seconds since 1970."""

    name: str
    title: str
    unit: Unit
    starts_s: Sequence[int]
    lines: Sequence[Line]

    @property
    def summary(self) -> str:
        """The whole picture in a line, for those who do not see it."""
        told = (f"{line.name} {self.unit.tell(self._whole(line))}" for line in self.lines)
        return f"{'In all' if self.unit.added else 'On average'}: {', '.join(told)}"

    @property
    def rows(self) -> list[tuple[datetime, list[str]]]:
        """As a table, the newest first."""
        amounts = zip(*(line.amounts for line in self.lines), strict=True)
        told = [[self.unit.tell(amount) for amount in each] for each in amounts]
        starts = [datetime.fromtimestamp(start_s, UTC) for start_s in self.starts_s]
        return list(zip(starts, told, strict=True))[::-1]

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws; see ``frontend/src/admin_statistics.ts``."""
        return {
            "unit": self.unit.name,
            "starts_s": self.starts_s,
            "lines": [{"name": line.name, "amounts": line.amounts} for line in self.lines],
        }

    def _whole(self, line: Line) -> float:
        total = sum(line.amounts)
        return total if self.unit.added else total / max(1, len(line.amounts))
