"""POST: a new upload."""

from collections.abc import Mapping

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import FileTooLarge, Upload, UploadPart
from vitascope.core.uploads.queries import list_group
from vitascope.core.uploads.room import Room
from vitascope.db import Tx
from vitascope.http.asgi import Receive, Scope
from vitascope.http.threads import on_thread
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.append import check_body, receive_chunk
from vitascope.http.tus.concatenate import join_parts
from vitascope.http.tus.edge import Announced, TusEdge, new_upload
from vitascope.http.tus.find import expiry_headers
from vitascope.http.tus.headers import (
    has_chunk,
    parse_concat,
    parse_metadata,
    parse_new_length,
)
from vitascope.http.tus.location import origin_for, upload_url
from vitascope.http.tus.refusals import modifies_final
from vitascope.http.uploads.cancel import cancel


async def create_upload(
    edge: TusEdge, actor: Actor, scope: Scope, headers: Mapping[str, str], receive: Receive
) -> TusAnswer:
    """
    Raises:
        TusRefusal: a header breaks the protocol.
        LoginRequired, Forbidden, Invalid, FileTooLarge, UserQuotaExceeded, StorageFull,
            TooManyUploads: as :func:`begin_upload`, and what the edge raises.
    """
    announced, parts = _announced(headers)
    check_body(edge, headers)
    if announced.part is UploadPart.FINAL:
        upload = await join_parts(edge, actor, announced, parts, headers)
    else:
        upload = await on_thread(_begin, edge, actor, announced, headers)
    origin = origin_for(scope, headers, edge.runtime.public_url)
    made = {"Location": upload_url(origin, edge.path, upload.uuid), **expiry_headers(upload)}
    if has_chunk(headers):
        made["Upload-Offset"] = str(await _receive_first(edge, upload, headers, receive))
    return TusAnswer(201, made)


def _announced(headers: Mapping[str, str]) -> tuple[Announced, tuple[str, ...]]:
    """What is to come, and the parts of a final upload."""
    concat = parse_concat(headers.get("upload-concat"))
    is_final = concat.part is UploadPart.FINAL
    if is_final and has_chunk(headers):
        raise modifies_final()
    announced = Announced(
        part=concat.part,
        size_bytes=None if is_final else parse_new_length(headers),
        metadata=parse_metadata(headers.get("upload-metadata", "")),
    )
    return announced, concat.parts


async def _receive_first(
    edge: TusEdge, upload: Upload, headers: Mapping[str, str], receive: Receive
) -> int:
    """What comes along with the creation. Nobody could go on with an upload that was refused:
    its address is not told.
    """
    try:
        return await receive_chunk(edge, upload, headers, receive, offset=0)
    except ProductError as error:
        # A client that left may find it again by its name for the file.
        if not isinstance(error, Invalid) or error.field != "body":
            await cancel(edge.runtime, upload)
        raise


def _begin(
    edge: TusEdge, actor: Actor, announced: Announced, headers: Mapping[str, str]
) -> Upload:
    room = edge.room()
    with edge.runtime.db.begin() as tx:
        new = new_upload(edge, tx, actor, announced, headers)
        _check_group(edge, tx, actor, new, room)
        return begin_upload(tx, actor, new, room=room, now=edge.runtime.now())[0]


def _check_group(edge: TusEdge, tx: Tx, actor: Actor, new: NewUpload, room: Room) -> None:
    """Raises FileTooLarge when the parts of one file come to more than a file may have."""
    if new.part is not UploadPart.PARTIAL or new.size_bytes is None:
        return
    group = new.group or ""
    others = list_group(tx, actor.known_user(), group, now=edge.runtime.now())
    parts = [other for other in others if other.part is UploadPart.PARTIAL]
    size_bytes = new.size_bytes + sum(part.size_bytes or 0 for part in parts)
    if size_bytes > room.most_bytes:
        raise FileTooLarge(size_bytes, room.most_bytes)
