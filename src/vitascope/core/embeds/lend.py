"""Embed tokens for people whom the server itself let in to a page with the video."""

from datetime import datetime

from vitascope.core.embeds.make import issue_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.videos.model import Video
from vitascope.db import Tx


def lend_embed_token(tx: Tx, video: Video, *, now: datetime) -> str:
    """A token that shows a gated video for an hour to somebody who was admitted to it by a
    login or a password: its permanent one opens nothing. It ends when somebody changes whom
    the video is for.
    """
    return issue_token(tx, video.id, NewEmbedToken(), is_lent=True, now=now)[1]
