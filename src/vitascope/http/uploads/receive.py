"""Bytes that go on where an upload ends."""

import hashlib
import hmac
from dataclasses import dataclass

from vitascope.base.errors import Invalid, QuotaExceeded
from vitascope.base.ids import AccountId
from vitascope.core.uploads.model import ChecksumMismatch, FileTooLarge, Upload, WrongOffset
from vitascope.core.uploads.proceed import check_open
from vitascope.http.asgi import Receive
from vitascope.http.body import body_chunks
from vitascope.http.runtime import Runtime
from vitascope.http.sink import AppendSink, Hash
from vitascope.http.threads import on_thread
from vitascope.http.uploads.arrivals import Arrivals, sender
from vitascope.http.uploads.files import UploadFiles, files_of
from vitascope.http.uploads.full import telling_full_disk
from vitascope.http.uploads.room import check_disk

ALGORITHMS = ("sha1", "sha256", "md5")


@dataclass(frozen=True, slots=True)
class Checksum:
    """What the bytes of one body must hash to; ``algorithm`` is one of :data:`ALGORITHMS`."""

    algorithm: str
    digest: bytes


async def receive_bytes(
    runtime: Runtime,
    upload: Upload,
    receive: Receive,
    *,
    offset: int,
    length: int | None = None,
    checksum: Checksum | None = None,
) -> int:
    """Append a request's body to the upload; what is answered is durable.

    ``length`` is how many bytes the request says it has. Returns how many the upload has now.
    When the client leaves, what arrived stays; with a checksum it goes.

    Raises:
        NotFound, UploadEnded: as :func:`check_open`.
        WrongOffset: the upload does not end at ``offset``.
        UploadBusy: somebody else is writing to it.
        FileTooLarge: the body goes beyond the upload's size; none of it stays.
        ChecksumMismatch: the bytes are not those that were meant; none of them stay.
        StorageFull: the disk is nearly full, or took no more; what it took stays.
        Invalid: the client left, or sent fewer bytes than it said.
    """
    files = files_of(runtime)
    with telling_full_disk(), files.hold(upload.uuid):
        received, account_id = await on_thread(_received, runtime, files, upload)
        if received != offset:
            raise WrongOffset(received)
        limit_bytes = (
            runtime.max_upload_bytes if upload.size_bytes is None else upload.size_bytes
        )
        if length is not None and offset + length > limit_bytes:
            raise FileTooLarge(offset + length, limit_bytes)
        await on_thread(check_disk, runtime, length or 0)
        if checksum is not None:
            await on_thread(files.doubt, upload.uuid, offset)
        running = runtime.hashes.take(upload.uuid, offset)
        digest = None if checksum is None else _digest(checksum)
        arrivals = Arrivals(runtime.metering, account_id)
        sink = AppendSink(
            files.path(upload.uuid),
            limit_bytes=limit_bytes,
            offset=offset,
            digests=[each for each in (running, digest, arrivals) if each is not None],
        )
        end = await _fill(sink, receive, length, keeps=checksum is None)
        if checksum is not None and digest is not None:
            await _verify(files, upload, offset, checksum, digest)
        runtime.hashes.keep(upload.uuid, end, running)
        return end


def _received(runtime: Runtime, files: UploadFiles, upload: Upload) -> tuple[int, AccountId]:
    """How many bytes are here, and who sends them."""
    with runtime.db.read() as tx:
        check_open(tx, upload.id)
        account_id = sender(tx, upload)
    return files.received(upload.uuid), account_id


def _digest(checksum: Checksum) -> Hash:
    if checksum.algorithm not in ALGORITHMS:
        raise Invalid("checksum", f"Use one of {', '.join(ALGORITHMS)}")
    return hashlib.new(checksum.algorithm, usedforsecurity=False)


async def _fill(sink: AppendSink, receive: Receive, length: int | None, *, keeps: bool) -> int:
    start = sink.size_bytes
    try:
        async for chunk in body_chunks(receive):
            await sink.write(chunk)
    except QuotaExceeded as error:
        await sink.abort()
        raise FileTooLarge(error.used, error.limit) from error
    except BaseException:
        # The client left, the disk is full, the server stops: what is here is right as far
        # as it goes.
        if keeps:
            await sink.keep()
        else:
            await sink.abort()
        raise
    received = await sink.finish()
    if length is not None and received.size_bytes - start < length:
        raise Invalid("body", "The body is shorter than its Content-Length")
    return received.size_bytes


async def _verify(
    files: UploadFiles, upload: Upload, offset: int, checksum: Checksum, digest: Hash
) -> None:
    if not hmac.compare_digest(digest.digest(), checksum.digest):
        await on_thread(files.cut, upload.uuid, offset)
        await on_thread(files.trust, upload.uuid)
        raise ChecksumMismatch
    await on_thread(files.trust, upload.uuid)
