"""From received bytes to a video, whatever happens in between."""

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

from vitascope.base.errors import NotFound, ProductError
from vitascope.core.access.model import Actor
from vitascope.core.assets.model import asset_folder
from vitascope.core.uploads.complete import (
    begin_finishing,
    complete_upload,
    fail_finishing,
    finished_video,
    remember_source,
    remembered_source,
)
from vitascope.core.uploads.finish import Source
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    Upload,
    UploadIncomplete,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.proceed import cancel_upload
from vitascope.core.uploads.queries import find_upload, get_upload_row, list_chunks
from vitascope.core.uploads.room import Room
from vitascope.core.videos.model import VideoEntry
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploading import look_into
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.full import telling_full_disk
from vitascope.media.probe import Probe
from vitascope.storage import BlobMissing

_PIECE_BYTES = 1 << 20


async def finish(
    runtime: Runtime,
    actor: Actor,
    upload: Upload,
    *,
    room: Room,
    inspect: Callable[[Probe], None] | None = None,
) -> VideoEntry:
    """Make the video, or give the one that is to be replaced its new source.

    Twice is once, and after a crash it goes on from where it was. ``inspect`` may refuse what
    the prober found by raising. An upload that is refused has failed, with the reason; its
    bytes stay until it expires, and finishing may be tried again.

    Raises:
        UploadIncomplete: bytes are missing.
        UploadBusy: another request is at work on the upload.
        ChecksumMismatch: the bytes are not those that were promised.
        Invalid: the file is neither video nor audio, or a field breaks a rule.
        LoginRequired, Forbidden, NotFound, NotReplaceable, FileTooLarge, UserQuotaExceeded,
            StorageFull: as :func:`complete_upload`.
    """
    _, entry = await on_thread(_current, runtime, upload)
    if entry is not None:
        return entry
    with files_of(runtime).hold(upload.uuid):
        # Once more: whoever held it until now may have finished it.
        current, entry = await on_thread(_current, runtime, upload)
        if entry is not None:
            return entry
        await on_thread(_check_is_here, runtime, current)
        try:
            with telling_full_disk():
                entry = await _make(runtime, actor, current, room, inspect)
        except ProductError as error:
            await on_thread(_fail, runtime, current, error.message)
            raise
        await on_thread(_put_away, runtime, current)
        return entry


async def _make(
    runtime: Runtime,
    actor: Actor,
    upload: Upload,
    room: Room,
    inspect: Callable[[Probe], None] | None,
) -> VideoEntry:
    source = remembered_source(upload)
    if source is None:
        upload = await on_thread(_begin, runtime, upload)
        path = files_of(runtime).path(upload.uuid)
        sha256 = await on_thread(_sha256, runtime, upload, path)
        if upload.sha256 is not None and not hmac.compare_digest(sha256, upload.sha256):
            raise ChecksumMismatch("The file's SHA-256 is not the one that was promised")
        found = await look_into(runtime, path)
        if inspect is not None:
            inspect(found)
        source = _source(upload, path, sha256, found)
        await on_thread(_remember, runtime, upload, source)
    return await on_thread(_store, runtime, actor, upload, source, room)


def _current(runtime: Runtime, upload: Upload) -> tuple[Upload, VideoEntry | None]:
    with runtime.db.read() as tx:
        current = get_upload_row(tx, upload.id)
        if current.state is UploadState.DONE:
            return current, finished_video(tx, current)
    if current.state in {UploadState.CANCELED, UploadState.EXPIRED}:
        raise NotFound("upload", upload.uuid)
    return current, None


def _check_is_here(runtime: Runtime, upload: Upload) -> None:
    if upload.source is not None:
        return  # all of it was, and may have been stored since
    received = files_of(runtime).received(upload.uuid)
    missing: tuple[int, ...] = ()
    if upload.protocol is UploadProtocol.CHUNKS:
        with runtime.db.read() as tx:
            known = set(list_chunks(tx, upload.id))
        missing = tuple(n for n in range(upload.chunks) if n not in known)
        received = sum(upload.chunk_size(position) for position in known)
    if missing or upload.size_bytes is None or received != upload.size_bytes:
        raise UploadIncomplete(received, upload.size_bytes, missing)


def _begin(runtime: Runtime, upload: Upload) -> Upload:
    with runtime.db.begin() as tx:
        return begin_finishing(tx, upload, now=runtime.now())


def _sha256(runtime: Runtime, upload: Upload, path: Path) -> str:
    known = runtime.hashes.take(upload.uuid, path.stat().st_size)
    if known is not None:
        return known.hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _source(upload: Upload, path: Path, sha256: str, found: Probe) -> Source:
    return Source(
        asset_uuid=upload.uuid,
        sha256=sha256,
        size_bytes=path.stat().st_size,
        content_type=upload.content_type,
        filename=upload.filename,
        probe=found.to_json(),
    )


def _remember(runtime: Runtime, upload: Upload, source: Source) -> None:
    with runtime.db.begin() as tx:
        remember_source(tx, upload, source, now=runtime.now())


def _store(
    runtime: Runtime, actor: Actor, upload: Upload, source: Source, room: Room
) -> VideoEntry:
    key = source_key(upload)
    path = files_of(runtime).path(upload.uuid)
    if path.exists():
        # The blob first, the row second: see the sweeper.
        runtime.store.put_file(key, path)
    elif not _is_stored(runtime, key, source.size_bytes):
        raise NotFound("upload", upload.uuid)
    room = room.with_arrived(source.size_bytes)
    with runtime.db.begin() as tx:
        entry, is_used = complete_upload(
            tx, actor, upload, source, room=room, now=runtime.now()
        )
    if not is_used:
        runtime.store.delete(key)
    return entry


def source_key(upload: Upload) -> str:
    """Where the store has the bytes of an upload that was finished."""
    return f"{asset_folder(upload.uuid)}/source"


def _is_stored(runtime: Runtime, key: str, size_bytes: int) -> bool:
    try:
        return runtime.store.size(key) == size_bytes
    except BlobMissing:
        return False


def _fail(runtime: Runtime, upload: Upload, reason: str) -> None:
    with runtime.db.begin() as tx:
        fail_finishing(tx, upload, reason, now=runtime.now())


def _put_away(runtime: Runtime, upload: Upload) -> None:
    """Remove what lies beside the bytes, and the parts that they were joined from."""
    files = files_of(runtime)
    files.remove(upload.uuid)
    for part in upload.parts:
        with runtime.db.begin() as tx:
            found = find_upload(tx, part)
            if found is None or found.user_id != upload.user_id:
                continue
            cancel_upload(tx, found, now=runtime.now())
        files.remove(part)
