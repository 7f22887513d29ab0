"""Tables of the access area. Secrets are kept as SHA-256, passwords as Argon2id."""

import sqlalchemy as sa

from vitascope.core.access.model import KeyKind, Permission
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

oauth_clients = sa.Table(
    "oauth_clients",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("secret", sa.Text, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("access_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("refresh_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("access_expires_at", UtcTime, nullable=False),
    sa.Column("refresh_expires_at", UtcTime, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("kind", EnumText(KeyKind), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("prefix", sa.Text, nullable=False),
    sa.Column("key_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("permission", EnumText(Permission), nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_used_at", UtcTime),
    **NEVER_REUSED,
)
