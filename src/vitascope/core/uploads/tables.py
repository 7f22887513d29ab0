"""Tables of the uploads area."""

import sqlalchemy as sa

from vitascope.core.uploads.model import UploadPart, UploadProtocol, UploadState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

uploads = sa.Table(
    "uploads",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("protocol", EnumText(UploadProtocol), nullable=False),
    sa.Column("part", EnumText(UploadPart), nullable=False),
    sa.Column("state", EnumText(UploadState), nullable=False),
    sa.Column("size_bytes", sa.BigInteger),
    sa.Column("chunk_bytes", sa.Integer),
    sa.Column("filename", sa.Text, nullable=False),
    sa.Column("content_type", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text),
    sa.Column("metadata", sa.Text, nullable=False),
    sa.Column("concat", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("client_key", sa.Text, unique=True),
    sa.Column("replaces", sa.ForeignKey("videos.id", ondelete="CASCADE"), index=True),
    sa.Column("fields", sa.JSON, nullable=False),
    sa.Column("source", sa.JSON(none_as_null=True)),
    sa.Column("video_id", sa.ForeignKey("videos.id", ondelete="SET NULL"), index=True),
    sa.Column("failure", sa.Text),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Index("ix_uploads_user_state", "user_id", "state"),
    sa.Index("ix_uploads_state_expires", "state", "expires_at"),
    **NEVER_REUSED,
)

upload_chunks = sa.Table(
    "upload_chunks",
    metadata,
    sa.Column("upload_id", sa.ForeignKey(uploads.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
)
