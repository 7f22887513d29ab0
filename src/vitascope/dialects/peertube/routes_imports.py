"""Videos that this server fetches itself."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from litestar import delete, get, post
from litestar.params import FromPath

from vitascope.base.ids import ImportId, SyncId, VideoId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.imports.ask import NewImport, ask_import_with_video
from vitascope.core.imports.model import (
    Import,
    ImportsDisabled,
    ImportState,
    WrongImportState,
)
from vitascope.core.imports.queries import ImportSelection, list_imports, list_syncs_of
from vitascope.core.imports.steer import (
    cancel_import,
    delete_import,
    manage_import,
    retry_import,
)
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.queries.entries import get_entry, list_entries
from vitascope.db import Tx
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.avatars import avatars_in
from vitascope.dialects.peertube.bodies import TORRENT_FIELD, read_fields_and_files
from vitascope.dialects.peertube.errors import WireError
from vitascope.dialects.peertube.fields import read_import_fields
from vitascope.dialects.peertube.import_sources import read_source
from vitascope.dialects.peertube.lists import ListOut
from vitascope.dialects.peertube.parts import AnyRequest, Parts, Site, parts_of
from vitascope.dialects.peertube.pictures import (
    convert_picture,
    give_picture,
    picture_rules,
)
from vitascope.dialects.peertube.queries import read_order, read_query, read_span
from vitascope.dialects.peertube.values import Values
from vitascope.dialects.peertube.wire_imports import (
    ImportOut,
    import_out,
    imported_video_out,
)
from vitascope.fetch.torrent import MOST_TORRENT_BYTES
from vitascope.http.multipart import FileRule
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_ORDERS = {"createdAt": "createdAt"}


@post("/api/v1/videos/imports", operation_id="importVideo", status_code=200)
async def ask(request: AnyRequest) -> Answer:
    parts = parts_of(request)
    runtime = parts.runtime
    actor = await on_thread(get_caller, request)
    actor.check_writes()
    rules = picture_rules(runtime.incoming)
    rules[TORRENT_FIELD] = FileRule(limit_bytes=MOST_TORRENT_BYTES, folder=runtime.incoming)
    given, form = await read_fields_and_files(request, rules)
    try:
        fields = read_import_fields(given)
        new = await read_source(given, form, fields, runtime.guard, policy=runtime.imports)
        picture = await on_thread(convert_picture, form)
    finally:
        await form.discard()
    return await on_thread(_ask, parts, actor, new, picture)


@get("/api/v1/users/me/videos/imports", sync_to_thread=True)
def list_mine(request: AnyRequest) -> Answer:
    parts, actor = parts_of(request), get_caller(request)
    wanted = _selection(
        actor, Values(read_query(request.scope["query_string"]), location="query")
    )
    with parts.runtime.db.read() as tx:
        page = list_imports(tx, wanted)
        return answer(ListOut(page.total, _shown(tx, page.items, parts.site)))


@post("/api/v1/videos/imports/{import_id:str}/cancel", status_code=204, sync_to_thread=True)
def cancel(request: AnyRequest, import_id: FromPath[str]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.begin() as tx:
        found = _managed(tx, actor, import_id)
        if found.state is not ImportState.PENDING:
            raise WrongImportState("Only an import that waits can be cancelled", found.state)
        cancel_import(tx, actor, found, now=runtime.now())


@post("/api/v1/videos/imports/{import_id:str}/retry", status_code=204, sync_to_thread=True)
def retry(request: AnyRequest, import_id: FromPath[str]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with _offering(), runtime.db.begin() as tx:
        found = _managed(tx, actor, import_id)
        failed = {ImportState.FAILED}
        policy, now = runtime.imports, runtime.now()
        retry_import(tx, actor, found, policy=policy, states=failed, now=now)


@delete("/api/v1/videos/imports/{import_id:str}", status_code=204, sync_to_thread=True)
def forget(request: AnyRequest, import_id: FromPath[str]) -> None:
    actor = get_caller(request)
    with parts_of(request).runtime.db.begin() as tx:
        delete_import(tx, actor, _managed(tx, actor, import_id))


def _ask(parts: Parts, actor: Actor, new: NewImport, picture: bytes | None) -> Answer:
    runtime = parts.runtime
    policy, now = runtime.imports, runtime.now()
    with _offering(), runtime.db.begin() as tx:
        made = ask_import_with_video(tx, actor, new, policy=policy, now=now)
    if picture is not None and made.video_id is not None:
        _give_picture(runtime, actor, made.video_id, picture)
    with runtime.db.read() as tx:
        return answer(_shown(tx, [made], parts.site)[0])


def _give_picture(runtime: Runtime, actor: Actor, video_id: VideoId, picture: bytes) -> None:
    with runtime.db.read() as tx:
        video = get_entry(tx, video_id).video
    give_picture(runtime, actor, video, picture)


def _managed(tx: Tx, actor: Actor, import_id: str) -> Import:
    return manage_import(tx, actor, ImportId(parse_row_id("import", import_id)))


def _selection(actor: Actor, values: Values) -> ImportSelection:
    span = read_span(values)
    _, descending = read_order(values, _ORDERS)
    sync_id = values.number("videoChannelSyncId")
    values.check()
    return ImportSelection(
        user_id=actor.known_user(),
        url=" ".join(values.words("targetUrl")) or None,
        sync_id=SyncId(sync_id) if isinstance(sync_id, int) else None,
        search=" ".join(values.words("search")),
        descending=descending,
        start=span.start,
        count=span.count,
    )


def _shown(tx: Tx, found: Sequence[Import], site: Site) -> list[ImportOut]:
    entries = list_entries(tx, [one.video_id for one in found if one.video_id is not None])
    tags = list_video_tags(tx, list(entries))
    avatars = avatars_in(tx, list(entries.values()))
    syncs = list_syncs_of(tx, [one.sync_id for one in found if one.sync_id is not None])
    videos = {
        video_id: imported_video_out(entry, tags.get(video_id, ()), site, avatars)
        for video_id, entry in entries.items()
    }
    return [
        import_out(
            one,
            None if one.video_id is None else videos.get(one.video_id),
            None if one.sync_id is None else syncs.get(one.sync_id),
        )
        for one in found
    ]


@contextmanager
def _offering() -> Iterator[None]:
    """Raises WireError, 409, for what the operator has switched off."""
    try:
        yield
    except ImportsDisabled as error:
        if error.is_personal:
            raise
        raise WireError(409, error.message) from error


ROUTES = (ask, list_mine, cancel, retry, forget)
