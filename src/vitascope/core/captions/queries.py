"""Reading and writing the captions that owners added. Capitals make no other language."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.captions.model import AddedCaption
from vitascope.core.captions.tables import video_captions
from vitascope.db import Tx


def find_added_caption(tx: Tx, video_id: VideoId, language: str) -> AddedCaption | None:
    row = tx.execute(sa.select(video_captions).where(_same(video_id, language))).first()
    return None if row is None else _caption(row)


def list_added_captions(tx: Tx, video_id: VideoId) -> list[AddedCaption]:
    """By language."""
    return list_added_captions_of(tx, [video_id]).get(video_id, [])


def list_added_captions_of(
    tx: Tx, video_ids: Sequence[VideoId]
) -> dict[VideoId, list[AddedCaption]]:
    """The captions of several videos with one query, each list by language."""
    rows = tx.execute(
        sa.select(video_captions)
        .where(video_captions.c.video_id.in_(video_ids))
        .order_by(video_captions.c.video_id, video_captions.c.language)
    )
    found: dict[VideoId, list[AddedCaption]] = {}
    for row in rows:
        found.setdefault(VideoId(row.video_id), []).append(_caption(row))
    return found


def save_added_caption(tx: Tx, caption: AddedCaption) -> None:
    """In place of the one that the video had in its language."""
    delete_added_caption(tx, caption.video_id, caption.language)
    tx.execute(
        video_captions.insert().values(
            video_id=caption.video_id,
            language=caption.language,
            label=caption.label,
            format=caption.format,
            blob_key=caption.blob_key,
            is_default=caption.is_default,
            is_automatic=caption.is_automatic,
            created_at=caption.created_at,
            updated_at=caption.updated_at,
        )
    )


def mark_default(tx: Tx, video_id: VideoId, language: str | None) -> None:
    """Make the caption in ``language`` the only default of the video, or none of them."""
    is_it = sa.false() if language is None else _is_in(language)
    tx.execute(
        video_captions.update()
        .where(video_captions.c.video_id == video_id)
        .values(is_default=is_it)
    )


def delete_added_caption(tx: Tx, video_id: VideoId, language: str) -> None:
    tx.execute(video_captions.delete().where(_same(video_id, language)))


def _same(video_id: VideoId, language: str) -> sa.ColumnElement[bool]:
    return sa.and_(video_captions.c.video_id == video_id, _is_in(language))


def _is_in(language: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(video_captions.c.language) == language.lower()


def _caption(row: sa.Row[Any]) -> AddedCaption:
    return AddedCaption(**row._mapping)
