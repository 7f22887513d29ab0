"""Table of the profiles area."""

import sqlalchemy as sa

from vitascope.db import NEVER_REUSED, UtcTime, metadata

encoding_profiles = sa.Table(
    "encoding_profiles",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("is_default", sa.Boolean, nullable=False),
    # JSON of the record of the same name.
    sa.Column("recipe", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)
