"""One page of a longer list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """``total`` counts the whole list; None when the caller asked not to count."""

    items: Sequence[T]
    total: int | None

    def map(self, convert: "Callable[[T], U]") -> "Page[U]":
        return Page(items=[convert(item) for item in self.items], total=self.total)
