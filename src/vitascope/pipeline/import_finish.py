"""From a fetched file to a video, whatever happens in between."""

import hashlib
from dataclasses import replace

from vitascope.base.errors import NotFound, ProductError
from vitascope.core.access.acting import act_for
from vitascope.core.assets.model import asset_folder
from vitascope.core.imports.advance import (
    complete_import,
    remember_source,
    remembered_source,
)
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.queries import update_import
from vitascope.core.uploads.finish import Source
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.uploads.usual import check_usual, usual_type
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.media.probe import Probe
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import NoLongerWanted
from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_folder import ImportFolder
from vitascope.storage import BlobMissing

_UNDER_WAY = frozenset({ImportState.DOWNLOADING, ImportState.FINISHING})


def source_at_hand(desk: ImportDesk, found: Import, folder: ImportFolder) -> Source | None:
    """What an earlier try fetched, when all of it is still here or stored already."""
    source = remembered_source(found)
    if source is None:
        return None
    path = folder.file()
    if path is not None and path.stat().st_size == source.size_bytes:
        return source
    try:
        is_stored = desk.store.size(_key(found)) == source.size_bytes
    except BlobMissing:
        return None
    return source if is_stored else None


def begin_again(desk: ImportDesk, found: Import) -> None:
    """What was fetched once is gone, or lies on another machine: it is fetched anew.

    Raises:
        NoLongerWanted: it is not to be fetched at all.
    """
    with desk.db.begin() as tx:
        _lock(tx, desk, found)
        update_import(tx, found.id, now=desk.now(), state=ImportState.DOWNLOADING, source=None)


def remember(
    desk: ImportDesk, found: Import, folder: ImportFolder, findings: Findings, probe: Probe
) -> Source:
    """Note what was fetched, so that nothing of it is done again after a crash.

    Raises:
        NoLongerWanted: there is nobody to note it for.
        Unusual: only usual videos were asked for.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    if found.usual_only:
        usual_type(findings.filename)
        check_usual(probe)
    folder.keep(findings)
    source = _source(found, folder, findings, probe)
    with desk.db.begin() as tx:
        current = _lock(tx, desk, found)
        check_room(
            tx,
            found.user_id,
            source.size_bytes,
            _room(desk, found, source),
            now=desk.now(),
        )
        remember_source(tx, current, source, now=desk.now())
        update_import(tx, found.id, now=desk.now(), name=findings.filename)
    return source


def store(desk: ImportDesk, found: Import, folder: ImportFolder, source: Source) -> None:
    """Move the file into the store and make the video.

    Raises:
        NoLongerWanted: there is nobody to store it for.
        ProductError: as :func:`complete_import`. Nothing is kept in the store.
    """
    path = folder.file()
    if path is not None:
        # The blob first, the row second: see the sweeper.
        desk.store.put_file(_key(found), path)
    try:
        is_used = _complete(desk, found, folder, source)
    except ProductError:
        desk.store.delete(_key(found))
        raise
    except NoLongerWanted as error:
        if not error.is_done:
            desk.store.delete(_key(found))
        raise
    if not is_used:
        desk.store.delete(_key(found))


def _source(found: Import, folder: ImportFolder, findings: Findings, probe: Probe) -> Source:
    path = folder.path / findings.file
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Source(
        asset_uuid=found.uuid,
        sha256=sha256,
        size_bytes=path.stat().st_size,
        content_type=findings.content_type,
        filename=findings.filename,
        probe=probe.to_json(),
    )


def _complete(desk: ImportDesk, found: Import, folder: ImportFolder, source: Source) -> bool:
    findings = folder.findings()
    learned = VideoFields() if findings is None else findings.fields()
    room = _room(desk, found, source)
    with desk.db.begin() as tx:
        _lock(tx, desk, found)
        actor = act_for(tx, found.user_id)
        _, is_used = complete_import(
            tx, actor, found.id, source, learned, room=room, now=desk.now()
        )
    return is_used


def _room(desk: ImportDesk, found: Import, source: Source) -> Room:
    rule = QuotaRule.UP_TO if found.usual_only else QuotaRule.BELOW
    return replace(desk.room_with(source.size_bytes), rule=rule)


def _lock(tx: Tx, desk: ImportDesk, found: Import) -> Import:
    """The import as it is now and stays until the transaction ends: who cancels it waits."""
    try:
        # On PostgreSQL changing the row locks it; reading it would not.
        current = update_import(tx, found.id, now=desk.now())
    except NotFound as error:
        raise NoLongerWanted from error
    if current.state not in _UNDER_WAY:
        raise NoLongerWanted(is_done=current.state is ImportState.DONE)
    return current


def _key(found: Import) -> str:
    return f"{asset_folder(found.uuid)}/source"
