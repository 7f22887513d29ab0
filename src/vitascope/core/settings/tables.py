"""Table of the settings area."""

import sqlalchemy as sa

from vitascope.db import UtcTime, metadata

# One row for each setting that was changed, so that a new default reaches those that were not.
instance_settings = sa.Table(
    "instance_settings",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    # JSON; that of a secret is sealed.
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
)
