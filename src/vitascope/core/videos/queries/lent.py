"""Tokens that this server has lent to those whom it let in to a video."""

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.db import Tx

# The area of embeds stands on this one, so that its table is only named here.
_tokens = sa.table(
    "embed_tokens", sa.column("video_id", sa.Integer), sa.column("is_lent", sa.Boolean)
)


def delete_lent_tokens(tx: Tx, video_id: VideoId) -> None:
    """What is played by them ends, too."""
    tx.execute(_tokens.delete().where(_tokens.c.video_id == video_id, _tokens.c.is_lent))
