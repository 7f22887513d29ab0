"""Lists of videos. Each shape of question is compiled once and runs on the driver."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from vitascope.base.page import Page
from vitascope.core.accounts.tables import accounts
from vitascope.core.assets.model import TaskState
from vitascope.core.assets.tables import assets, tasks
from vitascope.core.channels.tables import channels
from vitascope.core.tags.queries import fold
from vitascope.core.tags.tables import tags, video_tags
from vitascope.core.videos.model import Order, Selection, VideoEntry
from vitascope.core.videos.queries.entries import SELECT_ENTRY, entry_of
from vitascope.core.videos.tables import videos
from vitascope.db import CompiledSelect, Tx

_ORDER_COLUMNS: dict[Order, sa.ColumnElement[Any]] = {
    Order.TITLE: videos.c.folded_title,
    Order.DURATION: sa.func.coalesce(assets.c.duration_ms, 0),
    Order.CREATED: videos.c.created_at,
    Order.PUBLISHED: videos.c.published_at,
    Order.ORIGINALLY_PUBLISHED: sa.func.coalesce(
        videos.c.originally_published_at, videos.c.published_at
    ),
    Order.VIEWS: videos.c.views,
    Order.LIKES: videos.c.likes,
    Order.SIZE: sa.func.coalesce(assets.c.size_bytes, 0),
}
_ONE_OF = {
    "privacy": videos.c.privacy,
    "state": videos.c.state,
    "category": videos.c.category,
    "licence": videos.c.licence,
}
_IS_BEGUN = (
    sa.exists()
    .where(
        tasks.c.asset_id == videos.c.asset_id,
        tasks.c.state != sa.literal(TaskState.WAITING.value, sa.Text()),
    )
    .correlate(videos)
)
_Names = tuple[str, ...]


def list_videos(
    tx: Tx, selection: Selection, *, start: int = 0, count: int = 15, counted: bool = True
) -> Page[VideoEntry]:
    """One page of the videos that ``selection`` asks for.

    ``counted`` False leaves the total out, which is the dearer half of the work.
    """
    values = _values(selection)
    # Which values there are decides the SQL text; what they are does not.
    names = tuple(values)
    rows: list[tuple[Any, ...]] = []
    if count:
        query = _page_query(names, selection.order, selection.descending)
        rows = query.rows(tx, {**values, "start": start, "count": count})
    total = _count_query(names).rows(tx, values)[0][0] if counted else None
    return Page(items=[entry_of(row) for row in rows], total=total)


def _values(selection: Selection) -> dict[str, Any]:
    """The bind parameters a selection needs; several of a kind are numbered."""
    values: dict[str, Any] = {}
    if selection.owner is None:
        _number(values, "privacy", [privacy.value for privacy in selection.privacies])
    else:
        values["owner"] = selection.owner
    if selection.account_id is not None:
        values["account_id"] = selection.account_id
    if selection.channel_id is not None:
        values["channel_id"] = selection.channel_id
    if selection.folder_id is not None:
        values["folder_id"] = selection.folder_id
    if selection.at_top:
        values["at_top"] = True
    if selection.is_nsfw is not None:
        values["is_nsfw"] = selection.is_nsfw
    if selection.is_begun is not None:
        values["is_begun"] = selection.is_begun
    if selection.search:
        values["search"] = f"%{_escape(fold(selection.search))}%"
    _number(values, "state", [state.value for state in selection.states])
    _number(values, "category", selection.categories)
    _number(values, "licence", selection.licences)
    _number(values, "language", [code for code in selection.languages if code is not None])
    if None in selection.languages:
        values["no_language"] = True
    _number(values, "any_tag", sorted({fold(name) for name in selection.any_tags}))
    _number(values, "all_tag", sorted({fold(name) for name in selection.all_tags}))
    return values


def _number(values: dict[str, Any], kind: str, given: Sequence[Any]) -> None:
    values.update({f"{kind}_{n}": value for n, value in enumerate(given)})


def _escape(text: str) -> str:
    for character in "\\%_":
        text = text.replace(character, "\\" + character)
    return text


@lru_cache(maxsize=512)
def _page_query(names: _Names, order: Order, descending: bool) -> CompiledSelect:
    columns = (_ORDER_COLUMNS[order], videos.c.id)
    return CompiledSelect(
        SELECT_ENTRY.where(*_conditions(names))
        .order_by(*(column.desc() if descending else column.asc() for column in columns))
        .offset(sa.bindparam("start", type_=sa.Integer))
        .limit(sa.bindparam("count", type_=sa.Integer))
    )


@lru_cache(maxsize=512)
def _count_query(names: _Names) -> CompiledSelect:
    statement = sa.select(sa.func.count()).select_from(videos)
    if "owner" in names or "account_id" in names:
        statement = statement.join(channels, channels.c.id == videos.c.channel_id).join(
            accounts, accounts.c.id == channels.c.account_id
        )
    return CompiledSelect(statement.where(*_conditions(names)))


def _conditions(names: _Names) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if "owner" in names:
        found.append(accounts.c.id == _given("owner", sa.Integer()))
    else:
        found.append(videos.c.published_at.is_not(None))
    if "account_id" in names:
        found.append(accounts.c.id == _given("account_id", sa.Integer()))
    if "channel_id" in names:
        found.append(videos.c.channel_id == _given("channel_id", sa.Integer()))
    if "folder_id" in names:
        found.append(videos.c.folder_id == _given("folder_id", sa.Integer()))
    if "at_top" in names:
        found.append(videos.c.folder_id.is_(None) == _given("at_top", sa.Boolean()))
    if "is_nsfw" in names:
        found.append(videos.c.is_nsfw == _given("is_nsfw", sa.Boolean()))
    if "is_begun" in names:
        found.append(_given("is_begun", sa.Boolean()) == _IS_BEGUN)
    if "search" in names:
        found.append(videos.c.folded_title.like(_given("search"), escape="\\"))
    for kind, column in _ONE_OF.items():
        if f"{kind}_0" in names:
            found.append(column.in_(_numbered(kind, names, column.type)))
    return [*found, *_by_language(names), *_by_tags(names)]


def _by_language(names: _Names) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if "language_0" in names:
        found.append(videos.c.language.in_(_numbered("language", names)))
    if "no_language" in names:
        # Compared with the value so that every value is used: a driver refuses spare ones.
        found.append(videos.c.language.is_(None) == _given("no_language", sa.Boolean()))
    return [sa.or_(*found)] if found else []


def _by_tags(names: _Names) -> list[sa.ColumnElement[bool]]:
    # One condition per wanted tag when all are wanted.
    wanted = [[name] for name in _numbered("all_tag", names)]
    if any_of := _numbered("any_tag", names):
        wanted.append(any_of)
    return [
        videos.c.id.in_(
            sa.select(video_tags.c.video_id)
            .join(tags, tags.c.id == video_tags.c.tag_id)
            .where(tags.c.folded.in_(folded))
        )
        for folded in wanted
    ]


def _numbered(
    kind: str, names: _Names, type_: sa.types.TypeEngine[Any] | None = None
) -> list[sa.BindParameter[Any]]:
    return [_given(name, type_) for name in names if name.rpartition("_")[0] == kind]


def _given(name: str, type_: sa.types.TypeEngine[Any] | None = None) -> sa.BindParameter[Any]:
    return sa.bindparam(name, type_=type_ or sa.Text())
