"""Remote downloads: files that the server fetches."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from litestar import delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import Conflict, Forbidden, Invalid, Unavailable
from vitascope.base.ids import ImportId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import get_user
from vitascope.core.imports.ask import NewImport, ask_import
from vitascope.core.imports.model import (
    TERMINAL,
    Import,
    ImportsDisabled,
    WrongImportState,
)
from vitascope.core.imports.queries import ImportSelection, list_imports
from vitascope.core.imports.steer import (
    cancel_import,
    clear_imports,
    delete_import,
    own_import,
    retry_import,
)
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.dialects.videocms.answers import Answer, AnyRequest, answer, empty, text
from vitascope.dialects.videocms.auth import actor_of
from vitascope.dialects.videocms.ids import parse_id
from vitascope.dialects.videocms.input import Given, read_input
from vitascope.dialects.videocms.library import account_of, parent_of
from vitascope.dialects.videocms.wire_remote import STATUS, DownloadOut
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

_MOST_URLS, _LONGEST_URL = 20, 2000
_ROWS, _MOST_ROWS = 50, 200
_MOST_STATUSES, _LONGEST_STATUS = 3, 20
_MOST_OFFSET = 2**31 - 1
_STATES = {word: state for state, word in STATUS.items()}


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    return [*_list_routes(runtime), *_row_routes(runtime)]


def _list_routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @post("/api/remote/download")
    async def ask(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_ask, runtime, actor_of(request), given), 201)

    @get("/api/remote/downloads")
    async def downloads(request: AnyRequest) -> Answer:
        given = await read_input(request)
        return answer(await on_thread(_list, runtime, actor_of(request), given))

    @delete("/api/remote/downloads", status_code=200)
    async def clear(request: AnyRequest) -> Answer:
        given = await read_input(request)
        deleted = await on_thread(_clear, runtime, actor_of(request), given)
        return answer({"deleted": deleted})

    return [ask, downloads, clear]


def _row_routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @post("/api/remote/download/{download_id:str}/cancel", sync_to_thread=True)
    def cancel(request: AnyRequest, download_id: FromPath[str]) -> Answer:
        actor = actor_of(request)
        with runtime.db.begin() as tx, _said("download is already finished"):
            cancel_import(tx, actor, _own(tx, actor, download_id), now=runtime.now())
        return text("ok", 200)

    @post("/api/remote/download/{download_id:str}/retry", sync_to_thread=True)
    def retry(request: AnyRequest, download_id: FromPath[str]) -> Answer:
        actor = actor_of(request)
        refusal = "only failed or canceled downloads can be retried"
        with runtime.db.begin() as tx, _said(refusal):
            again = retry_import(
                tx,
                actor,
                _own(tx, actor, download_id),
                policy=runtime.imports,
                most_active=_most_active(tx, actor),
                now=runtime.now(),
            )
            return answer(DownloadOut.read(tx, [again])[0])

    @delete("/api/remote/download/{download_id:str}", status_code=200, sync_to_thread=True)
    def remove(request: AnyRequest, download_id: FromPath[str]) -> Answer:
        actor = actor_of(request)
        with runtime.db.begin() as tx, _said("active downloads cannot be deleted"):
            delete_import(tx, actor, _own(tx, actor, download_id))
        return empty(204)

    return [cancel, retry, remove]


def _ask(runtime: Runtime, actor: Actor, given: Given) -> list[DownloadOut]:
    urls = given.texts("Urls", longest=_LONGEST_URL, most=_MOST_URLS)
    number = given.number("ParentFolderID", least=0)
    for url in urls:
        _check_address(url)
    with runtime.db.begin() as tx, _said(""):
        parent_id = parent_of(tx, account_of(actor), number, "Parent folder not found")
        most_active = _most_active(tx, actor)
        asked = [
            ask_import(
                tx,
                actor,
                NewImport(url=url, fields=VideoFields(folder_id=parent_id), usual_only=True),
                policy=runtime.imports,
                most_active=most_active,
                now=runtime.now(),
            )
            for url in urls
        ]
        return DownloadOut.read(tx, asked)


def _list(runtime: Runtime, actor: Actor, given: Given) -> list[DownloadOut]:
    status = given.text("status", longest=_LONGEST_STATUS)
    if status and status not in _STATES:
        raise Invalid("status", "Invalid status")
    wanted = ImportSelection(
        user_id=actor.known_user(),
        states=(_STATES[status],) if status else (),
        start=min(max(0, given.number("offset", least=-1) or 0), _MOST_OFFSET),
        count=min(max(0, given.number("limit", least=-1) or 0) or _ROWS, _MOST_ROWS),
    )
    with runtime.db.read() as tx:
        return DownloadOut.read(tx, list_imports(tx, wanted).items)


def _clear(runtime: Runtime, actor: Actor, given: Given) -> int:
    words = given.texts("Statuses", longest=_LONGEST_STATUS, most=_MOST_STATUSES)
    if len(set(words)) < len(words):
        raise Invalid("statuses", "statuses must be distinct")
    ended = [state for state in TERMINAL if STATUS[state] in words]
    if len(ended) < len(words):
        raise Invalid("statuses", "only terminal statuses can be cleared")
    with runtime.db.begin() as tx:
        return clear_imports(tx, actor, ended)


def _own(tx: Tx, actor: Actor, text: str) -> Import:
    """
    Raises:
        Invalid: this is no number.
        NotFound: no such download, or not the actor's.
    """
    return own_import(tx, actor, ImportId(parse_id(text, "Invalid download ID")))


def _most_active(tx: Tx, actor: Actor) -> int:
    return get_user(tx, actor.known_user()).allowances.max_imports


def _check_address(url: str) -> None:
    """Raises Invalid, in VideoCMS's words, unless it is one of HTTP with a host."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Invalid("urls", "remote download URL is missing a host") from None
    if parts.scheme not in {"http", "https"}:
        raise Invalid("urls", "remote downloads only support http and https URLs")
    if not host:
        raise Invalid("urls", "remote download URL is missing a host")


@contextmanager
def _said(refusal: str) -> Iterator[None]:
    """The core's refusals in VideoCMS's words; ``refusal`` is that of the wrong state."""
    try:
        yield
    except WrongImportState as error:
        raise Conflict(refusal) from error
    except ImportsDisabled as error:
        if error.is_personal:
            raise Forbidden("Remote downloads are disabled for this user") from error
        raise Unavailable("Remote downloads are disabled") from error
