"""Tables of the embeds area."""

import sqlalchemy as sa

from vitascope.db import NEVER_REUSED, UtcTime, WordList, metadata


def _video_key() -> sa.ForeignKey:
    return sa.ForeignKey("videos.id", ondelete="CASCADE")


embed_tokens = sa.Table(
    "embed_tokens",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("video_id", _video_key(), nullable=False, index=True),
    sa.Column("token_hash", sa.Text, nullable=False, unique=True),
    sa.Column("viewer_id", sa.Text),
    sa.Column("allowed_domains", WordList, nullable=False),
    sa.Column("max_sessions", sa.Integer),
    sa.Column("is_lent", sa.Boolean, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False, index=True),
    sa.Column("created_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)

playback_sessions = sa.Table(
    "playback_sessions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column("video_id", _video_key(), nullable=False, index=True),
    sa.Column(
        "embed_token_id", sa.ForeignKey(embed_tokens.c.id, ondelete="CASCADE"), index=True
    ),
    sa.Column("token_hash", sa.Text, nullable=False, unique=True),
    sa.Column("viewer_id", sa.Text),
    sa.Column("site", sa.Text),
    sa.Column("network", sa.Text),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False, index=True),
    **NEVER_REUSED,
)
