"""Table of the heartbeats area."""

import sqlalchemy as sa

from vitascope.db import NEVER_REUSED, UtcTime, metadata

heartbeats = sa.Table(
    "heartbeats",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("per_minute", sa.Integer, nullable=False),
    sa.Column("query_name", sa.Text, nullable=False),
    sa.Column("field_name", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)
