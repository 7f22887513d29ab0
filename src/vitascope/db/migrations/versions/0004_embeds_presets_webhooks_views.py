"""embeds presets webhooks views analytics profiles translations"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "encoding_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("recipe", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_encoding_profiles_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_encoding_profiles")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("encoding_profiles", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_encoding_profiles_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "player_presets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("look", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_player_presets_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_player_presets")),
        sa.UniqueConstraint("uuid", name=op.f("uq_player_presets_uuid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("player_presets", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_player_presets_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "webhook_endpoints",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("api", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("sealed_secret", sa.Text(), nullable=False),
        sa.Column("happenings", sa.Text(), nullable=False),
        sa.Column("view_thresholds", sa.JSON(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("paused_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_webhook_endpoints_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_endpoints")),
        sa.UniqueConstraint("uuid", name=op.f("uq_webhook_endpoints_uuid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("webhook_endpoints", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_webhook_endpoints_user_id"), ["user_id"], unique=False
        )

    op.create_table(
        "webhook_deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("endpoint_id", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Uuid(), nullable=False),
        sa.Column("happening", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("claimed_until", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("repeats", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["endpoint_id"],
            ["webhook_endpoints.id"],
            name=op.f("fk_webhook_deliveries_endpoint_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_deliveries")),
        sa.UniqueConstraint("uuid", name=op.f("uq_webhook_deliveries_uuid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("webhook_deliveries", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_webhook_deliveries_created_at"), ["created_at"], unique=False
        )
        batch_op.create_index(
            "ix_webhook_deliveries_endpoint", ["endpoint_id", "id"], unique=False
        )
        batch_op.create_index(
            "ix_webhook_deliveries_waiting",
            ["endpoint_id", "lane", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "webhook_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("request_headers", sa.JSON(), nullable=False),
        sa.Column("response_headers", sa.JSON(), nullable=False),
        sa.Column("response_body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"],
            ["webhook_deliveries.id"],
            name=op.f("fk_webhook_attempts_delivery_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhook_attempts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("webhook_attempts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_webhook_attempts_delivery_id"), ["delivery_id"], unique=False
        )

    op.create_table(
        "caption_translations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_language", sa.Text(), nullable=False),
        sa.Column("target_language", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("percent", sa.Float(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_caption_translations_user_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["video_id"],
            ["videos.id"],
            name=op.f("fk_caption_translations_video_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caption_translations")),
        sa.UniqueConstraint("uuid", name=op.f("uq_caption_translations_uuid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("caption_translations", schema=None) as batch_op:
        batch_op.create_index(
            "ix_caption_translations_failed",
            ["updated_at"],
            unique=False,
            sqlite_where=sa.text("state = 'failed'"),
            postgresql_where=sa.text("state = 'failed'"),
        )
        batch_op.create_index("ix_caption_translations_user", ["user_id", "id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_caption_translations_video_id"), ["video_id"], unique=False
        )
        batch_op.create_index(
            "uq_caption_translations_open",
            ["video_id", "source", "target_language"],
            unique=True,
            sqlite_where=sa.text("state IN ('waiting', 'running')"),
            postgresql_where=sa.text("state IN ('waiting', 'running')"),
        )

    op.create_table(
        "translated_texts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("translation_id", sa.Integer(), nullable=False),
        sa.Column("original", sa.Text(), nullable=False),
        sa.Column("translated", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["translation_id"],
            ["caption_translations.id"],
            name=op.f("fk_translated_texts_translation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translated_texts")),
    )
    with op.batch_alter_table("translated_texts", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_translated_texts_translation_id"), ["translation_id"], unique=False
        )

    op.create_table(
        "embed_tokens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("viewer_id", sa.Text(), nullable=True),
        sa.Column("allowed_domains", sa.Text(), nullable=False),
        sa.Column("max_sessions", sa.Integer(), nullable=True),
        sa.Column("is_lent", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["video_id"],
            ["videos.id"],
            name=op.f("fk_embed_tokens_video_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_embed_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_embed_tokens_token_hash")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("embed_tokens", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_embed_tokens_expires_at"), ["expires_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_embed_tokens_video_id"), ["video_id"], unique=False
        )

    op.create_table(
        "player_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("position_s", sa.Float(), nullable=True),
        sa.Column("duration_s", sa.Float(), nullable=True),
        sa.Column("quality", sa.Text(), nullable=True),
        sa.Column("buffer_s", sa.Float(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("viewer", sa.Text(), nullable=True),
        sa.Column("extra", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["video_id"],
            ["videos.id"],
            name=op.f("fk_player_events_video_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_player_events")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("player_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_player_events_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_player_events_session"), ["session"], unique=False)
        batch_op.create_index("ix_player_events_video", ["video_id", "at"], unique=False)

    op.create_table(
        "view_marks",
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("viewer_key", sa.Text(), nullable=False),
        sa.Column("counted_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["video_id"], ["videos.id"], name=op.f("fk_view_marks_video_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("video_id", "viewer_key", name=op.f("pk_view_marks")),
    )
    with op.batch_alter_table("view_marks", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_view_marks_counted_at"), ["counted_at"], unique=False
        )

    op.create_table(
        "playback_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.Uuid(), nullable=False),
        sa.Column("video_id", sa.Integer(), nullable=False),
        sa.Column("embed_token_id", sa.Integer(), nullable=True),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("viewer_id", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("network", sa.Text(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["embed_token_id"],
            ["embed_tokens.id"],
            name=op.f("fk_playback_sessions_embed_token_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["video_id"],
            ["videos.id"],
            name=op.f("fk_playback_sessions_video_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playback_sessions")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_playback_sessions_token_hash")),
        sa.UniqueConstraint("uuid", name=op.f("uq_playback_sessions_uuid")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("playback_sessions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_playback_sessions_embed_token_id"), ["embed_token_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_playback_sessions_expires_at"), ["expires_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_playback_sessions_video_id"), ["video_id"], unique=False
        )

    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.add_column(sa.Column("recipe", sa.JSON(none_as_null=True), nullable=True))

    with op.batch_alter_table("video_captions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_default", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("is_automatic", sa.Boolean(), server_default=sa.false(), nullable=False)
        )

    _change_videos()


def _change_videos() -> None:
    """SQLite copies the table. The copy has to be told that numbers are never used again, and
    which was the last: rows that were deleted since are not in it.
    """
    op.add_column("videos", sa.Column("embed_token", sa.Text(), nullable=True))
    _draw_embed_tokens()
    last = _last_number("videos")
    with op.batch_alter_table(
        "videos", schema=None, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.alter_column("embed_token", existing_type=sa.Text(), nullable=False)
        batch_op.add_column(
            sa.Column("allowed_domains", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("preset_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_videos_preset_id"), ["preset_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_videos_embed_token"), ["embed_token"])
        batch_op.create_foreign_key(
            batch_op.f("fk_videos_preset_id"),
            "player_presets",
            ["preset_id"],
            ["id"],
            ondelete="SET NULL",
        )
    if last is not None:
        tx = op.get_bind()
        tx.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = 'videos'"))
        row = {"name": "videos", "seq": last}
        tx.execute(sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), row)


def _draw_embed_tokens() -> None:
    """Videos that are here already get one, too: nobody can guess it."""
    tx = op.get_bind()
    drawn = {
        "sqlite": "lower(hex(randomblob(16)))",
        "postgresql": "replace(gen_random_uuid()::text, '-', '')",
    }
    videos = sa.table("videos", sa.column("embed_token"))
    tx.execute(videos.update().values(embed_token=sa.text(drawn[tx.dialect.name])))


def _last_number(table: str) -> int | None:
    tx = op.get_bind()
    if tx.dialect.name != "sqlite":
        return None
    query = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    number: int | None = tx.execute(query, {"name": table}).scalar()
    return number
