"""What could not be made of videos."""

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor, Right
from vitascope.core.videos.model import Failure
from vitascope.core.videos.queries.failures import list_failures
from vitascope.db import Tx


def all_failures(tx: Tx, actor: Actor, *, count: int) -> list[Failure]:
    """Everybody's videos that wait for somebody to try again, the newest first.

    Raises:
        LoginRequired, Forbidden: the actor does not run the transcoding.
    """
    actor.known_user()
    if not actor.may(Right.RUN_TRANSCODING):
        raise Forbidden("Only administrators may see what failed of others' videos")
    return list_failures(tx, count=count)
