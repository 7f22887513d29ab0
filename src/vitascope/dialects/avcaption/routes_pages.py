"""The pages that show a video by its embed token: ``/watch`` and, for frames, ``/embed``."""

from litestar import HttpMethod, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response.base import ASGIResponse

from vitascope.core.embeds.model import Embed, EmbedExpired, EmbedNotFound, TokenRequired
from vitascope.core.embeds.open import open_embed
from vitascope.core.videos.domains import common_domains
from vitascope.dialects.avcaption.auth import AnyRequest
from vitascope.http.caller import client_of
from vitascope.http.player_pages import HtmlPage, PlayerShow, Watcher
from vitascope.http.runtime import Runtime
from vitascope.http.stream_addresses import framers, stream_files, stream_gate
from vitascope.http.threads import on_thread

WATCH, EMBED = "/watch", "/embed"
_READING = [HttpMethod.GET, HttpMethod.HEAD]
_MISSING = (
    "This page does not exist",
    "The address may be mistyped, or the video was removed.",
)


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    @route(f"{WATCH}/{{embed_token:str}}", http_method=_READING)
    async def watch(request: AnyRequest, embed_token: FromPath[str]) -> ASGIResponse:
        return await on_thread(_show, runtime, request, WATCH, embed_token)

    @route(f"{EMBED}/{{embed_token:str}}", http_method=_READING)
    async def embed(request: AnyRequest, embed_token: FromPath[str]) -> ASGIResponse:
        return await on_thread(_show, runtime, request, EMBED, embed_token)

    @route([*_around(WATCH), *_around(EMBED)], http_method=_READING)
    async def missing() -> ASGIResponse:
        return _sent(runtime.pages.error(404, *_MISSING))

    return [watch, embed, missing]


def _around(base: str) -> list[str]:
    """Paths that no page has."""
    return [base, f"{base}/{{embed_token:str}}/{{rest:path}}"]


def _show(runtime: Runtime, request: AnyRequest, base: str, token: str) -> ASGIResponse:
    try:
        with runtime.db.read() as tx:
            embed = open_embed(tx, token, now=runtime.now())
    except EmbedExpired as error:
        return _sent(runtime.pages.error(410, "This link has expired", error.message))
    except TokenRequired as error:
        return _sent(runtime.pages.error(403, "This video is not for everybody", error.message))
    except EmbedNotFound:
        return _sent(runtime.pages.error(404, *_MISSING))
    watcher = Watcher(name=embed.viewer_id or "", address=client_of(request.scope).address)
    show = _player(runtime, embed, base, token, watcher)
    return _sent(runtime.pages.player(embed.entry, show))


def _player(
    runtime: Runtime, embed: Embed, base: str, token: str, watcher: Watcher
) -> PlayerShow:
    own = () if embed.made is None else embed.made.allowed_domains
    return PlayerShow(
        path=f"{base}/{token}",
        file=stream_files(token),
        gate=stream_gate(token),
        framed_by=framers(common_domains(embed.entry.video.allowed_domains, own)),
        remembers_position=runtime.settings.current().continue_watching,
        watcher=watcher,
        has_chrome=base == WATCH,
        is_for_one=embed.made is not None,
    )


def _sent(page: HtmlPage) -> ASGIResponse:
    headers = list(page.headers.items())
    return ASGIResponse(body=page.body, status_code=page.status, headers=headers)
