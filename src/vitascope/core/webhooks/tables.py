"""Tables of the webhooks area."""

import sqlalchemy as sa

from vitascope.core.webhooks.model import Api, DeliveryState, Happening
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, WordList, metadata

webhook_endpoints = sa.Table(
    "webhook_endpoints",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column(
        "user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("api", EnumText(Api), nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    # Sealed rather than hashed: every delivery is signed with it.
    sa.Column("sealed_secret", sa.Text, nullable=False),
    sa.Column("happenings", WordList, nullable=False),
    sa.Column("view_thresholds", sa.JSON, nullable=False),
    sa.Column("is_active", sa.Boolean, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("paused_at", UtcTime),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)

webhook_deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column(
        "endpoint_id",
        sa.ForeignKey(webhook_endpoints.c.id, ondelete="CASCADE"),
        nullable=False,
    ),
    sa.Column("lane", sa.Uuid, nullable=False),
    sa.Column("happening", EnumText(Happening), nullable=False),
    sa.Column("details", sa.JSON, nullable=False),
    sa.Column("state", EnumText(DeliveryState), nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("due_at", UtcTime, nullable=False),
    # Who sends it now, and until when nobody else does.
    sa.Column("claimed_by", sa.Text),
    sa.Column("claimed_until", UtcTime),
    sa.Column("body", sa.Text),
    sa.Column("repeats", sa.Uuid),
    sa.Column("created_at", UtcTime, nullable=False, index=True),
    sa.Column("ended_at", UtcTime),
    sa.Index("ix_webhook_deliveries_endpoint", "endpoint_id", "id"),
    # The first that waits of each lane is found in here alone.
    sa.Index(
        "ix_webhook_deliveries_waiting",
        "endpoint_id",
        "lane",
        "id",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    ),
    **NEVER_REUSED,
)

webhook_attempts = sa.Table(
    "webhook_attempts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "delivery_id",
        sa.ForeignKey(webhook_deliveries.c.id, ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("duration_ms", sa.Integer, nullable=False),
    sa.Column("status", sa.Integer),
    sa.Column("error", sa.Text),
    sa.Column("request_headers", sa.JSON, nullable=False),
    sa.Column("response_headers", sa.JSON, nullable=False),
    sa.Column("response_body", sa.Text, nullable=False),
    **NEVER_REUSED,
)
