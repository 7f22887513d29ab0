"""Tables of the accounts area."""

import sqlalchemy as sa

from vitascope.core.accounts.model import ImageKind, Role
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

# Accounts and channels are addressed as name@host alike, so no two may share a name.
handles = sa.Table("handles", metadata, sa.Column("name", sa.Text, primary_key=True))

users = sa.Table(
    "users",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("username", sa.Text, nullable=False, unique=True),
    sa.Column("email", sa.Text, unique=True),
    sa.Column("pending_email", sa.Text),
    sa.Column("email_verified", sa.Boolean),
    sa.Column("is_email_public", sa.Boolean, nullable=False, default=False),
    sa.Column("password_hash", sa.Text),
    sa.Column("role", EnumText(Role), nullable=False),
    sa.Column("is_blocked", sa.Boolean, nullable=False),
    sa.Column("blocked_reason", sa.Text),
    sa.Column("skips_review", sa.Boolean, nullable=False, default=False),
    sa.Column("quota_bytes", sa.BigInteger),
    sa.Column("daily_quota_bytes", sa.BigInteger),
    # JSON of the records of the same names.
    sa.Column("preferences", sa.Text, nullable=False, default="{}"),
    sa.Column("allowances", sa.Text, nullable=False, default="{}"),
    # Sealed with the server's secret, so a copy of the database is of no use.
    sa.Column("otp_secret", sa.Text),
    # The time step of the last code taken: none is taken twice.
    sa.Column("otp_last_step", sa.BigInteger),
    sa.Column("feed_serial", sa.Integer, nullable=False, default=0),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Column("last_login_at", UtcTime),
    **NEVER_REUSED,
)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "user_id",
        sa.ForeignKey(users.c.id, ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    sa.Column("name", sa.ForeignKey(handles.c.name), nullable=False, unique=True),
    sa.Column("display_name", sa.Text, nullable=False),
    sa.Column("description", sa.Text),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)

# Pictures of accounts and channels, one row per size; their bytes are in the store.
actor_images = sa.Table(
    "actor_images",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column(
        "handle", sa.ForeignKey(handles.c.name, ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("kind", EnumText(ImageKind), nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("filename", sa.Text, nullable=False, unique=True),
    sa.Column("created_at", UtcTime, nullable=False),
    **NEVER_REUSED,
)

# Who a user is at another service that vouches for logins.
external_logins = sa.Table(
    "external_logins",
    metadata,
    sa.Column("issuer", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column(
        "user_id", sa.ForeignKey(users.c.id, ondelete="CASCADE"), nullable=False, index=True
    ),
    sa.Column("created_at", UtcTime, nullable=False),
)
