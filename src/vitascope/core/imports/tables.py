"""Tables of the imports area."""

import sqlalchemy as sa

from vitascope.core.imports.model import ImportKind, ImportState, SyncState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

channel_syncs = sa.Table(
    "channel_syncs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "channel_id",
        sa.ForeignKey("channels.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("state", EnumText(SyncState), nullable=False),
    sa.Column("failure", sa.Text),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_sync_at", UtcTime),
    sa.UniqueConstraint("channel_id", "url"),
    **NEVER_REUSED,
)

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("kind", EnumText(ImportKind), nullable=False),
    sa.Column("state", EnumText(ImportState), nullable=False),
    sa.Column("url", sa.Text),
    sa.Column("magnet", sa.Text),
    sa.Column("torrent", sa.LargeBinary),
    sa.Column("torrent_name", sa.Text),
    sa.Column("name", sa.Text),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("has_video", sa.Boolean, nullable=False),
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="SET NULL"), index=True),
    sa.Column("sync_id", sa.ForeignKey(channel_syncs.c.id, ondelete="SET NULL"), index=True),
    sa.Column("usual_only", sa.Boolean, nullable=False, default=False),
    sa.Column("received_bytes", sa.BigInteger, nullable=False),
    sa.Column("total_bytes", sa.BigInteger),
    sa.Column("failure", sa.Text),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("source", sa.JSON(none_as_null=True)),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Column("started_at", UtcTime),
    sa.Column("finished_at", UtcTime),
    sa.Column("cancel_asked_at", UtcTime),
    sa.Column("canceled_at", UtcTime),
    sa.Index("ix_imports_user_state", "user_id", "state"),
    **NEVER_REUSED,
)
