"""Files in one request: each user sends one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import Conflict
from vitascope.base.ids import UserId


class NotYourTurn(Conflict):
    """Another file of this user is on its way."""


class Turns:
    """Who is sending a file. To be used by coroutines of one event loop."""

    def __init__(self) -> None:
        self._taken: set[UserId] = set()

    @contextmanager
    def take(self, user_id: UserId) -> Iterator[None]:
        """Raises NotYourTurn while the user's turn is taken."""
        if user_id in self._taken:
            # These are VideoCMS's words here, too.
            raise NotYourTurn("wait until the previous delete request finished")
        self._taken.add(user_id)
        try:
            yield
        finally:
            self._taken.discard(user_id)
