"""What an embed token opens."""

import re
from datetime import datetime

from vitascope.core.access.tokens import hash_token
from vitascope.core.embeds.model import (
    SESSION_LIFETIME,
    Embed,
    EmbedExpired,
    EmbedNotFound,
    EmbedToken,
    TokenRequired,
)
from vitascope.core.embeds.queries import find_shown_entry, find_token
from vitascope.core.videos.model import GATED
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx

_TOKEN = re.compile(r"[0-9a-f]{32}")


def open_embed(tx: Tx, token: str, *, now: datetime) -> Embed:
    """What ``token`` shows, whatever the site. Its state plays no part.

    Raises:
        EmbedNotFound: no such token, or it is none at all.
        EmbedExpired: it was made for a time that is over.
        TokenRequired: it is the permanent token of a video that opens by others only.
    """
    embed = known_embed(tx, token)
    if embed.made is not None and embed.made.expires_at <= now:
        raise EmbedExpired
    return embed


def open_beside(tx: Tx, token: str, *, now: datetime) -> Embed:
    """As :func:`open_embed`, for what players show beside a stream: as long as a session that
    the token began may go on.
    """
    return open_embed(tx, token, now=now - SESSION_LIFETIME)


def known_embed(tx: Tx, token: str) -> Embed:
    """As :func:`open_embed`, also when the token's time is over: who began to play meanwhile
    plays on.
    """
    if not _TOKEN.fullmatch(token):
        raise EmbedNotFound
    entry = find_shown_entry(tx, token)
    if entry is not None:
        if entry.video.privacy in GATED:
            raise TokenRequired("This video opens with a link of your own. Ask for one.")
        return Embed(entry=entry)
    made = find_made(tx, token)
    return Embed(entry=get_entry(tx, made.video_id), made=made)


def find_made(tx: Tx, token: str) -> EmbedToken:
    """A token made for a viewer, also when its time is over.

    Raises:
        EmbedNotFound: there is none.
    """
    made = find_token(tx, hash_token(token).hex())
    if made is None:
        raise EmbedNotFound
    return made
