"""Table of the views area."""

import sqlalchemy as sa

from vitascope.db import UtcTime, metadata

# Who was counted lately, and is not counted again.
view_marks = sa.Table(
    "view_marks",
    metadata,
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("viewer_key", sa.Text, primary_key=True),
    sa.Column("counted_at", UtcTime, nullable=False, index=True),
)
