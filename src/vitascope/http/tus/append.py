"""PATCH: more bytes of an upload."""

from collections.abc import Mapping

from vitascope.base.errors import Invalid
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import (
    FileTooLarge,
    Upload,
    UploadPart,
    UploadState,
    WrongOffset,
)
from vitascope.core.uploads.proceed import set_size
from vitascope.core.uploads.room import check_room
from vitascope.http.asgi import Message, Receive
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import TusEdge
from vitascope.http.tus.find import expiry_headers, find_upload
from vitascope.http.tus.headers import (
    body_length,
    has_chunk,
    parse_checksum,
    parse_length,
    parse_offset,
)
from vitascope.http.tus.refusals import BodyTooLong, TusRefusal, modifies_final
from vitascope.http.uploads.receive import Checksum, receive_bytes


async def append_bytes(
    edge: TusEdge, actor: Actor, ref: str, headers: Mapping[str, str], receive: Receive
) -> TusAnswer:
    """Raises what :func:`find_upload` and :func:`receive_chunk` raise, and TusRefusal."""
    if not has_chunk(headers):
        raise TusRefusal(
            "ERR_INVALID_CONTENT_TYPE",
            "Bytes of an upload come as application/offset+octet-stream",
        )
    offset = parse_offset(headers)
    size_bytes = parse_length(headers)
    check_body(edge, headers)
    upload = await on_thread(_prepare, edge, actor, ref, offset, size_bytes)
    end = offset
    if upload.state is UploadState.DONE:
        _check_nothing_comes(upload, headers)
    else:
        end = await receive_chunk(edge, upload, headers, receive, offset=offset)
    return TusAnswer(204, {"Upload-Offset": str(end), **expiry_headers(upload)})


def check_body(edge: TusEdge, headers: Mapping[str, str]) -> None:
    """Raises BodyTooLong when a body says itself that it is."""
    length, most_bytes = body_length(headers) or 0, edge.most_body()
    if most_bytes is not None and length > most_bytes:
        raise BodyTooLong(length, most_bytes)


async def receive_chunk(
    edge: TusEdge,
    upload: Upload,
    headers: Mapping[str, str],
    receive: Receive,
    *,
    offset: int,
) -> int:
    """Take the body and return how many bytes the upload has then.

    Raises:
        BodyTooLong: the body is longer than one request's may be; what came before stays.
        TusRefusal: it is longer than the upload (413), or the checksum cannot be read.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for a file whose size
            is not known yet.
        WrongOffset, UploadBusy, ChecksumMismatch, StorageFull, Invalid: as
            :func:`receive_bytes`.
    """
    checksum: Checksum | None = parse_checksum(headers.get("upload-checksum"))
    length = body_length(headers)
    if upload.size_bytes is None:
        await on_thread(_check_grows, edge, upload, offset, length or 0)
    most_bytes = edge.most_body()
    bounded = _Bounded(receive, most_bytes)
    try:
        return await receive_bytes(
            edge.runtime,
            upload,
            bounded,
            offset=offset,
            length=length,
            checksum=checksum,
        )
    except FileTooLarge as error:
        if upload.size_bytes is None:
            raise
        raise TusRefusal(
            "ERR_UPLOAD_SIZE_EXCEEDED",
            f"The upload has {error.limit} bytes, and these would be {error.used}",
            413,
        ) from error
    except Invalid:
        if most_bytes is not None and bounded.is_too_long:
            raise BodyTooLong(bounded.size_bytes, most_bytes) from None
        raise


class _Bounded:
    """A body that ends, as if the client had left, before it is too long."""

    def __init__(self, receive: Receive, most_bytes: int | None) -> None:
        self._receive = receive
        self._most_bytes = most_bytes
        self.size_bytes = 0

    @property
    def is_too_long(self) -> bool:
        return self._most_bytes is not None and self.size_bytes > self._most_bytes

    async def __call__(self) -> Message:
        message = await self._receive()
        self.size_bytes += len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.is_too_long else message


def _prepare(
    edge: TusEdge, actor: Actor, ref: str, offset: int, size_bytes: int | None
) -> Upload:
    found = find_upload(edge.runtime, actor, ref)
    upload = found.upload
    if upload.part is UploadPart.FINAL:
        raise modifies_final()
    learns_size = size_bytes is not None and upload.size_bytes != size_bytes
    # Otherwise it is compared once nobody else can write: bytes that are arriving at this
    # moment are somebody else's, which is another answer.
    if found.offset != offset and (learns_size or upload.state is UploadState.DONE):
        raise WrongOffset(found.offset)
    if size_bytes is None or not learns_size:
        return upload
    room = edge.room()
    with edge.runtime.db.begin() as tx:
        now = edge.runtime.now()
        return set_size(tx, upload, size_bytes, received=offset, room=room, now=now)


def _check_grows(edge: TusEdge, upload: Upload, offset: int, length: int) -> None:
    """A file of which nobody has said how large it is may not outgrow its room either."""
    room = edge.room().with_arrived(offset)
    with edge.runtime.db.read() as tx:
        now = edge.runtime.now()
        check_room(tx, upload.user_id, offset + length, room, but=upload, now=now)


def _check_nothing_comes(upload: Upload, headers: Mapping[str, str]) -> None:
    if body_length(headers) or "transfer-encoding" in headers:
        raise TusRefusal(
            "ERR_UPLOAD_SIZE_EXCEEDED", f"All {upload.size_bytes} bytes have arrived", 413
        )
