"""Table of the analytics area."""

import sqlalchemy as sa

from vitascope.core.analytics.model import PlayerEventKind
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

player_events = sa.Table(
    "player_events",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="CASCADE"), nullable=False),
    sa.Column("session", sa.Text, nullable=False, index=True),
    sa.Column("kind", EnumText(PlayerEventKind), nullable=False),
    sa.Column("at", UtcTime, nullable=False, index=True),
    sa.Column("position_s", sa.Float),
    sa.Column("duration_s", sa.Float),
    sa.Column("quality", sa.Text),
    sa.Column("buffer_s", sa.Float),
    sa.Column("message", sa.Text),
    sa.Column("viewer", sa.Text),
    sa.Column("extra", sa.JSON(none_as_null=True)),
    sa.Index("ix_player_events_video", "video_id", "at"),
    **NEVER_REUSED,
)
