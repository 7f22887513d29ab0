"""What an import tells when it gives up, or finds that it has nothing more to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import Invalid, ProductError
from vitascope.fetch.errors import FetchError


class CannotImport(Invalid):
    """It cannot be fetched, or no video made of it; the message is for whoever asked for it.

    ``permanent`` says that trying again at once cannot help.
    """

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__("url", message)
        self.permanent = permanent


class NotMedia(CannotImport):
    """What was fetched is neither video nor audio."""

    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=True)


class NoLongerWanted(Exception):
    """It was canceled or deleted meanwhile, or another worker has ended it: ``is_done`` when
    that one has made the video.
    """

    def __init__(self, *, is_done: bool = False) -> None:
        super().__init__()
        self.is_done = is_done


@contextmanager
def translated() -> Iterator[None]:
    """What goes wrong inside in words for whoever asked: CannotImport."""
    try:
        yield
    except CannotImport:
        raise
    except FetchError as error:
        raise CannotImport(error.message, permanent=error.permanent) from error
    except ProductError as error:
        raise CannotImport(error.message, permanent=True) from error
