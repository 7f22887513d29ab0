"""Tables of the videos area."""

import sqlalchemy as sa

from vitascope.core.videos.model import Privacy, State
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, WordList, metadata

videos = sa.Table(
    "videos",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column(
        "channel_id",
        sa.ForeignKey("channels.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("asset_id", sa.ForeignKey("assets.id"), index=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("folded_title", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("support", sa.Text),
    sa.Column("privacy", EnumText(Privacy), nullable=False),
    sa.Column("state", EnumText(State), nullable=False),
    sa.Column("category", sa.Integer),
    sa.Column("licence", sa.Integer),
    sa.Column("language", sa.Text),
    sa.Column("is_nsfw", sa.Boolean, nullable=False),
    sa.Column("waits_for_ready", sa.Boolean, nullable=False),
    sa.Column("downloads_allowed", sa.Boolean, nullable=False),
    sa.Column("comments_policy", sa.Integer, nullable=False),
    sa.Column("source_filename", sa.Text),
    sa.Column("poster_key", sa.Text),
    sa.Column("folder_id", sa.ForeignKey("folders.id", ondelete="SET NULL"), index=True),
    sa.Column("embed_token", sa.Text, nullable=False, unique=True),
    sa.Column("allowed_domains", WordList, nullable=False, server_default=""),
    sa.Column("preset_id", sa.ForeignKey("player_presets.id", ondelete="SET NULL"), index=True),
    sa.Column("views", sa.BigInteger, nullable=False),
    sa.Column("likes", sa.BigInteger, nullable=False),
    sa.Column("dislikes", sa.BigInteger, nullable=False),
    sa.Column("originally_published_at", UtcTime),
    sa.Column("published_at", UtcTime),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    # Everything the public list filters and orders by, so that counting and paging read
    # the index alone. With is_nsfw outside of it a count took ten times as long.
    sa.Index("ix_videos_public", "privacy", "is_nsfw", "published_at", "id"),
    **NEVER_REUSED,
)

video_passwords = sa.Table(
    "video_passwords",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "video_id", sa.ForeignKey(videos.c.id, ondelete="CASCADE"), nullable=False, index=True
    ),
    # Sealed rather than hashed, because owners read them back to hand them out.
    sa.Column("sealed", sa.Text, nullable=False),
)

video_chapters = sa.Table(
    "video_chapters",
    metadata,
    sa.Column("video_id", sa.ForeignKey(videos.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("start_ms", sa.BigInteger, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
)
