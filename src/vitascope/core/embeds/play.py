"""Playback sessions: somebody's playing of one video, by an embed token."""

import hashlib
import hmac
import secrets
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from vitascope.base.errors import NotReady
from vitascope.core.access.tokens import hash_token
from vitascope.core.embeds.model import (
    SESSION_LIFETIME,
    Embed,
    Place,
    Playback,
    PlaybackExpired,
    PlaybackRefused,
    PlaybackSession,
    TooManySessions,
)
from vitascope.core.embeds.open import known_embed, open_embed
from vitascope.core.embeds.places import check_bound, check_site
from vitascope.core.embeds.queries import (
    count_sessions,
    extend_session,
    find_session,
    insert_session,
)
from vitascope.db import Tx
from vitascope.db.sealing import derive_key

_TOKEN_BYTES, _KEY_BYTES = 32, 16


def begin_playback(
    tx: Tx, token: str, place: Place, *, binds_network: bool, now: datetime
) -> tuple[Playback, str]:
    """A new session of what the embed token shows, and its playback token, which is told only
    here. With ``binds_network`` it goes on in the network it was begun in only.

    Raises:
        EmbedNotFound, EmbedExpired, TokenRequired: as
            :func:`vitascope.core.embeds.open.open_embed`.
        DomainNotAllowed: the video is not shown there.
        NotReady: nothing of it can be played yet.
        TooManySessions: the token has begun as many as it may.
    """
    embed = open_embed(tx, token, now=now)
    check_site(embed, place.site, place.own_site)
    if embed.entry.media is None or not embed.entry.media.is_watchable:
        raise NotReady("This video cannot be played yet")
    _check_room(tx, embed)
    playback_token = secrets.token_urlsafe(_TOKEN_BYTES)
    session = insert_session(
        tx,
        video_id=embed.entry.video.id,
        embed_token_id=None if embed.made is None else embed.made.id,
        token_hash=hash_token(playback_token).hex(),
        viewer_id=embed.viewer_id,
        site=place.site,
        network=place.network if binds_network else None,
        lifetime=SESSION_LIFETIME,
        now=now,
    )
    return Playback(embed=embed, session=session), playback_token


def renew_playback(
    tx: Tx, token: str, playback_token: str, place: Place, *, now: datetime
) -> Playback:
    """The same session, for its whole lifetime from now on.

    Raises:
        EmbedExpired: the embed token's time is over; the session ends when it would have.
        Forbidden, NotFound: as :func:`find_playback`.
    """
    playback = find_playback(tx, token, playback_token, place, now=now)
    open_embed(tx, token, now=now)
    until = now + SESSION_LIFETIME
    extend_session(tx, playback.session.id, until)
    return replace(playback, session=replace(playback.session, expires_at=until))


def find_playback(
    tx: Tx, token: str, playback_token: str, place: Place, *, now: datetime
) -> Playback:
    """The session of a playback token, for whoever plays it where it was begun. It goes on
    when the time of the embed token is over, and ends when that is revoked.

    Raises:
        EmbedNotFound, TokenRequired: the embed token opens nothing (any more).
        PlaybackRefused: the playback token is none, or of another embed token, site or network.
        PlaybackExpired: the session is over.
        DomainNotAllowed: the video is not shown there.
    """
    embed = known_embed(tx, token)
    session = find_session(tx, hash_token(playback_token).hex())
    if session is None or not _began(embed, session):
        raise PlaybackRefused("This playback token opens nothing here")
    if session.expires_at <= now:
        raise PlaybackExpired("This playback token has expired")
    check_bound(session, embed, place)
    return Playback(embed=embed, session=session)


def batch_key(secret: bytes, session: UUID, asset: UUID, rendition: str, batch: int) -> bytes:
    """The key (16 bytes) of one batch of segments in one session. It is computed rather than
    kept: only the server's ``secret`` leads to it, and no key tells anything about another.
    """
    key = derive_key(secret, "keys of streams")
    words = b"".join((session.bytes, asset.bytes, rendition.encode(), b":%d" % batch))
    return hmac.digest(key, words, hashlib.sha256)[:_KEY_BYTES]


def _check_room(tx: Tx, embed: Embed) -> None:
    made = embed.made
    if made is None or made.max_sessions is None:
        return
    if count_sessions(tx, made.id) >= made.max_sessions:
        raise TooManySessions("This link was opened as often as it may be")


def _began(embed: Embed, session: PlaybackSession) -> bool:
    made_id = None if embed.made is None else embed.made.id
    is_same = session.video_id == embed.entry.video.id
    return is_same and session.embed_token_id == made_id
