"""Table of the captcha area."""

import sqlalchemy as sa

from vitascope.db import UtcTime, metadata

# Challenges of our own that were solved: each opens once.
spent_challenges = sa.Table(
    "spent_challenges",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("expires_at", UtcTime, nullable=False, index=True),
)
