"""How this API says that a file cannot become a video."""

from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import Invalid
from vitascope.core.uploads.usual import NOT_VIDEO, Unusual


@contextmanager
def explained() -> Iterator[None]:
    """What the prober cannot read is refused in the words of this API."""
    try:
        yield
    except Unusual:
        raise
    except Invalid as error:
        if error.field != "file":
            raise
        raise Unusual(NOT_VIDEO) from error
