"""Reading and writing translations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import TranslationId, VideoId
from vitascope.core.translations.model import OPEN, Translation, TranslationState
from vitascope.core.translations.tables import caption_translations, translated_texts
from vitascope.db import Tx, insert_row


def insert_translation(tx: Tx, values: Mapping[str, Any]) -> Translation:
    """Add one; ``values`` are the fields of :class:`Translation` by name, but ``id``."""
    made = find_translation(tx, TranslationId(insert_row(tx, caption_translations, values)))
    assert made is not None  # noqa: S101 -- inserted by the line above
    return made


def find_translation(tx: Tx, translation_id: TranslationId) -> Translation | None:
    return _first(tx, caption_translations.c.id == translation_id)


def get_translation_of(tx: Tx, video_id: VideoId, uuid: UUID) -> Translation:
    """Raises NotFound when the video has none of this uuid."""
    found = _first(tx, _of(video_id), caption_translations.c.uuid == uuid)
    if found is None:
        raise NotFound("translation", uuid)
    return found


def find_open_translation(
    tx: Tx, video_id: VideoId, source: str, target_language: str
) -> Translation | None:
    """The one that is being made of the caption called ``source``."""
    is_open = caption_translations.c.state.in_(OPEN)
    return _first(tx, _of(video_id), _same(source, target_language), is_open)


def find_failed_translation(
    tx: Tx, video_id: VideoId, source: str, target_language: str, provider: str
) -> Translation | None:
    """The last one of the caption called ``source`` that this provider did not finish."""
    return _first(
        tx,
        _of(video_id),
        _same(source, target_language),
        caption_translations.c.provider == provider,
        caption_translations.c.state == TranslationState.FAILED,
    )


def list_translations_of(tx: Tx, video_id: VideoId) -> list[Translation]:
    """Of one video, newest first."""
    rows = tx.execute(
        sa.select(caption_translations)
        .where(_of(video_id))
        .order_by(caption_translations.c.id.desc())
    )
    return [_translation(row) for row in rows]


def update_translation(
    tx: Tx, translation_id: TranslationId, *, now: datetime, **values: Any
) -> None:
    """Change fields by their names in :class:`Translation`."""
    changed = caption_translations.update().where(caption_translations.c.id == translation_id)
    tx.execute(changed.values(**values, updated_at=now))


def insert_texts(tx: Tx, translation_id: TranslationId, texts: Mapping[str, str]) -> None:
    """Keep translated texts by what they were."""
    if texts:
        rows = [
            {"translation_id": translation_id, "original": original, "translated": translated}
            for original, translated in texts.items()
        ]
        tx.execute(translated_texts.insert(), rows)


def read_texts(tx: Tx, translation_id: TranslationId) -> dict[str, str]:
    """All that :func:`insert_texts` has kept."""
    rows = tx.execute(
        sa.select(translated_texts.c.original, translated_texts.c.translated).where(
            translated_texts.c.translation_id == translation_id
        )
    )
    return {row.original: row.translated for row in rows}


def move_texts(tx: Tx, source: TranslationId, target: TranslationId) -> None:
    """Let another translation use what was kept for one."""
    kept = translated_texts.update().where(translated_texts.c.translation_id == source)
    tx.execute(kept.values(translation_id=target))


def delete_texts(tx: Tx, translation_id: TranslationId) -> None:
    tx.execute(
        translated_texts.delete().where(translated_texts.c.translation_id == translation_id)
    )


def _of(video_id: VideoId) -> sa.ColumnElement[bool]:
    return caption_translations.c.video_id == video_id


def _same(source: str, target_language: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        caption_translations.c.source == source,
        caption_translations.c.target_language == target_language,
    )


def _first(tx: Tx, *conditions: sa.ColumnElement[bool]) -> Translation | None:
    """The newest that meets all of them."""
    row = tx.execute(
        sa.select(caption_translations)
        .where(*conditions)
        .order_by(caption_translations.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else _translation(row)


def _translation(row: sa.Row[Any]) -> Translation:
    return Translation(**row._mapping)
