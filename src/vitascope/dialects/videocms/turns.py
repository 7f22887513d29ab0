"""What each user does one at a time: sending a file in one request, deleting folders."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import Conflict
from vitascope.base.ids import UserId


class NotYourTurn(Conflict):
    """This user is still doing the same in another request."""


class Turns:
    """Who is at it. To be used by coroutines of one event loop."""

    def __init__(self) -> None:
        self._taken: set[UserId] = set()

    @contextmanager
    def take(self, user_id: UserId) -> Iterator[None]:
        """Raises NotYourTurn while the user's turn is taken."""
        if user_id in self._taken:
            # These are VideoCMS's words for both.
            raise NotYourTurn("wait until the previous delete request finished")
        self._taken.add(user_id)
        try:
            yield
        finally:
            self._taken.discard(user_id)
