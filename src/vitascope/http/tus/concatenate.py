"""POST of a final upload: one file of several that came side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import begin_upload
from vitascope.core.uploads.model import FileTooLarge, Upload, UploadIncomplete, UploadPart
from vitascope.db import Tx
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.tus.edge import Announced, TusEdge, new_upload
from vitascope.http.tus.find import offset_of, own_tus_upload
from vitascope.http.tus.headers import parse_group, parse_metadata
from vitascope.http.tus.refusals import TusRefusal
from vitascope.http.uploads.cancel import cancel
from vitascope.http.uploads.join import join_uploads


async def join_parts(
    edge: TusEdge,
    actor: Actor,
    announced: Announced,
    refs: Sequence[str],
    headers: Mapping[str, str],
) -> Upload:
    """
    Raises:
        TusRefusal: a part is missing, somebody else's, whole, or of another file.
        UploadIncomplete: bytes of a part are missing.
        Other errors as :func:`begin_upload` and :func:`join_uploads`.
    """
    final, parts = await on_thread(_begin, edge, actor, announced, refs, headers)
    try:
        await join_uploads(edge.runtime, final, parts)
    except BaseException:
        await cancel(edge.runtime, final)
        raise
    return final


def _begin(
    edge: TusEdge,
    actor: Actor,
    announced: Announced,
    refs: Sequence[str],
    headers: Mapping[str, str],
) -> tuple[Upload, list[Upload]]:
    room = edge.room()
    with edge.runtime.db.begin() as tx:
        parts = [_part(tx, edge.runtime, actor, ref) for ref in refs]
        group = _common_group(parse_group(announced.metadata), parts)
        announced = replace(announced, size_bytes=sum(part.size_bytes or 0 for part in parts))
        new = new_upload(edge, tx, actor, announced, headers)
        if new.size_bytes is not None and new.size_bytes > room.most_bytes:
            raise FileTooLarge(new.size_bytes, room.most_bytes)
        new = replace(new, group=group or new.group)
        final, _ = begin_upload(tx, actor, new, room=room, now=edge.runtime.now())
    return final, parts


def _part(tx: Tx, runtime: Runtime, actor: Actor, ref: str) -> Upload:
    try:
        part = own_tus_upload(tx, runtime, actor, ref)
    except (NotFound, Forbidden):
        raise _rejected(f"there is no partial upload {ref} of yours") from None
    if part.part is not UploadPart.PARTIAL:
        raise _rejected(f"{ref} is not a partial upload")
    received = offset_of(runtime, part)
    if part.size_bytes is None or received != part.size_bytes:
        raise UploadIncomplete(received, part.size_bytes)
    return part


def _common_group(named: str | None, parts: Sequence[Upload]) -> str | None:
    """What the client calls the file that all of these belong to; None without a name."""
    groups = {named, *(parse_group(parse_metadata(part.metadata)) for part in parts)} - {None}
    if len(groups) > 1:
        raise _rejected("these partial uploads belong to different files")
    return groups.pop() if groups else None


def _rejected(reason: str) -> TusRefusal:
    return TusRefusal("ERR_UPLOAD_REJECTED", reason)
