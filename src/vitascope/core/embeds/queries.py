"""Reading and writing embed tokens and playback sessions."""

import uuid
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import EmbedTokenId, PlaybackSessionId, VideoId
from vitascope.core.embeds.model import EmbedToken, NewEmbedToken, PlaybackSession
from vitascope.core.embeds.tables import embed_tokens, playback_sessions
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import SELECT_ENTRY, entry_of
from vitascope.core.videos.tables import videos
from vitascope.db import Tx, insert_row

_sessions = playback_sessions.c


def find_shown_entry(tx: Tx, token: str) -> VideoEntry | None:
    """The video whose permanent token this is."""
    row = tx.execute(SELECT_ENTRY.where(videos.c.embed_token == token)).first()
    return None if row is None else entry_of(tuple(row))


def insert_token(
    tx: Tx,
    video_id: VideoId,
    token_hash: str,
    new: NewEmbedToken,
    *,
    is_lent: bool,
    now: datetime,
) -> EmbedToken:
    values: dict[str, Any] = {
        "video_id": video_id,
        "token_hash": token_hash,
        "viewer_id": new.viewer_id,
        "allowed_domains": new.allowed_domains,
        "max_sessions": new.max_sessions,
        "is_lent": is_lent,
        "expires_at": now + new.lifetime,
        "created_at": now,
    }
    number = EmbedTokenId(insert_row(tx, embed_tokens, values))
    return EmbedToken(id=number, **values)


def find_token(tx: Tx, token_hash: str) -> EmbedToken | None:
    found = tx.execute(sa.select(embed_tokens).where(embed_tokens.c.token_hash == token_hash))
    row = found.first()
    return None if row is None else EmbedToken(**row._mapping)


def delete_token(tx: Tx, token_id: EmbedTokenId) -> None:
    """Its sessions go with it."""
    tx.execute(embed_tokens.delete().where(embed_tokens.c.id == token_id))


def count_sessions(tx: Tx, token_id: EmbedTokenId) -> int:
    """Nobody else counts those of this token before the transaction has ended: of two at once
    the second counts the first.
    """
    own = sa.select(embed_tokens.c.id).where(embed_tokens.c.id == token_id)
    tx.execute(own.with_for_update())
    counted = sa.select(sa.func.count()).where(_sessions.embed_token_id == token_id)
    return int(tx.execute(counted).scalar_one())


def insert_session(
    tx: Tx,
    *,
    video_id: VideoId,
    embed_token_id: EmbedTokenId | None,
    token_hash: str,
    viewer_id: str | None,
    site: str | None,
    network: str | None,
    lifetime: timedelta,
    now: datetime,
) -> PlaybackSession:
    values: dict[str, Any] = {
        "uuid": uuid.uuid4(),
        "video_id": video_id,
        "embed_token_id": embed_token_id,
        "token_hash": token_hash,
        "viewer_id": viewer_id,
        "site": site,
        "network": network,
        "created_at": now,
        "expires_at": now + lifetime,
    }
    number = PlaybackSessionId(insert_row(tx, playback_sessions, values))
    return PlaybackSession(id=number, **values)


def find_session(tx: Tx, token_hash: str) -> PlaybackSession | None:
    found = tx.execute(sa.select(playback_sessions).where(_sessions.token_hash == token_hash))
    row = found.first()
    return None if row is None else PlaybackSession(**row._mapping)


def extend_session(tx: Tx, session_id: PlaybackSessionId, until: datetime) -> None:
    changed = playback_sessions.update().where(_sessions.id == session_id)
    tx.execute(changed.values(expires_at=until))


def delete_permanent_sessions(tx: Tx, video_id: VideoId) -> None:
    """End what was begun by the video's permanent token."""
    tx.execute(
        playback_sessions.delete().where(
            _sessions.video_id == video_id, _sessions.embed_token_id.is_(None)
        )
    )


def delete_tokens_before(tx: Tx, moment: datetime, limit: int) -> int:
    """Remove up to ``limit`` tokens that expired before ``moment``, and their sessions; returns
    how many tokens.
    """
    return _delete_some(tx, embed_tokens, limit, embed_tokens.c.expires_at < moment)


def delete_lent_tokens_before(tx: Tx, moment: datetime, limit: int, *, now: datetime) -> int:
    """As :func:`delete_tokens_before`, of those that were lent and with which nobody plays
    on.
    """
    going_on = sa.exists().where(
        _sessions.embed_token_id == embed_tokens.c.id, _sessions.expires_at >= now
    )
    return _delete_some(
        tx,
        embed_tokens,
        limit,
        embed_tokens.c.is_lent,
        embed_tokens.c.expires_at < moment,
        sa.not_(going_on),
    )


def delete_uncounted_sessions_before(tx: Tx, moment: datetime, limit: int) -> int:
    """Remove up to ``limit`` sessions that expired before ``moment``, but not those that count
    against what their token may begin; returns how many.
    """
    limited = sa.select(embed_tokens.c.id).where(embed_tokens.c.max_sessions.is_not(None))
    return _delete_some(
        tx,
        playback_sessions,
        limit,
        _sessions.expires_at < moment,
        sa.or_(_sessions.embed_token_id.is_(None), _sessions.embed_token_id.not_in(limited)),
    )


def _delete_some(
    tx: Tx, table: sa.Table, limit: int, *conditions: sa.ColumnElement[bool]
) -> int:
    """Whoever else removes some at the same time takes others."""
    found = sa.select(table.c.id).where(*conditions).order_by(table.c.expires_at).limit(limit)
    ids = list(tx.execute(found.with_for_update(skip_locked=True, of=table)).scalars())
    return tx.execute(table.delete().where(table.c.id.in_(ids))).rowcount if ids else 0
