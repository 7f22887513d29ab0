"""Player pages, and what a player asks while it waits and plays."""

import re
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import msgspec
from litestar import HttpMethod, post, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response.base import ASGIResponse

from vitascope.base.errors import Forbidden, NotFound, ProductError
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.assets.queries import find_asset, list_renditions, list_tasks
from vitascope.core.heartbeats.keep import list_beating
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.read import PasswordRequired, PasswordWrong
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.captcha_gate import (
    captcha_asked,
    captcha_passed,
    challenge_path,
)
from vitascope.dialects.videocms.input import read_input
from vitascope.dialects.videocms.media_cookie import media_cookies
from vitascope.dialects.videocms.player_show import player_show
from vitascope.dialects.videocms.relaying import Relay
from vitascope.dialects.videocms.wire_status import StatusOut, status_out
from vitascope.http.caller import client_of
from vitascope.http.delivery import Viewer
from vitascope.http.playback_cookie import playback_cookie, shown_token
from vitascope.http.player_pages import HtmlPage, Watcher
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.unlocking import unlock

_READING = [HttpMethod.GET, HttpMethod.HEAD]
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# Live streams are nothing that this API knows.
_LIVE = {State.LIVE, State.ENDED}
_LONGEST_PASSWORD = 1000
_MOST_BODY_BYTES = 16 * 1024
MISSING = "This video does not exist", "The address may be mistyped, or the video was removed."
_MALFORMED = "This is no address of a video", "The address may be mistyped or cut short."


class _CaptchaRequired(Forbidden):
    """Nobody has shown yet that a person is watching."""


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    relay = Relay(runtime)

    @route("/v/{link_uuid:str}", http_method=_READING)
    async def show(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIResponse:
        return await on_thread(_show, runtime, request, link_uuid)

    @post("/v/{link_uuid:str}/unlock", request_max_body_size=_MOST_BODY_BYTES)
    async def open_up(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIResponse:
        given = await read_input(request)
        password = given.text("password", longest=_LONGEST_PASSWORD)
        return await on_thread(_unlock, runtime, request, link_uuid, password)

    @route("/v/{link_uuid:str}/status", http_method=_READING)
    async def status(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIResponse:
        return await on_thread(_status, runtime, request, link_uuid)

    @post("/v/{link_uuid:str}/heartbeat", request_max_body_size=_MOST_BODY_BYTES)
    async def heartbeat(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIResponse:
        given = await read_input(request)
        entry = await on_thread(_admit_past_captcha, runtime, request, _uuid(link_uuid))
        await relay.send(entry, given, client_of(request.scope).address)
        return ASGIResponse(status_code=204)

    @route(["/v", "/v/{link_uuid:str}/{rest:path}"], http_method=_READING)
    async def missing() -> ASGIResponse:
        return _sent(runtime.pages.error(404, *MISSING))

    return [show, open_up, status, heartbeat, missing]


def _show(runtime: Runtime, request: AnyRequest, text: str) -> ASGIResponse:
    try:
        video = _uuid(text)
    except NotFound:
        return _sent(runtime.pages.error(400, *_MALFORMED))
    try:
        entry = _admit_past_captcha(runtime, request, video)
    except PasswordRequired:
        return _sent(runtime.pages.password(f"/v/{video}/unlock"))
    except _CaptchaRequired:
        return _see_other(challenge_path(video))
    except ProductError:
        return _sent(runtime.pages.error(404, *MISSING))
    return _sent(_page(runtime, request, entry), _cookies(runtime, request, entry))


def _unlock(runtime: Runtime, request: AnyRequest, text: str, password: str) -> ASGIResponse:
    try:
        video = _uuid(text)
        actor = runtime.callers.find_visitor(request.scope)
        address = client_of(request.scope).address
        unlock(runtime, actor, address, video, password)
    except PasswordWrong as error:
        return _ask_again(runtime, video, error, 403)
    except TooManyAttempts as error:
        return _ask_again(runtime, video, error, 429)
    except ProductError:
        return _sent(runtime.pages.error(404, *MISSING))
    token = mint_playback_token(runtime.secret, video, now=runtime.now())
    cookie = playback_cookie(video, token, is_secure=runtime.is_secure)
    return _see_other(f"/v/{video}", [cookie])


def _status(runtime: Runtime, request: AnyRequest, text: str) -> ASGIResponse:
    try:
        video = _uuid(text)
    except NotFound:
        return _told(StatusOut.refusing(text, "not_found"), 400)
    try:
        entry = _admit_past_captcha(runtime, request, video)
    except _CaptchaRequired:
        return _told(StatusOut.refusing(str(video), "captcha_required"), 403)
    except ProductError:
        return _told(StatusOut.refusing(str(video), "not_found"), 404)
    with runtime.db.read() as tx:
        # Who was admitted is remembered for a moment, and a state from then would stay.
        entry = get_entry(tx, entry.video.id)
        asset = None if entry.media is None else find_asset(tx, entry.media.id)
        renditions = [] if asset is None else list_renditions(tx, asset.id)
        tasks = [] if asset is None else list_tasks(tx, asset.id)
    found = status_out(entry, asset, renditions, tasks)
    return _told(found, 200, _cookies(runtime, request, entry))


def _admit_past_captcha(runtime: Runtime, request: AnyRequest, video: UUID) -> VideoEntry:
    """The video, when the caller may watch it now. Blocking.

    Raises:
        NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
        _CaptchaRequired: the caller has to solve a captcha first.
    """
    viewer = Viewer(
        actor=runtime.callers.find_visitor(request.scope),
        playback_token=shown_token(request.cookies, video),
    )
    entry = runtime.delivery.admit_to_page(video, viewer)
    if entry.video.state in _LIVE:
        raise NotFound("video", video)
    with runtime.db.read() as tx:
        is_asked = captcha_asked(runtime, tx, entry)
    if is_asked and not captcha_passed(runtime, request.scope):
        raise _CaptchaRequired("Solve the captcha first")
    return entry


def _page(runtime: Runtime, request: AnyRequest, entry: VideoEntry) -> HtmlPage:
    with runtime.db.read() as tx:
        heartbeats = list_beating(tx, entry.owner_id)
    is_foreign_frame = _is_foreign_frame(request)
    show = player_show(runtime, entry, heartbeats, is_foreign_frame=is_foreign_frame)
    watcher = Watcher(address=client_of(request.scope).address)
    lends = request.method != "HEAD"
    token = mint_playback_token(runtime.secret, entry.video.uuid, now=runtime.now())
    shown = replace(show, watcher=watcher, lends=lends, playback_token=token)
    return runtime.pages.player(entry, shown)


def _is_foreign_frame(request: AnyRequest) -> bool:
    """Whether another site's page shows this one, as far as a browser tells; our player says
    so itself when it asks for its page again.
    """
    headers = request.headers
    if headers.get("x-framed") == "1":
        return True
    is_frame = headers.get("sec-fetch-dest") in {"iframe", "frame", "embed", "object"}
    return is_frame and headers.get("sec-fetch-site") == "cross-site"


def _cookies(runtime: Runtime, request: AnyRequest, entry: VideoEntry) -> list[str]:
    return media_cookies(runtime, entry, runtime.now(), by_tls=request.url.scheme == "https")


def _uuid(text: str) -> UUID:
    """Raises NotFound unless it is a whole UUID."""
    if not _UUID.fullmatch(text):
        raise NotFound("video", text)
    return UUID(text)


def _ask_again(runtime: Runtime, video: UUID, error: ProductError, status: int) -> ASGIResponse:
    sentence = f"{error.message.rstrip('.')}."
    return _sent(runtime.pages.password(f"/v/{video}/unlock", problem=sentence, status=status))


def _sent(page: HtmlPage, cookies: Sequence[str] = ()) -> ASGIResponse:
    headers = [*page.headers.items(), *(("set-cookie", cookie) for cookie in cookies)]
    return ASGIResponse(body=page.body, status_code=page.status, headers=headers)


def _told(status: StatusOut, code: int, cookies: Sequence[str] = ()) -> ASGIResponse:
    headers = [("cache-control", "no-store"), *(("set-cookie", cookie) for cookie in cookies)]
    body = msgspec.json.encode(status) + b"\n"
    return ASGIResponse(body=body, status_code=code, headers=headers)


def _see_other(path: str, cookies: Sequence[str] = ()) -> ASGIResponse:
    headers = [("location", path), ("cache-control", "private, no-store")]
    headers += [("set-cookie", cookie) for cookie in cookies]
    return ASGIResponse(status_code=303, headers=headers)
