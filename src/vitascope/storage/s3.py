"""Blobs in a bucket of any S3 server."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self
from urllib.parse import quote, urlsplit

import obstore
from obstore.exceptions import (
    BaseError,
    InvalidPathError,
    NotSupportedError,
    PermissionDeniedError,
    UnauthenticatedError,
)
from obstore.store import S3Store as Bucket

from vitascope.storage.blob import BlobMissing, StoreError
from vitascope.storage.disposition import attachment
from vitascope.storage.keys import check_key, check_prefix
from vitascope.storage.options import StorageOptions
from vitascope.storage.sigv4 import Credentials, presign

PIECE_BYTES = 1 << 20
# One request per window: a slow viewer then holds no connection to the server, and a broken
# one costs a retry of the window only.
_WINDOW_BYTES = 8 << 20
# An upload has 10 000 parts at most, so this allows blobs of 160 GB with 48 MB of memory.
_PART_BYTES = 16 << 20
_PARTS_AT_ONCE = 3
# The server copies no more than this in one request.
_COPY_LIMIT_BYTES = 5 << 30

_NO_BUCKET = StoreError("the bucket does not exist", permanent=True)
_HOPELESS = (InvalidPathError, NotSupportedError, PermissionDeniedError, UnauthenticatedError)


class S3Store:
    """Path-style addresses: they work on every server, and with any bucket name."""

    def __init__(self, options: StorageOptions, *, bucket: str, prefix: str) -> None:
        endpoint = options.endpoint or f"https://s3.{options.region}.amazonaws.com"
        plain = urlsplit(endpoint).scheme != "https"
        self._credentials = Credentials(
            access_key=options.access_key,
            secret_key=options.secret_key,
            region=options.region,
        )
        self._public = f"{(options.public_endpoint or endpoint).rstrip('/')}/{bucket}/"
        self._prefix = prefix
        self._bucket = Bucket(
            bucket,
            config={
                "endpoint": endpoint.rstrip("/"),
                "region": options.region,
                "access_key_id": options.access_key,
                "secret_access_key": options.secret_key,
                # TLS already proves that the bytes arrive whole; hashing them doubles the CPU.
                "unsigned_payload": options.trusted_network or not plain,
                # Not every server has the bulk call.
                "disable_bulk_delete": True,
            },
            client_options={"allow_http": plain, "timeout": "5m", "read_timeout": "30s"},
        )

    @classmethod
    def open(cls, options: StorageOptions) -> Self:
        """
        Raises:
            ValueError: the address has no bucket, or a key is missing.
        """
        parts = urlsplit(options.url)
        if not parts.netloc:
            raise ValueError("s3://bucket/prefix needs a bucket")
        if not options.access_key or not options.secret_key:
            raise ValueError("an S3 store needs an access key and a secret key")
        return cls(options, bucket=parts.netloc, prefix=check_prefix(parts.path.strip("/")))

    def put(self, key: str, data: BinaryIO) -> int:
        name = self._name(key)
        first = _read_fully(data, _PART_BYTES)
        if len(first) < _PART_BYTES:
            with _translated(_NO_BUCKET):
                obstore.put(self._bucket, name, first, use_multipart=False)
            return len(first)
        parts = _Parts(first, data)
        with _translated(_NO_BUCKET):
            self._put_parts(name, parts)
        return parts.size_bytes

    def put_file(self, key: str, path: Path) -> int:
        with path.open("rb") as data:
            size_bytes = self.put(key, data)
        path.unlink()
        return size_bytes

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        # Who names a length knows the blob, and saves a request.
        stop = self.size(key) if length is None else start + length
        for offset in range(start, stop, _WINDOW_BYTES):
            wanted = min(_WINDOW_BYTES, stop - offset)
            window = self._window(key, offset, wanted)
            for at in range(0, len(window), PIECE_BYTES):
                yield bytes(window[at : at + PIECE_BYTES])
            if len(window) < wanted:
                return

    def size(self, key: str) -> int:
        name = self._name(key)
        with _translated(BlobMissing(key)):
            return obstore.head(self._bucket, name)["size"]

    def delete(self, key: str) -> None:
        name = self._name(key)
        with _translated(BlobMissing(key)), suppress(FileNotFoundError):
            obstore.delete(self._bucket, name)

    def copy(self, source: str, target: str) -> None:
        origin, name = self._name(source), self._name(target)
        size_bytes = self.size(source)
        if origin == name:
            # Servers refuse a copy that changes nothing.
            return
        if size_bytes > _COPY_LIMIT_BYTES:
            with _translated(BlobMissing(source)):
                self._put_parts(name, self.read(source))
            return
        with _translated(BlobMissing(source)):
            obstore.copy(self._bucket, origin, name)

    def list(self, prefix: str) -> Iterator[str]:
        folder = self._prefix + check_prefix(prefix)
        with _translated(_NO_BUCKET):
            for page in obstore.list(self._bucket, folder or None, chunk_size=1000):
                yield from (entry["path"].removeprefix(self._prefix) for entry in page)

    def signed_url(self, key: str, *, expires_s: int, filename: str | None = None) -> str:
        overrides = {}
        if filename is not None:
            overrides["response-content-disposition"] = attachment(filename)
        return presign(
            self._public + quote(self._name(key)),
            self._credentials,
            now=datetime.now(UTC),
            expires_s=expires_s,
            overrides=overrides,
        )

    def _name(self, key: str) -> str:
        return self._prefix + check_key(key)

    def _window(self, key: str, start: int, size_bytes: int) -> memoryview:
        try:
            with _translated(BlobMissing(key)):
                window = obstore.get_range(
                    self._bucket, self._name(key), start=start, length=size_bytes
                )
        except BlobMissing:
            raise
        except StoreError:
            # Servers answer a window behind the end with an error.
            if start < self.size(key):
                raise
            return memoryview(b"")
        return memoryview(window)

    def _put_parts(self, name: str, parts: "Iterator[bytes]") -> None:
        obstore.put(
            self._bucket,
            name,
            parts,
            use_multipart=True,
            chunk_size=_PART_BYTES,
            max_concurrency=_PARTS_AT_ONCE,
        )


class _Parts(Iterator[bytes]):
    """``first`` and then the rest of ``data``; counts what it gave."""

    def __init__(self, first: bytes, data: BinaryIO) -> None:
        self._next = first
        self._data = data
        self.size_bytes = 0

    def __next__(self) -> bytes:
        part = self._next or self._data.read(PIECE_BYTES)
        self._next = b""
        if not part:
            raise StopIteration
        self.size_bytes += len(part)
        return part


def _read_fully(data: BinaryIO, size_bytes: int) -> bytes:
    """``size_bytes`` of ``data``, or all of it when that is less."""
    pieces = bytearray()
    while len(pieces) < size_bytes and (piece := data.read(size_bytes - len(pieces))):
        pieces += piece
    return bytes(pieces)


@contextmanager
def _translated(missing: StoreError) -> Iterator[None]:
    """Turn the library's errors into ours, and its "not found" into ``missing``."""
    try:
        yield
    except FileNotFoundError:
        raise missing from None
    except BaseError as error:
        permanent = isinstance(error, _HOPELESS)
        message = f"the S3 server refused or failed: {type(error).__name__}"
        raise StoreError(message, permanent=permanent) from error
