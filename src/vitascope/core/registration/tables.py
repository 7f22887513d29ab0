"""Tables of the registration area."""

import sqlalchemy as sa

from vitascope.core.registration.model import RegistrationState
from vitascope.db import NEVER_REUSED, EnumText, UtcTime, metadata

registrations = sa.Table(
    "registrations",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("state", EnumText(RegistrationState), nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("response", sa.Text),
    sa.Column("username", sa.Text, nullable=False),
    sa.Column("email", sa.Text, nullable=False),
    sa.Column("email_verified", sa.Boolean),
    sa.Column("password_hash", sa.Text, nullable=False),
    sa.Column("display_name", sa.Text, nullable=False),
    sa.Column("channel_name", sa.Text, nullable=False),
    sa.Column("channel_display_name", sa.Text, nullable=False),
    sa.Column("user_id", sa.ForeignKey("users.id", ondelete="SET NULL"), unique=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Index("ix_registrations_username", "username"),
    sa.Index("ix_registrations_email", "email"),
    **NEVER_REUSED,
)
