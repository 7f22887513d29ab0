"""Reading and writing translations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import TranslationId, UserId, VideoId
from vitascope.core.accounts.tables import users
from vitascope.core.translations.model import OPEN, Translation, TranslationState
from vitascope.core.translations.tables import caption_translations, translated_texts
from vitascope.db import Tx, insert_row


def insert_translation(tx: Tx, values: Mapping[str, Any]) -> Translation:
    """Add one; ``values`` are the fields of :class:`Translation` by name, but ``id``.

    Raises:
        Conflict: somebody has just asked for the same one.
    """
    try:
        with tx.begin_nested():
            number = TranslationId(insert_row(tx, caption_translations, values))
    except sa.exc.IntegrityError as error:
        raise Conflict("Somebody has asked for this translation just now") from error
    made = find_translation(tx, number)
    assert made is not None  # noqa: S101 -- inserted above
    return made


def find_translation(tx: Tx, translation_id: TranslationId) -> Translation | None:
    return _first(tx, caption_translations.c.id == translation_id)


def lock_translation(tx: Tx, translation_id: TranslationId) -> Translation | None:
    """As :func:`find_translation`; nobody else changes it before the transaction has ended."""
    own = sa.select(caption_translations).where(caption_translations.c.id == translation_id)
    row = tx.execute(own.with_for_update()).first()
    return None if row is None else _translation(row)


def count_open(tx: Tx, user_id: UserId) -> int:
    """How many of the user's are being made. Nobody else counts them before the transaction has
    ended: of two that ask at once the second counts the first's.
    """
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    mine = sa.select(sa.func.count()).where(
        caption_translations.c.user_id == user_id, caption_translations.c.state.in_(OPEN)
    )
    return int(tx.execute(mine).scalar_one())


def count_characters(tx: Tx, user_id: UserId, since: datetime) -> int:
    """How many were translated for what the user has asked for since then."""
    mine = sa.select(sa.func.sum(caption_translations.c.characters)).where(
        caption_translations.c.user_id == user_id, caption_translations.c.created_at > since
    )
    return int(tx.execute(mine).scalar_one() or 0)


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


def delete_failed_texts(tx: Tx, before: datetime, limit: int) -> int:
    """Remove up to ``limit`` texts of what failed before then; returns how many."""
    found = (
        sa.select(translated_texts.c.id)
        .join(caption_translations)
        .where(
            caption_translations.c.state == TranslationState.FAILED,
            caption_translations.c.updated_at < before,
        )
        .limit(limit)
        .with_for_update(skip_locked=True, of=translated_texts)
    )
    ids = list(tx.execute(found).scalars())
    if not ids:
        return 0
    return tx.execute(translated_texts.delete().where(translated_texts.c.id.in_(ids))).rowcount


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
