"""Tables of the folders area."""

import sqlalchemy as sa

from vitascope.db import NEVER_REUSED, UtcTime, metadata

folders = sa.Table(
    "folders",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("parent_id", sa.ForeignKey("folders.id", ondelete="CASCADE"), index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Index("ix_folders_account_parent", "account_id", "parent_id"),
    **NEVER_REUSED,
)
