"""Tables of the captions area."""

import sqlalchemy as sa

from vitascope.core.captions.model import CaptionFormat
from vitascope.db import EnumText, UtcTime, metadata

video_captions = sa.Table(
    "video_captions",
    metadata,
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("format", EnumText(CaptionFormat), nullable=False),
    sa.Column("blob_key", sa.Text, nullable=False),
    sa.Column("is_default", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("is_automatic", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
)
