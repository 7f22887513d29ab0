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
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Index("ix_caption_translations_user", "user_id", "id"),
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
