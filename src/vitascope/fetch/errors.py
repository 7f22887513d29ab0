"""What can go wrong while fetching what somebody else serves.

    FetchError
      BadUrl             not an address we fetch from; ``problem`` says why
      Blocked            it leads to where this server does not go
      TooLarge           more bytes than ``limit_bytes``
      TooManyRedirects   sent on and on
      BadAnswer          the server answered, with ``status``, and not with what we asked for
      Unreachable        no connection
      Interrupted        a connection that ended, or stood still, too early

Messages are for the person who gave the address, and safe to show: what a name resolved to
is not in them.
"""

from enum import StrEnum

# They ask for another try: request timeout, too early, too many requests.
_TRY_AGAIN = frozenset({408, 425, 429})


class Problem(StrEnum):
    """What is wrong with a URL."""

    SCHEME = "scheme"
    HOST = "host"
    PORT = "port"
    CREDENTIALS = "credentials"
    CHARACTERS = "characters"
    LENGTH = "length"


class FetchError(Exception):
    """``permanent`` is True when trying again cannot help."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.message = message
        self.permanent = permanent


class BadUrl(FetchError):
    def __init__(self, problem: Problem, message: str) -> None:
        super().__init__(message, permanent=True)
        self.problem = problem


class Blocked(FetchError):
    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=True)


class TooLarge(FetchError):
    def __init__(self, *, limit_bytes: int) -> None:
        super().__init__(f"It is larger than the limit of {limit_bytes} bytes", permanent=True)
        self.limit_bytes = limit_bytes


class TooManyRedirects(FetchError):
    def __init__(self, *, most: int) -> None:
        super().__init__(f"The server redirects more than {most} times", permanent=True)


class BadAnswer(FetchError):
    """``status`` is the HTTP status; ``permanent`` unless the status asks for another try."""

    def __init__(self, status: int, message: str | None = None) -> None:
        permanent = status < 500 and status not in _TRY_AGAIN
        super().__init__(
            message or f"The server answered with status {status}", permanent=permanent
        )
        self.status = status


class Unreachable(FetchError):
    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=False)


class Interrupted(FetchError):
    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=False)
