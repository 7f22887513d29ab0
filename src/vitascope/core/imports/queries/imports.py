"""Reading and writing imports."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import ImportId, SyncId, UserId
from vitascope.base.page import Page
from vitascope.core.imports.model import ACTIVE, Import, ImportState
from vitascope.core.imports.tables import imports
from vitascope.core.tags.queries import fold
from vitascope.core.videos.tables import videos
from vitascope.db import Tx, insert_row


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSelection:
    """Which imports a list asks for; None and empty do not restrict.

    ``search`` is a part of the address, the torrent's name or the video's title, in any
    case.
    """

    user_id: UserId
    states: tuple[ImportState, ...] = ()
    url: str | None = None
    sync_id: SyncId | None = None
    search: str = ""
    descending: bool = True
    start: int = 0
    count: int = 15


def insert_import(tx: Tx, values: dict[str, Any]) -> Import:
    """Add an import; ``values`` are the fields of :class:`Import` by name, but ``id``."""
    return get_import(tx, ImportId(insert_row(tx, imports, values)))


def find_import(tx: Tx, import_id: ImportId) -> Import | None:
    row = tx.execute(sa.select(imports).where(imports.c.id == import_id)).first()
    return None if row is None else Import(**row._mapping)


def get_import(tx: Tx, import_id: ImportId) -> Import:
    """Raises NotFound when there is none."""
    found = find_import(tx, import_id)
    if found is None:
        raise NotFound("import", import_id)
    return found


def update_import(tx: Tx, import_id: ImportId, *, now: datetime, **values: Any) -> Import:
    """Change fields of an import by their names in :class:`Import`."""
    changed = imports.update().where(imports.c.id == import_id)
    tx.execute(changed.values(**values, updated_at=now))
    return get_import(tx, import_id)


def note_progress(
    tx: Tx, import_id: ImportId, received: int, total: int | None, *, now: datetime
) -> None:
    """How much of an import that is being fetched has arrived, in bytes."""
    under_way = sa.and_(imports.c.id == import_id, imports.c.state == ImportState.DOWNLOADING)
    tx.execute(
        imports.update()
        .where(under_way)
        .values(received_bytes=received, total_bytes=total, updated_at=now)
    )


def delete_import_row(tx: Tx, import_id: ImportId) -> None:
    tx.execute(imports.delete().where(imports.c.id == import_id))


def count_active(tx: Tx, user_id: UserId) -> int:
    mine = sa.and_(imports.c.user_id == user_id, imports.c.state.in_(ACTIVE))
    query = sa.select(sa.func.count()).select_from(imports).where(mine)
    return tx.execute(query).scalar_one()


def list_imports(tx: Tx, wanted: ImportSelection) -> Page[Import]:
    """One page of a user's imports, newest first unless asked otherwise."""
    conditions = _conditions(wanted)
    joined = imports.outerjoin(videos, videos.c.id == imports.c.video_id)
    order = (imports.c.created_at, imports.c.id)
    rows = tx.execute(
        sa.select(imports)
        .select_from(joined)
        .where(*conditions)
        .order_by(*(column.desc() if wanted.descending else column for column in order))
        .offset(wanted.start)
        .limit(wanted.count)
    )
    total = tx.execute(sa.select(sa.func.count()).select_from(joined).where(*conditions))
    return Page(items=[Import(**row._mapping) for row in rows], total=total.scalar_one())


def list_imports_in(tx: Tx, user_id: UserId, states: Collection[ImportState]) -> list[Import]:
    """All of a user's imports in one of ``states``, oldest first."""
    mine = sa.and_(imports.c.user_id == user_id, imports.c.state.in_(states))
    rows = tx.execute(sa.select(imports).where(mine).order_by(imports.c.id))
    return [Import(**row._mapping) for row in rows]


def list_all_in(tx: Tx, states: Collection[ImportState]) -> list[Import]:
    """Everybody's imports in one of ``states``, oldest first."""
    rows = tx.execute(
        sa.select(imports).where(imports.c.state.in_(states)).order_by(imports.c.id)
    )
    return [Import(**row._mapping) for row in rows]


def list_unfinished_imports(tx: Tx) -> set[uuid.UUID]:
    """Imports of everybody whose bytes are still needed."""
    # A failed one may be tried again, and then uses what has arrived.
    needed = (*ACTIVE, ImportState.FAILED)
    rows = tx.execute(sa.select(imports.c.uuid).where(imports.c.state.in_(needed)))
    return set(rows.scalars())


def list_known_urls(tx: Tx, user_id: UserId, urls: Collection[str]) -> set[str]:
    """Those of ``urls`` that the user has imported, or tried to."""
    mine = sa.and_(imports.c.user_id == user_id, imports.c.url.in_(urls))
    return set(tx.execute(sa.select(imports.c.url).where(mine)).scalars())


def _conditions(wanted: ImportSelection) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = [imports.c.user_id == wanted.user_id]
    if wanted.states:
        found.append(imports.c.state.in_(wanted.states))
    if wanted.url is not None:
        found.append(imports.c.url == wanted.url)
    if wanted.sync_id is not None:
        found.append(imports.c.sync_id == wanted.sync_id)
    if wanted.search:
        part = fold(wanted.search)
        found.append(
            sa.or_(
                sa.func.lower(imports.c.url).contains(part, autoescape=True),
                sa.func.lower(imports.c.magnet).contains(part, autoescape=True),
                sa.func.lower(imports.c.torrent_name).contains(part, autoescape=True),
                videos.c.folded_title.contains(part, autoescape=True),
            )
        )
    return found
