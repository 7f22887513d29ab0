"""Tables of the migration area."""

import sqlalchemy as sa

from vitascope.core.migration.model import ItemKind, ItemState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

migration_items = sa.Table(
    "migration_items",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("server", sa.Text, nullable=False),
    sa.Column("kind", EnumText(ItemKind), nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("state", EnumText(ItemState), nullable=False),
    # What was deleted here stays copied: whoever deletes it does not want it again.
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="SET NULL"), index=True),
    sa.Column("channel_id", sa.ForeignKey("channels.id", ondelete="SET NULL"), index=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.UniqueConstraint("account_id", "server", "kind", "ref"),
    **NEVER_REUSED,
)
