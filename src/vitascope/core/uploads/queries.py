"""Reading and writing uploads."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import UploadId, UserId
from vitascope.core.uploads.model import (
    UNFINISHED,
    Upload,
    UploadBusy,
    UploadPart,
    UploadState,
)
from vitascope.core.uploads.tables import upload_chunks, uploads
from vitascope.db import Tx, insert_row


def insert_upload(tx: Tx, values: dict[str, Any]) -> Upload:
    """Add an upload; ``values`` are the fields of :class:`Upload` by name, but ``id``.

    Raises:
        UploadBusy: somebody has just announced one with the same client key.
    """
    try:
        with tx.begin_nested():
            return get_upload_row(tx, UploadId(insert_row(tx, uploads, values)))
    except sa.exc.IntegrityError as error:
        raise UploadBusy from error


def get_upload_row(tx: Tx, upload_id: UploadId) -> Upload:
    """Raises NotFound when there is none."""
    row = tx.execute(sa.select(uploads).where(uploads.c.id == upload_id)).first()
    if row is None:
        raise NotFound("upload", upload_id)
    return Upload(**row._mapping)


def find_upload(tx: Tx, upload_uuid: uuid.UUID) -> Upload | None:
    row = tx.execute(sa.select(uploads).where(uploads.c.uuid == upload_uuid)).first()
    return None if row is None else Upload(**row._mapping)


def find_upload_by_key(tx: Tx, client_key: str) -> Upload | None:
    row = tx.execute(sa.select(uploads).where(uploads.c.client_key == client_key)).first()
    return None if row is None else Upload(**row._mapping)


def update_upload(tx: Tx, upload_id: UploadId, *, now: datetime, **values: Any) -> Upload:
    """Change fields of an upload by their names in :class:`Upload`."""
    changed = uploads.update().where(uploads.c.id == upload_id)
    tx.execute(changed.values(**values, updated_at=now))
    return get_upload_row(tx, upload_id)


def list_uploads(
    tx: Tx, user_id: UserId, *, states: Collection[UploadState] = UNFINISHED, now: datetime
) -> list[Upload]:
    """A user's uploads that have not expired, without the partial ones, newest first."""
    rows = tx.execute(
        sa.select(uploads)
        .where(
            uploads.c.user_id == user_id,
            uploads.c.state.in_(states),
            uploads.c.part != UploadPart.PARTIAL,
            uploads.c.expires_at > now,
        )
        .order_by(uploads.c.id.desc())
    )
    return [Upload(**row._mapping) for row in rows]


def list_group(tx: Tx, user_id: UserId, group: str, *, now: datetime) -> list[Upload]:
    """The unfinished uploads of one file, the partial ones as well, oldest first."""
    rows = tx.execute(
        sa.select(uploads)
        .where(
            uploads.c.user_id == user_id,
            uploads.c.group == group,
            uploads.c.state.in_(UNFINISHED),
            uploads.c.expires_at > now,
        )
        .order_by(uploads.c.id)
    )
    return [Upload(**row._mapping) for row in rows]


def count_groups(tx: Tx, user_id: UserId, *, but: str | None, now: datetime) -> int:
    """How many files the user is uploading, that of the group ``but`` left out."""
    name = sa.func.coalesce(uploads.c.group, sa.cast(uploads.c.id, sa.Text))
    conditions = [
        uploads.c.user_id == user_id,
        uploads.c.state.in_(UNFINISHED),
        uploads.c.expires_at > now,
    ]
    if but is not None:
        conditions.append(name != but)
    query = sa.select(sa.func.count(name.distinct())).where(*conditions)
    return tx.execute(query).scalar_one()


def reserved_bytes(tx: Tx, user_id: UserId, *, but: Upload | None = None, now: datetime) -> int:
    """What the user's unfinished uploads will come to, without ``but`` and its parts. A final
    upload is made of partial ones, which count already.
    """
    conditions = [
        uploads.c.user_id == user_id,
        uploads.c.state.in_(UNFINISHED),
        uploads.c.part != UploadPart.FINAL,
        uploads.c.expires_at > now,
    ]
    if but is not None:
        conditions.append(uploads.c.uuid.not_in([but.uuid, *but.parts]))
    total = sa.func.coalesce(sa.func.sum(uploads.c.size_bytes), 0)
    return int(tx.execute(sa.select(total).where(*conditions)).scalar_one())


def note_chunk(tx: Tx, upload_id: UploadId, position: int) -> None:
    """Remember that a chunk is durable on disk. Twice is once."""
    known = sa.and_(
        upload_chunks.c.upload_id == upload_id, upload_chunks.c.position == position
    )
    if tx.execute(sa.select(upload_chunks.c.position).where(known)).first() is None:
        tx.execute(upload_chunks.insert().values(upload_id=upload_id, position=position))


def delete_chunk(tx: Tx, upload_id: UploadId, position: int) -> None:
    tx.execute(
        upload_chunks.delete().where(
            upload_chunks.c.upload_id == upload_id, upload_chunks.c.position == position
        )
    )


def list_chunks(tx: Tx, upload_id: UploadId) -> list[int]:
    """The chunks that have arrived, in order."""
    rows = tx.execute(
        sa.select(upload_chunks.c.position)
        .where(upload_chunks.c.upload_id == upload_id)
        .order_by(upload_chunks.c.position)
    )
    return list(rows.scalars())


def list_expired(tx: Tx, *, now: datetime, most: int = 500) -> list[Upload]:
    """Unfinished uploads whose time is over."""
    rows = tx.execute(
        sa.select(uploads)
        .where(uploads.c.state.in_(UNFINISHED), uploads.c.expires_at <= now)
        .order_by(uploads.c.id)
        .limit(most)
    )
    return [Upload(**row._mapping) for row in rows]


def delete_old(tx: Tx, *, before: datetime) -> None:
    """Forget uploads that ended before then, whatever came of them."""
    ended = uploads.c.state.not_in(UNFINISHED)
    tx.execute(uploads.delete().where(ended, uploads.c.updated_at < before))


def list_unfinished_uuids(tx: Tx) -> set[uuid.UUID]:
    """Uploads of everybody whose bytes are still needed."""
    rows = tx.execute(sa.select(uploads.c.uuid).where(uploads.c.state.in_(UNFINISHED)))
    return set(rows.scalars())
