"""Tables of the assets area."""

import sqlalchemy as sa

from vitascope.core.assets.model import AssetState, RenditionKind, RenditionState, TaskState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.Uuid, nullable=False, unique=True),
    sa.Column("sha256", sa.Text, nullable=False, unique=True),
    sa.Column("size_bytes", sa.BigInteger, nullable=False),
    sa.Column("content_type", sa.Text, nullable=False),
    sa.Column("state", EnumText(AssetState), nullable=False),
    sa.Column("is_watchable", sa.Boolean, nullable=False),
    sa.Column("failure", sa.Text),
    sa.Column("duration_ms", sa.BigInteger),
    sa.Column("width", sa.Integer),
    sa.Column("height", sa.Integer),
    sa.Column("fps", sa.Float),
    sa.Column("has_audio", sa.Boolean),
    sa.Column("has_poster", sa.Boolean, nullable=False),
    sa.Column("probe", sa.Text, nullable=False),
    sa.Column("chapters", sa.JSON, nullable=False),
    sa.Column("storyboard", sa.JSON(none_as_null=True)),
    # How it is to be encoded, where its sender chose; the instance's ladder counts otherwise.
    sa.Column("recipe", sa.JSON(none_as_null=True)),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)


def _asset_key() -> sa.ForeignKey:
    return sa.ForeignKey(assets.c.id, ondelete="CASCADE")


renditions = sa.Table(
    "renditions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("asset_id", _asset_key(), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", EnumText(RenditionKind), nullable=False),
    sa.Column("state", EnumText(RenditionState), nullable=False),
    sa.Column("resolution", sa.Integer),
    sa.Column("width", sa.Integer),
    sa.Column("height", sa.Integer),
    sa.Column("fps", sa.Float),
    sa.Column("codecs", sa.Text, nullable=False),
    sa.Column("language", sa.Text),
    sa.Column("label", sa.Text),
    sa.Column("channels", sa.Integer),
    sa.Column("is_default", sa.Boolean, nullable=False),
    sa.Column("size_bytes", sa.BigInteger, nullable=False),
    sa.Column("average_bps", sa.BigInteger, nullable=False),
    sa.Column("peak_bps", sa.BigInteger, nullable=False),
    sa.UniqueConstraint("asset_id", "name"),
    **NEVER_REUSED,
)

# Beside the renditions rather than in them: an hour has 900 segments, and lists need none.
segment_indexes = sa.Table(
    "segment_indexes",
    metadata,
    sa.Column(
        "rendition_id", sa.ForeignKey(renditions.c.id, ondelete="CASCADE"), primary_key=True
    ),
    sa.Column("segments", sa.JSON, nullable=False),
)

extracted_captions = sa.Table(
    "extracted_captions",
    metadata,
    sa.Column("asset_id", _asset_key(), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("is_forced", sa.Boolean, nullable=False),
    sa.Column("has_ass", sa.Boolean, nullable=False),
)

tasks = sa.Table(
    "tasks",
    metadata,
    sa.Column("asset_id", _asset_key(), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("state", EnumText(TaskState), nullable=False),
    sa.Column("percent", sa.Float, nullable=False),
    sa.Column("speed", sa.Float),
)
