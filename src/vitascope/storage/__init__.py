"""Where bytes live. Add a backend: one module, one line in ``BACKENDS``."""

from collections.abc import Callable

from vitascope.storage.blob import (
    BlobMissing,
    BlobStore,
    LocalPaths,
    SignedUrls,
    StoreError,
)
from vitascope.storage.local import LocalStore
from vitascope.storage.options import StorageOptions
from vitascope.storage.s3 import S3Store

BACKENDS: dict[str, Callable[[StorageOptions], BlobStore]] = {
    "file": LocalStore.open,
    "s3": S3Store.open,
}


def open_store(options: StorageOptions) -> BlobStore:
    """The store that ``options.url`` names.

    Raises:
        ValueError: no backend has this scheme, or the options do not suit it.
    """
    scheme = options.url.partition(":")[0]
    if scheme not in BACKENDS:
        raise ValueError(f"no storage backend for {scheme!r}; there are {sorted(BACKENDS)}")
    return BACKENDS[scheme](options)


__all__ = [
    "BACKENDS",
    "BlobMissing",
    "BlobStore",
    "LocalPaths",
    "SignedUrls",
    "StorageOptions",
    "StoreError",
    "open_store",
]
