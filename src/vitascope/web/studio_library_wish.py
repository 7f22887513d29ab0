"""What part of the library an address asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from vitascope.base.ids import AccountId, FolderId, parse_row_id
from vitascope.core.videos.model import Order, Selection, State

PAGE = "/studio/library"
ROWS_PER_PAGE = 50
_MOST_DIGITS = 6
_LONGEST_SEARCH = 200

USUAL_SORT = "newest"
SORTS = {
    USUAL_SORT: "Newest first",
    "oldest": "Oldest first",
    "title": "By title",
    "views": "Most views first",
    "longest": "Longest first",
    "largest": "Largest first",
}
_ORDERS = {
    USUAL_SORT: (Order.CREATED, True),
    "oldest": (Order.CREATED, False),
    "title": (Order.TITLE, False),
    "views": (Order.VIEWS, True),
    "longest": (Order.DURATION, True),
    "largest": (Order.SIZE, True),
}
STATUSES = {
    "waiting": "Waiting",
    "making": "Being made",
    "ready": "Ready",
    "failed": "Failed",
}
_STATES: dict[str, tuple[tuple[State, ...], bool | None]] = {
    "waiting": ((State.WAITING, State.PROCESSING), False),
    "making": ((State.PROCESSING,), True),
    "ready": ((State.READY,), None),
    "failed": ((State.FAILED,), None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """``folder_id`` None is the top. Whoever searches or filters looks through the whole
    library, whatever the folder.
    """

    folder_id: FolderId | None = None
    search: str = ""
    tag: str = ""
    status: str = ""
    sort: str = USUAL_SORT
    page: int = 1

    @property
    def is_everywhere(self) -> bool:
        return bool(self.search or self.tag or self.status)

    @property
    def start(self) -> int:
        return (self.page - 1) * ROWS_PER_PAGE

    def selection(self, owner: AccountId) -> Selection:
        order, descending = _ORDERS[self.sort]
        states, is_begun = _STATES.get(self.status, ((), None))
        place: dict[str, Any] = {"folder_id": self.folder_id, "at_top": self.folder_id is None}
        return Selection(
            owner=owner,
            search=self.search,
            all_tags=(self.tag,) if self.tag else (),
            states=states,
            is_begun=is_begun,
            order=order,
            descending=descending,
            **({} if self.is_everywhere else place),
        )

    def address(self, **changes: Any) -> str:
        """The page that shows it, with ``changes``."""
        wanted = replace(self, **changes)
        values = {
            "folder": wanted.folder_id,
            "search": wanted.search,
            "tag": wanted.tag,
            "status": wanted.status,
            "sort": wanted.sort if wanted.sort != USUAL_SORT else None,
            "page": wanted.page if wanted.page > 1 else None,
        }
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{PAGE}?{query}" if query else PAGE


def read_wish(query: Callable[[str], str]) -> Wish:
    """What stands in an address; what makes no sense there counts as not said.

    Raises:
        NotFound: the folder is no number.
    """
    page = query("page")
    is_number = page.isascii() and page.isdigit() and len(page) <= _MOST_DIGITS
    return Wish(
        folder_id=folder_named(query("folder")),
        search=_plain(query("search")),
        tag=_plain(query("tag")),
        status=_known(query("status"), STATUSES, ""),
        sort=_known(query("sort"), SORTS, USUAL_SORT),
        page=max(1, int(page)) if is_number else 1,
    )


def folder_named(text: str) -> FolderId | None:
    """The folder that ``text`` is the number of; None, the top, when it is empty.

    Raises:
        NotFound: this is no number of a folder.
    """
    return FolderId(parse_row_id("folder", text)) if text else None


def _known(text: str, choices: Mapping[str, str], usual: str) -> str:
    return text if text in choices else usual


def _plain(text: str) -> str:
    """Without what PostgreSQL refuses to look for."""
    return text.replace("\0", "").strip()[:_LONGEST_SEARCH]
