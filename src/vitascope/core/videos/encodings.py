"""What is being made of videos, and what waits to be."""

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor, LoginRequired, Right
from vitascope.core.videos.model import Encoding
from vitascope.core.videos.queries.encodings import list_open_encodings
from vitascope.db import Tx


def own_encodings(tx: Tx, actor: Actor) -> list[Encoding]:
    """Those of the actor's videos, oldest video first.

    Raises:
        LoginRequired: nobody known is calling.
    """
    if actor.account_id is None:
        raise LoginRequired("Log in to see what is made of your videos")
    return list_open_encodings(tx, actor.account_id)


def all_encodings(tx: Tx, actor: Actor) -> list[Encoding]:
    """Those of everybody's videos, oldest video first.

    Raises:
        LoginRequired, Forbidden: the actor does not run the transcoding.
    """
    actor.known_user()
    if not actor.may(Right.RUN_TRANSCODING):
        raise Forbidden("Only administrators may see what is made of others' videos")
    return list_open_encodings(tx, None)
