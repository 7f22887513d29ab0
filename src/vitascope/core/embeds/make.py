"""Making and revoking embed tokens."""

import secrets
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import VideoId, VideoRef
from vitascope.core.access.model import Actor
from vitascope.core.access.tokens import hash_token
from vitascope.core.embeds.model import EmbedNotFound, EmbedToken, NewEmbedToken
from vitascope.core.embeds.open import find_made
from vitascope.core.embeds.queries import (
    delete_permanent_sessions,
    delete_token,
    find_shown_entry,
    insert_token,
)
from vitascope.core.videos.domains import check_domains
from vitascope.core.videos.queries.writing import update_video
from vitascope.core.videos.read import own_video
from vitascope.db import Tx

SHORTEST, LONGEST = timedelta(seconds=60), timedelta(days=7)
MOST_SESSIONS = 1000
_LONGEST_VIEWER_ID = 255
_TOKEN_BYTES = 16


def make_embed_token(
    tx: Tx, actor: Actor, ref: VideoRef, new: NewEmbedToken, *, now: datetime
) -> tuple[EmbedToken, str]:
    """A token that shows one of the actor's videos to one viewer, and the token itself, which
    is told only here.

    Raises:
        NotFound: no such video, or somebody else's.
        Forbidden: the credential may only read.
        Invalid: something that was said of the token breaks a rule.
    """
    entry = own_video(tx, actor, ref)
    actor.check_writes()
    return issue_token(tx, entry.video.id, _checked(new), now=now)


def issue_token(
    tx: Tx, video_id: VideoId, new: NewEmbedToken, *, is_lent: bool = False, now: datetime
) -> tuple[EmbedToken, str]:
    """As :func:`make_embed_token`, by whoever may do that."""
    token = _random()
    token_hash = hash_token(token).hex()
    return insert_token(tx, video_id, token_hash, new, is_lent=is_lent, now=now), token


def revoke_embed_token(tx: Tx, actor: Actor, token: str, *, now: datetime) -> None:
    """End a token of one of the actor's videos, and every session that it began. The permanent
    one gives way to another.

    Raises:
        EmbedNotFound: no such token, or it is of somebody else's video.
        Forbidden: the credential may only read.
    """
    entry = find_shown_entry(tx, token)
    if entry is None:
        made = find_made(tx, token)
        _check_owns(tx, actor, made.video_id)
        delete_token(tx, made.id)
        return
    video_id = entry.video.id
    _check_owns(tx, actor, video_id)
    update_video(tx, video_id, now=now, embed_token=_random())
    delete_permanent_sessions(tx, video_id)


def _checked(new: NewEmbedToken) -> NewEmbedToken:
    viewer = new.viewer_id or None
    if viewer is not None and (len(viewer) > _LONGEST_VIEWER_ID or _has_controls(viewer)):
        raise Invalid("viewer_id", "At most 255 characters, all of them to be seen")
    if not SHORTEST <= new.lifetime <= LONGEST:
        raise Invalid("lifetime", "Between a minute and seven days")
    if new.max_sessions is not None and not 1 <= new.max_sessions <= MOST_SESSIONS:
        raise Invalid("max_sessions", f"Between 1 and {MOST_SESSIONS} sessions")
    return replace(new, viewer_id=viewer, allowed_domains=check_domains(new.allowed_domains))


def _check_owns(tx: Tx, actor: Actor, ref: VideoRef) -> None:
    try:
        own_video(tx, actor, ref)
    except NotFound:
        raise EmbedNotFound from None
    actor.check_writes()


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(character) == "Cc" for character in text)


def _random() -> str:
    return secrets.token_hex(_TOKEN_BYTES)
