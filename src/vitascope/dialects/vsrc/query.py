"""What lists are asked for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypedDict

from vitascope.core.webhooks.model import DeliveryState
from vitascope.dialects.vsrc.input import Input
from vitascope.dialects.vsrc.wire import EncodingStatus

_DEFAULT_LIMIT, _MOST_LIMIT = 20, 100
# Far beyond every list, and far below what a database takes for an offset.
_MOST_PAGE = 1_000_000_000
LONGEST_TAGS = 500


class Match(StrEnum):
    ANY = "any"
    ALL = "all"


class Paging(NamedTuple):
    """Pages count from 1."""

    page: int
    limit: int

    @property
    def start(self) -> int:
        return (self.page - 1) * self.limit


class TagFilter(TypedDict, total=False):
    any_tags: list[str]
    all_tags: list[str]


def list_query(given: Mapping[str, str]) -> tuple[EncodingStatus | None, Paging]:
    """Raises Rejected when a parameter breaks its rule."""
    query = Input(given)
    status = query.choice("encodingStatus", EncodingStatus)
    paging = _paging(query)
    query.check()
    return status, paging


def search_query(given: Mapping[str, str]) -> tuple[TagFilter, Paging]:
    """Raises Rejected when a parameter breaks its rule, or no tag is left of ``tags``."""
    query = Input(given)
    tags = query.words("tags", longest=LONGEST_TAGS)
    if not tags:
        query.refuse("tags", "tags must name at least one tag")
    match = query.choice("match", Match) or Match.ANY
    paging = _paging(query)
    query.check()
    return ({"all_tags": tags} if match is Match.ALL else {"any_tags": tags}), paging


def live_query(given: Mapping[str, str]) -> Paging:
    """Raises Rejected when a parameter breaks its rule."""
    query = Input(given)
    paging = _paging(query)
    query.check()
    return paging


def delivery_query(given: Mapping[str, str]) -> tuple[DeliveryState | None, Paging]:
    """Raises Rejected when a parameter breaks its rule."""
    query = Input(given)
    state = query.choice("status", DeliveryState)
    paging = _paging(query)
    query.check()
    return state, paging


def _paging(query: Input) -> Paging:
    return Paging(
        page=query.number("page", default=1, most=_MOST_PAGE),
        limit=query.number("limit", default=_DEFAULT_LIMIT, most=_MOST_LIMIT),
    )
