"""Many values for one query: no engine takes any number of them."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_MOST_VALUES = 500


def batches(values: Collection[T]) -> Iterator[list[T]]:
    """``values`` in their order, up to 500 at a time; nothing when there are none."""
    left = iter(values)
    while some := list(islice(left, _MOST_VALUES)):
        yield some
