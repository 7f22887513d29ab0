"""Tables of the accounts area."""

import sqlalchemy as sa

from vitascope.core.accounts.model import Role
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

# Accounts and channels are addressed as name@host alike, so no two may share a name.
handles = sa.Table("handles", metadata, sa.Column("name", sa.Text, primary_key=True))

users = sa.Table(
    "users",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("username", sa.Text, nullable=False, unique=True),
    sa.Column("email", sa.Text, nullable=False, unique=True),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("role", EnumText(Role), nullable=False),
    sa.Column("is_blocked", sa.Boolean, nullable=False),
    sa.Column("quota_bytes", sa.BigInteger),
    sa.Column("daily_quota_bytes", sa.BigInteger),
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
