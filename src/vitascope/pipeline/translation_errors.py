"""What a translation tells when it gives up, or finds that it has nothing more to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import ProductError, Unavailable
from vitascope.fetch.errors import FetchError


class CannotTranslate(Unavailable):
    """The caption cannot be translated; the message is for whoever asked for it.

    ``permanent`` says that trying again at once cannot help.
    """

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent


class NobodyWaits(Exception):
    """The video is gone, or another worker was faster."""


@contextmanager
def translation_words() -> Iterator[None]:
    """What goes wrong inside in words for whoever asked: CannotTranslate."""
    try:
        yield
    except CannotTranslate:
        raise
    except FetchError as error:
        raise CannotTranslate(error.message, permanent=error.permanent) from error
    except ProductError as error:
        raise CannotTranslate(error.message, permanent=True) from error
