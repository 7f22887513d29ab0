"""Tables of the tags area."""

import sqlalchemy as sa

from vitascope.db import NEVER_REUSED, metadata

tags = sa.Table(
    "tags",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    # Compared by: databases disagree on what lower() does beyond ASCII, Python does not.
    sa.Column("folded", sa.Text, nullable=False, index=True),
    sa.Column("color", sa.Text, nullable=False),
    sa.UniqueConstraint("account_id", "folded"),
    **NEVER_REUSED,
)

video_tags = sa.Table(
    "video_tags",
    metadata,
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="CASCADE"), primary_key=True),
    sa.Column(
        "tag_id", sa.ForeignKey(tags.c.id, ondelete="CASCADE"), primary_key=True, index=True
    ),
    sa.Column("position", sa.Integer, nullable=False),
)
