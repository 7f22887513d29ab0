"""A disk that is full, told as such."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from vitascope.base.errors import StorageFull

_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextmanager
def telling_full_disk() -> Iterator[None]:
    """Raises StorageFull when what is done inside finds no room."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise StorageFull("The server's disk is full. What had arrived is kept.") from error
