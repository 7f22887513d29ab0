"""Table of the pages area."""

import sqlalchemy as sa

from vitascope.core.pages.model import PageFormat
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("path", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("format", EnumText(PageFormat), nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("html", sa.Text, nullable=False),
    sa.Column("is_in_footer", sa.Boolean, nullable=False),
    sa.Column("is_published", sa.Boolean, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)
