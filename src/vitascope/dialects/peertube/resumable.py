"""Uploads that come in pieces and go on after an interruption: announced with POST, sent with
PUT and ``Content-Range``, given up with DELETE. What a file is for is its route's business.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlsplit

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import (
    Upload,
    UploadBusy,
    UploadEnded,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.proceed import own_upload, prolong, shrink
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.peertube.answers import Answer
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.pictures import give_picture
from vitascope.dialects.peertube.resumable_ids import is_of
from vitascope.dialects.peertube.resumable_ranges import (
    Piece,
    range_header,
    read_checksum,
    read_piece,
)
from vitascope.dialects.peertube.resumable_words import UploadFault, upload_layer
from vitascope.dialects.peertube.uploads import judging_media
from vitascope.http.asgi import Message, Receive
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.cancel import cancel
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.finish import finish
from vitascope.http.uploads.receive import receive_bytes
from vitascope.http.uploads.room import room_of

_LONGEST_ID = 200
_TRY_AGAIN_S = 300


def begun(request: AnyRequest, upload: Upload) -> Answer:
    """Where to send the bytes of an announced upload, and how many are here already."""
    received = files_of(parts_of(request).runtime).received(upload.uuid)
    headers = [
        (b"location", _location(request, upload).encode()),
        (b"cache-control", b"no-store"),
    ]
    if not received:
        exposed = (b"access-control-expose-headers", b"Location")
        return Answer(status=201, headers=[*headers, exposed])
    exposed = (b"access-control-expose-headers", b"Location, Range")
    return Answer(headers=[*headers, exposed, range_header(received)])


async def take_piece(
    request: AnyRequest,
    actor: Actor,
    answered: Callable[[Runtime, VideoEntry], Answer],
    *,
    replaces: VideoId | None = None,
) -> Answer:
    """Append what the request brings; the last piece is answered with what ``answered`` makes
    of the video, on a thread.
    """
    runtime = parts_of(request).runtime
    with upload_layer():
        upload = await on_thread(_own, runtime, actor, _id_of(request), replaces)
        try:
            received = await _receive(runtime, upload, request)
        except UploadEnded:
            received = None  # by another request, at this moment
    if received is not None:
        exposed = (b"access-control-expose-headers", b"Range")
        return Answer(status=308, headers=[range_header(received), exposed])
    entry = await _finished(runtime, actor, upload)
    return await on_thread(answered, runtime, entry)


async def give_up(
    request: AnyRequest, actor: Actor, *, replaces: VideoId | None = None
) -> None:
    """End an upload; one that is unknown has ended."""
    runtime = parts_of(request).runtime
    with upload_layer():
        try:
            upload = await on_thread(_own, runtime, actor, _id_of(request), replaces)
        except NotFound:
            return
        await cancel(runtime, upload)


def picture_path(runtime: Runtime, upload: Upload) -> Path:
    """Where the picture waits that came with the announcement; it goes with the bytes."""
    return files_of(runtime).path(upload.uuid).with_suffix(".jpg")


def _id_of(request: AnyRequest) -> str:
    return str(request.query_params.get("upload_id", ""))[:_LONGEST_ID]


def _own(runtime: Runtime, actor: Actor, upload_id: str, replaces: VideoId | None) -> Upload:
    """
    Raises:
        UploadFault: 403, the id was given to somebody else.
        NotFound, UploadExpired, Forbidden: as :func:`own_upload`.
    """
    if upload_id and not is_of(actor.known_user(), upload_id):
        raise UploadFault(403, "Forbidden", "This upload belongs to somebody else")
    with runtime.db.read() as tx:
        upload = own_upload(tx, actor, upload_id, UploadProtocol.RANGES, now=runtime.now())
    if upload.replaces != replaces:
        raise NotFound("upload", upload_id)
    return upload


async def _receive(runtime: Runtime, upload: Upload, request: AnyRequest) -> int | None:
    """How many bytes are here after this request, None when that is all of them.

    Raises:
        UploadFault: 400, a header is malformed; 409, the piece does not go on where the
            upload ends.
        NotFound, UploadEnded, WrongOffset, UploadBusy, FileTooLarge, ChecksumMismatch,
            StorageFull, Invalid: as :func:`receive_bytes`.
    """
    if upload.state is not UploadState.RECEIVING:
        return None  # all of it was here, and may have been put away since
    piece, checksum = read_piece(request.headers), read_checksum(request.headers)
    received = await on_thread(files_of(runtime).received, upload.uuid)
    upload = await on_thread(_sized, runtime, upload, piece, received)
    if piece.start is not None and received != upload.size_bytes:
        known = received - piece.start
        _check_piece(upload, piece, known)
        # A checksum is that of the whole body: what begins too early cannot be compared, and
        # its sender goes on from the range that is answered.
        if known == 0 or checksum is None:
            received = await receive_bytes(
                runtime,
                upload,
                _without_first(request.receive, known),
                offset=received,
                length=None if piece.length is None else max(0, piece.length - known),
                checksum=checksum,
            )
            await on_thread(_prolong, runtime, upload)
    return None if received == upload.size_bytes else received


def _prolong(runtime: Runtime, upload: Upload) -> None:
    with runtime.db.begin() as tx:
        prolong(tx, upload.id, now=runtime.now())


def _sized(runtime: Runtime, upload: Upload, piece: Piece, received: int) -> Upload:
    """The upload, when the piece speaks of a file that is no larger than it."""
    size_bytes = upload.size_bytes or 0
    if piece.total is None or piece.total == size_bytes:
        return upload
    if not received <= piece.total < size_bytes:
        raise UploadFault(409, "FileConflict", f"The upload has {size_bytes} bytes")
    with runtime.db.begin() as tx:
        return shrink(tx, upload, piece.total, received=received, now=runtime.now())


def _check_piece(upload: Upload, piece: Piece, known: int) -> None:
    if known < 0:
        raise UploadFault(409, "FileConflict", "Bytes before this range are missing")
    end = (piece.start or 0) + (piece.length or 0)
    if end > (upload.size_bytes or 0):
        raise UploadFault(409, "FileConflict", "The range goes beyond the end of the file")


def _without_first(receive: Receive, size_bytes: int) -> Receive:
    """The body without bytes that are here already: some clients repeat the last piece."""
    left = size_bytes

    async def rest() -> Message:
        nonlocal left
        message = await receive()
        if left and message["type"] == "http.request":
            body = message.get("body", b"")
            message = {**message, "body": body[left:]}
            left = max(0, left - len(body))
        return message

    return rest


async def _finished(runtime: Runtime, actor: Actor, upload: Upload) -> VideoEntry:
    """
    Raises:
        UploadFault: 503, another request is doing this.
        WireError: 422, the file is neither video nor audio. Its bytes are gone then: no
            other try would end otherwise.
        LoginRequired, Forbidden, NotFound, UserQuotaExceeded and others: as :func:`finish`.
    """
    # Before the end, which removes whatever lies beside the bytes.
    picture = await on_thread(_picture, picture_path(runtime, upload))
    try:
        with judging_media():
            entry = await finish(runtime, actor, upload, room=room_of(runtime))
    except UploadBusy as error:
        headers = {"Retry-After": str(_TRY_AGAIN_S)}
        raise UploadFault(503, "FileLocked", error.message, headers=headers) from error
    except WireError:
        with suppress(UploadBusy):
            await cancel(runtime, upload)
        raise
    if picture is not None:
        await on_thread(give_picture, runtime, actor, entry.video, picture)
    return entry


def _picture(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _location(request: AnyRequest, upload: Upload) -> str:
    """Without a scheme, unless a proxy says which one its clients use: it may be another
    than ours.
    """
    scope, headers = request.scope, request.headers
    said = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
    scheme = f"{said}:" if said == scope["scheme"] else ""
    public = parts_of(request).site.host
    host = headers.get("host") or public
    if host == urlsplit(f"//{public}").hostname:
        host = public  # as nginx's $host has it: without the port
    return f"{scheme}//{host}{quote(scope['path'])}?upload_id={upload.client_key}"
