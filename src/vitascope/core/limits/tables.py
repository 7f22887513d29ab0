"""Tables of the limits area."""

import sqlalchemy as sa

from vitascope.db import UtcTime, metadata

rate_limits = sa.Table(
    "rate_limits",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("hits", sa.Integer, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False, index=True),
)
