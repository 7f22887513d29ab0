"""Tables of the translations area."""

import sqlalchemy as sa

from vitascope.core.translations.model import TranslationState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

caption_translations = sa.Table(
    "caption_translations",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column(
        "video_id", sa.ForeignKey("videos.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("source_language", sa.Text, nullable=False),
    sa.Column("target_language", sa.Text, nullable=False),
    sa.Column("provider", sa.Text, nullable=False),
    sa.Column("state", EnumText(TranslationState), nullable=False),
    sa.Column("percent", sa.Float, nullable=False),
    sa.Column("failure", sa.Text),
    sa.Column("characters", sa.Integer, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Index("ix_caption_translations_user", "user_id", "id"),
    # Of two that ask at once one is refused, and goes with what the other has asked for.
    sa.Index(
        "uq_caption_translations_open",
        "video_id",
        "source",
        "target_language",
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'running')"),
        postgresql_where=sa.text("state IN ('waiting', 'running')"),
    ),
    # What failed long ago is looked for every hour.
    sa.Index(
        "ix_caption_translations_failed",
        "updated_at",
        sqlite_where=sa.text("state = 'failed'"),
        postgresql_where=sa.text("state = 'failed'"),
    ),
    **NEVER_REUSED,
)

# What was paid for stays here until all of it is.
translated_texts = sa.Table(
    "translated_texts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "translation_id",
        sa.ForeignKey(caption_translations.c.id, ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("original", sa.Text, nullable=False),
    sa.Column("translated", sa.Text, nullable=False),
)
