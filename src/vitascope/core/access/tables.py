"""Tables of the access area. Tokens, keys and codes are kept as SHA-256."""

import sqlalchemy as sa

from vitascope.core.access.model import KeyKind, Permission, SessionKind
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
    sa.Column("kind", EnumText(SessionKind), nullable=False, default=SessionKind.TOKEN),
    sa.Column("access_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("refresh_hash", sa.LargeBinary, unique=True),
    sa.Column("access_expires_at", UtcTime, nullable=False),
    sa.Column("refresh_expires_at", UtcTime, nullable=False, index=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("login_address", sa.Text, nullable=False, default=""),
    sa.Column("login_device", sa.Text, nullable=False, default=""),
    sa.Column("last_address", sa.Text, nullable=False, default=""),
    sa.Column("last_device", sa.Text, nullable=False, default=""),
    sa.Column("last_active_at", UtcTime),
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
    sa.Column("expires_at", UtcTime),
    sa.Column("last_used_at", UtcTime),
    **NEVER_REUSED,
)

key_uses = sa.Table(
    "key_uses",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key_id", sa.ForeignKey(api_keys.c.id, ondelete="CASCADE"), nullable=False),
    sa.Column("method", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("used_at", UtcTime, nullable=False),
    sa.Index("ix_key_uses_key", "key_id", "id"),
    sa.Index("ix_key_uses_used_at", "used_at"),
)

recovery_codes = sa.Table(
    "recovery_codes",
    metadata,
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("code_hash", sa.LargeBinary, primary_key=True),
)

# Words sent by mail that prove who reads it. ``subject`` numbers a user or a registration.
mailed_codes = sa.Table(
    "mailed_codes",
    metadata,
    sa.Column("code_hash", sa.LargeBinary, primary_key=True),
    sa.Column("purpose", sa.Text, nullable=False),
    sa.Column("subject", sa.Integer, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False, index=True),
)

# Who guessed wrong lately; names and addresses are hashed, since nobody has to read them.
failures = sa.Table(
    "failures",
    metadata,
    sa.Column("key_hash", sa.LargeBinary, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("last_at", UtcTime, nullable=False, index=True),
)
