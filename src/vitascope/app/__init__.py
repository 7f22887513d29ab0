"""Wiring: the one place that knows every part. Read this first.

Here is the server: who answers which paths, and with what. ``parts`` makes what everything
runs on, ``workers`` says who reacts to which event, ``defaults`` what the operator has set.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from litestar import Litestar

from vitascope import web
from vitascope.app.crew import Crew, crew
from vitascope.app.defaults import public_url, signup_policy
from vitascope.app.parts import Parts, open_parts
from vitascope.app.workers import engine
from vitascope.core.pages.live import LiveFooter
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.dialects import avcaption, peertube, videocms, vsrc
from vitascope.fetch.guard import Guard
from vitascope.http.asgi import ASGIApp
from vitascope.http.caller import Callers
from vitascope.http.cdn_ranges import CdnRanges, refreshing
from vitascope.http.dispatch import UUID_PREFIX, Dispatcher, Route
from vitascope.http.embed_sweep import sweeping_streams
from vitascope.http.entrance import Entrance
from vitascope.http.fresh_settings import kept_fresh
from vitascope.http.gauging import gauging
from vitascope.http.limits import open_limiter
from vitascope.http.live_proxies import LiveProxies
from vitascope.http.logo_sweep import sweeping_logos
from vitascope.http.recording import Recording
from vitascope.http.runtime import Runtime, utc_now
from vitascope.http.shared_paths import AVCAPTION_PREFIXES, choose_video_dialect
from vitascope.http.translation_sweep import forgetting_texts
from vitascope.http.uploads.sweep import sweeping
from vitascope.http.view_sweep import forgetting_viewers
from vitascope.origin.app import OriginApp
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.pictures import WebPictures
from vitascope.origin.shelf import Shelf
from vitascope.origin.viewers import Viewers
from vitascope.storage import SignedUrls
from vitascope.web.assets import Assets
from vitascope.web.player_pages import WebPlayerPages

if TYPE_CHECKING:
    from vitascope.web.oidc import SingleSignOn

__all__ = [
    "DIALECTS",
    "ROUTES",
    "Crew",
    "Parts",
    "asgi_app",
    "crew",
    "engine",
    "media_origin",
    "open_parts",
    "public_url",
    "runtime",
    "signup_policy",
    "web_apps",
]

DIALECTS: dict[str, Callable[[Runtime], Litestar]] = {
    "avcaption": avcaption.build,
    "peertube": peertube.build,
    "videocms": videocms.build,
    "vsrc": vsrc.build,
}

# The longest prefix wins; what no line names is a page.
ROUTES = (
    Route("/api", "videocms"),
    Route("/apikeys", "videocms"),
    Route("/apikey", "videocms"),
    Route("/captcha", "videocms"),
    Route("/v", "videocms"),
    Route("/videos/qualitys", "videocms"),
    Route(UUID_PREFIX, "videocms"),
    Route("/api/v1", "peertube", shared=True),
    *(Route(prefix, "avcaption") for prefix in AVCAPTION_PREFIXES),
    Route("/watch", "avcaption"),
    Route("/embed", "avcaption"),
    Route("/static", "peertube"),
    Route("/lazy-static", "peertube"),
    Route("/download", "peertube"),
    Route("/services", "peertube"),
    Route("/api/public", "vsrc"),
    Route("/api/analytics", "vsrc"),
    Route("/hls", "vsrc"),
    Route("/ws", "vsrc", sockets=True),
    Route("/health", "vsrc"),
    Route("/media", "origin"),
)

_REDIRECT_S = 3600
_DOWNLOAD_CACHE_BYTES = 5 * 1024**3


def media_origin(parts: Parts) -> Origin:
    """What sends media, for the server's own addresses and for the dialects' alike."""
    data = parts.config.data.resolve()
    cache = data / "downloads"
    return Origin(
        db=parts.db,
        store=parts.store,
        gate=Gate(parts.db, parts.secret, utc_now),
        shelf=Shelf(parts.db, parts.scratch),
        downloads=Downloads(
            parts.store,
            parts.tools,
            cache,
            max_bytes=_DOWNLOAD_CACHE_BYTES,
            min_free_bytes=parts.config.min_free_bytes,
        ),
        metering=parts.metering,
        pictures=WebPictures(parts.store),
        accel_prefix=parts.config.accel_prefix or None,
        redirect_expires_s=_REDIRECT_S if parts.config.storage_redirect else None,
    )


def runtime(parts: Parts, origin: Origin) -> Runtime:
    """What request handlers may use."""
    config = parts.config
    return Runtime(
        db=parts.db,
        store=parts.store,
        tools=parts.tools,
        delivery=origin,
        pages=player_pages(parts),
        settings=parts.settings,
        metering=parts.metering,
        viewing=parts.viewing,
        recording=Recording(parts.db),
        footer=LiveFooter(parts.db),
        sends_mail=bool(config.smtp_url),
        secret=parts.secret,
        vault=parts.vault,
        callers=Callers(parts.db, parts.vault, utc_now),
        limiter=open_limiter(config.rate_limits_url, parts.db) if config.rate_limits else None,
        signup=signup_policy(config),
        incoming=parts.incoming.resolve(),
        uploads=parts.uploads,
        min_free_bytes=config.min_free_bytes,
        avcaption_direct_bytes=config.avcaption_direct_bytes,
        clones_any_file=config.clones_any_file,
        replaces_sources=config.replaces_sources,
        version_feed_url=config.version_feed_url,
        guard=Guard(config.fetch_networks),
        webhook_addresses=AddressPolicy(
            guard=Guard(config.fetch_networks), allows_http=config.webhook_allows_http
        ),
    )


def player_pages(parts: Parts) -> WebPlayerPages:
    """What writes the player pages of the dialects."""
    return WebPlayerPages(parts.db, parts.settings, Assets(), _media_hosts(parts))


Lifespan: TypeAlias = Callable[[], AbstractAsyncContextManager[None]]


def web_apps(parts: Parts, running: Runtime) -> dict[str, Litestar]:
    """The dialects and the pages, by name."""
    apps = {name: build(running) for name, build in DIALECTS.items()}
    sign_on = single_sign_on(parts)
    apps["web"] = web.build(running, media_hosts=_media_hosts(parts), sign_on=sign_on)
    return apps


def single_sign_on(parts: Parts) -> "SingleSignOn | None":
    """The service that people may log in with, where the settings name one."""
    config = parts.config
    if not config.oidc_issuer:
        return None
    # Half a second of every start, for servers that use it only.
    from vitascope.web.oidc import Service, SingleSignOn  # noqa: PLC0415 -- see above

    service = Service(
        issuer=config.oidc_issuer,
        client_id=config.oidc_client_id,
        client_secret=config.oidc_client_secret,
        name=config.oidc_name,
        redirect_uri=lambda: f"{parts.settings.current().public_url}/login/sso/return",
        creates_users=config.oidc_creates_users,
    )
    return SingleSignOn(service, parts.vault)


def asgi_app(parts: Parts, lifespan: Lifespan = nullcontext) -> ASGIApp:
    """The whole server as one application; it is up while ``lifespan`` is entered."""
    origin = media_origin(parts)
    running = runtime(parts, origin)
    apps = web_apps(parts, running)
    ranges = CdnRanges(parts.config.data.resolve() / "cdn-addresses.json", running.guard)
    edges: dict[str, ASGIApp] = {**apps}
    edges["origin"] = OriginApp(origin, Viewers(running.callers))

    @asynccontextmanager
    async def together() -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(kept_fresh(parts.settings))
            await stack.enter_async_context(parts.uses.writing())
            await stack.enter_async_context(parts.metering.writing())
            await stack.enter_async_context(parts.viewing.writing())
            await stack.enter_async_context(forgetting_viewers(parts.db, utc_now))
            await stack.enter_async_context(gauging(parts.db, utc_now))
            await stack.enter_async_context(sweeping(running))
            await stack.enter_async_context(sweeping_streams(parts.db, utc_now))
            await stack.enter_async_context(forgetting_texts(parts.db, utc_now))
            await stack.enter_async_context(sweeping_logos(parts.db, parts.store))
            await stack.enter_async_context(refreshing(ranges, parts.settings, utc_now))
            for app in apps.values():
                await stack.enter_async_context(app.lifespan())
            await stack.enter_async_context(lifespan())
            yield

    dispatcher = Dispatcher(
        ROUTES, edges, default="web", choose=choose_video_dialect, lifespan=together
    )
    return Entrance(dispatcher, LiveProxies(parts.settings, ranges), parts.uses)


def _media_hosts(parts: Parts) -> tuple[str, ...]:
    """Where players are sent to for media, besides here."""
    if not parts.config.storage_redirect or not isinstance(parts.store, SignedUrls):
        return ()
    address = urlsplit(parts.store.signed_url("any", expires_s=1))
    return (f"{address.scheme}://{address.netloc}",)
