"""Wiring: the one place that knows every part. Read this first."""

import secrets
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from litestar import Litestar

from vitascope import web
from vitascope.config import Config
from vitascope.core.access.vault import Vault
from vitascope.core.assets.events import AssetPrepared, AssetRemoved, SourceReceived
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.users.events import PicturesReplaced, ProfileChanged, UserDeleted
from vitascope.core.videos.events import VideoDeleted, VideoPublished
from vitascope.db import Database
from vitascope.dialects import avcaption, peertube, videocms, vsrc
from vitascope.fetch.guard import Guard
from vitascope.http.asgi import ASGIApp
from vitascope.http.caller import Callers
from vitascope.http.dispatch import Dispatcher, Route
from vitascope.http.entrance import Entrance
from vitascope.http.limits import open_limiter
from vitascope.http.proxies import TrustedProxies
from vitascope.http.runtime import Instance, Runtime, utc_now
from vitascope.http.shared_paths import AVCAPTION_PREFIXES, choose_video_dialect
from vitascope.http.uploads.sweep import sweeping
from vitascope.http.uses import Uses
from vitascope.jobs import Event, Handler, Queue
from vitascope.jobs.engine import Engine
from vitascope.media.encoders import ENCODERS
from vitascope.media.ffmpeg import Tools
from vitascope.media.ladder import DEFAULT_LADDER
from vitascope.notify import MAIL, Mailroom, Site, mail_handlers, open_postbox
from vitascope.origin.app import OriginApp
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.shelf import Shelf
from vitascope.origin.viewers import Viewers
from vitascope.pipeline.actor_pictures import remove_actor_pictures
from vitascope.pipeline.cleanup import clean_up, remove_pictures
from vitascope.pipeline.giving_up import give_up
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_handlers import IMPORT, SYNC, import_handlers
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import (
    BlobStore,
    LocalPaths,
    SignedUrls,
    StorageOptions,
    open_store,
)
from vitascope.storage.scratch import Scratch

if TYPE_CHECKING:
    from vitascope.web.oidc import SingleSignOn

DIALECTS: dict[str, Callable[[Runtime], Litestar]] = {
    "avcaption": avcaption.build,
    "peertube": peertube.build,
    "videocms": videocms.build,
    "vsrc": vsrc.build,
}

# The longest prefix wins; what no line names is a page.
ROUTES = (
    Route("/api", "videocms"),
    Route("/api/v1", "peertube", shared=True),
    *(Route(prefix, "avcaption") for prefix in AVCAPTION_PREFIXES),
    Route("/static", "peertube"),
    Route("/lazy-static", "peertube"),
    Route("/download", "peertube"),
    Route("/services", "peertube"),
    Route("/api/public", "vsrc"),
    Route("/hls", "vsrc"),
    Route("/health", "vsrc"),
    Route("/media", "origin"),
)

PREPARE, TRANSCODE, CLEANUP = "prepare", "transcode", "cleanup"
_REDIRECT_S = 3600
_DOWNLOAD_CACHE_BYTES = 5 * 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything that runs, made once from the settings."""

    config: Config
    db: Database
    store: BlobStore
    tools: Tools
    scratch: Scratch
    secret: bytes
    vault: Vault
    uses: Uses

    @property
    def incoming(self) -> Path:
        return self.config.data / "incoming"

    @property
    def uploads(self) -> Path:
        """Uploads that several requests bring; a restart does not touch them."""
        return self.config.data.resolve() / "uploads"

    @property
    def fetched(self) -> Path:
        """What imports have fetched so far."""
        return self.config.data.resolve() / "imports"


def open_parts(config: Config) -> Parts:
    """Make the data folder and connect to what the settings name.

    Raises:
        OSError: the data folder cannot be written.
        ValueError: a setting names no storage backend, encoder or database.
    """
    if config.video_encoder not in ENCODERS:
        raise ValueError(f"video_encoder: choose one of {', '.join(ENCODERS)}")
    data = config.data.resolve()
    data.mkdir(parents=True, exist_ok=True)
    for folder in ("incoming", "uploads", "imports"):
        (data / folder).mkdir(exist_ok=True)
    secret = _secret(config, data)
    url = config.database_url or f"sqlite:///{data / 'vitascope.db'}"
    db = Database(url, secret=secret)
    return Parts(
        config=config,
        db=db,
        store=open_store(_storage(config, data)),
        tools=Tools.find(config.ffmpeg_path or None),
        scratch=Scratch(data / "scratch"),
        secret=secret,
        vault=Vault(secret),
        uses=Uses(db, utc_now),
    )


def media_origin(parts: Parts) -> Origin:
    """What sends media, for the server's own addresses and for the dialects' alike."""
    data = parts.config.data.resolve()
    cache = data / "downloads"
    return Origin(
        db=parts.db,
        store=parts.store,
        gate=Gate(parts.db, parts.secret, utc_now),
        shelf=Shelf(parts.db, parts.scratch),
        downloads=Downloads(parts.store, parts.tools, cache, max_bytes=_DOWNLOAD_CACHE_BYTES),
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
        instance=Instance(
            name=config.instance_name,
            description=config.instance_description,
            sends_mail=bool(config.smtp_url),
        ),
        public_url=public_url(config),
        secret=parts.secret,
        vault=parts.vault,
        callers=Callers(parts.db, parts.vault, utc_now),
        limiter=open_limiter(config.rate_limits_url, parts.db) if config.rate_limits else None,
        signup=signup_policy(config),
        incoming=parts.incoming.resolve(),
        max_upload_bytes=config.max_upload_bytes,
        uploads=parts.uploads,
        min_free_bytes=config.min_free_bytes,
        avcaption_direct_bytes=config.avcaption_direct_bytes,
        clones_any_file=config.clones_any_file,
        replaces_sources=config.replaces_sources,
        imports=import_policy(config),
        guard=Guard(config.fetch_networks),
        resolutions=config.resolutions,
    )


Lifespan: TypeAlias = Callable[[], AbstractAsyncContextManager[None]]


def web_apps(parts: Parts, running: Runtime) -> dict[str, Litestar]:
    """The dialects and the pages, by name."""
    apps = {name: build(running) for name, build in DIALECTS.items()}
    if parts.config.videocms_rate_limits:
        apps["videocms"] = videocms.build(running, limits=True)
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
        redirect_uri=f"{public_url(config)}/login/sso/return",
        creates_users=config.oidc_creates_users,
    )
    return SingleSignOn(service, parts.vault)


def asgi_app(parts: Parts, lifespan: Lifespan = nullcontext) -> ASGIApp:
    """The whole server as one application; it is up while ``lifespan`` is entered."""
    origin = media_origin(parts)
    running = runtime(parts, origin)
    apps = web_apps(parts, running)
    edges: dict[str, ASGIApp] = {**apps}
    edges["origin"] = OriginApp(origin, Viewers(running.callers))

    @asynccontextmanager
    async def together() -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(parts.uses.writing())
            await stack.enter_async_context(sweeping(running))
            for app in apps.values():
                await stack.enter_async_context(app.lifespan())
            await stack.enter_async_context(lifespan())
            yield

    dispatcher = Dispatcher(
        ROUTES, edges, default="web", choose=choose_video_dialect, lifespan=together
    )
    proxies = TrustedProxies(parts.config.trusted_proxies)
    return Entrance(dispatcher, proxies, parts.uses)


def handlers(
    shop: Workshop, room: Mailroom, desk: ImportDesk
) -> Mapping[type[Event], Sequence[Handler]]:
    """Who reacts to what. A new step or subscriber is one line here."""
    about = _about_asset
    return {
        **mail_handlers(room),
        **import_handlers(desk, cleanup=CLEANUP),
        **_picture_handlers(shop),
        ProfileChanged: [],
        SourceReceived: [
            Handler(
                name="prepare",
                run=partial(prepare, shop),
                queue=PREPARE,
                key=about,
                on_failed=partial(give_up, shop),
            )
        ],
        AssetPrepared: [
            Handler(
                name="encode_ladder",
                run=partial(encode_ladder, shop),
                queue=TRANSCODE,
                key=about,
                on_failed=partial(give_up, shop),
            )
        ],
        AssetRemoved: [
            Handler(name="clean_up", run=partial(clean_up, shop), queue=CLEANUP, key=about)
        ],
        VideoPublished: [],
        VideoDeleted: [
            Handler(
                name="remove_pictures",
                run=partial(remove_pictures, shop),
                queue=CLEANUP,
                key=lambda event: str(event.video_id),
            )
        ],
    }


def _picture_handlers(shop: Workshop) -> Mapping[type[Event], Sequence[Handler]]:
    remove = partial(remove_actor_pictures, shop)
    return {
        PicturesReplaced: [
            Handler(
                name="remove_replaced_pictures",
                run=remove,
                queue=CLEANUP,
                key=lambda event: str(event.handle),
            )
        ],
        UserDeleted: [
            Handler(
                name="remove_user_pictures",
                run=remove,
                queue=CLEANUP,
                key=lambda event: str(event.user_id),
            )
        ],
    }


def mailroom(parts: Parts) -> Mailroom:
    """What writes and sends mails."""
    config = parts.config
    sender = config.mail_from or config.admin_email
    return Mailroom(
        db=parts.db,
        postbox=open_postbox(config.smtp_url, sender, name=config.instance_name),
        site=Site(name=config.instance_name, url=public_url(config)),
        now=utc_now,
    )


def engine(parts: Parts) -> Engine:
    """The durable engine with every step, not started."""
    made: list[Engine] = []
    by_height = {rung.height: rung for rung in DEFAULT_LADDER}
    shop = Workshop(
        db=parts.db,
        store=parts.store,
        tools=parts.tools,
        scratch=parts.scratch,
        ladder=[by_height[height] for height in parts.config.resolutions],
        encoder=ENCODERS[parts.config.video_encoder],
        # On SQLite there is one machine, and a local store may be shared by several, with
        # the scratch folder beside it; a worker's own disk is out of players' reach.
        serves_growing=parts.db.is_embedded or isinstance(parts.store, LocalPaths),
        cancel=lambda step, key: made[0].cancel(step, key),
        now=utc_now,
    )
    queues = (
        Queue(PREPARE, 2),
        Queue(TRANSCODE, parts.config.encodes),
        Queue(IMPORT, parts.config.imports),
        Queue(SYNC, 1),
        Queue(CLEANUP, 2),
        Queue(MAIL, 4),
    )
    listed = handlers(shop, mailroom(parts), import_desk(parts, shop.cancel))
    dead_after_s = parts.config.worker_dead_after_s
    made.append(Engine(parts.db, listed, queues, dead_after_s=dead_after_s))
    return made[0]


def import_desk(parts: Parts, cancel: Callable[[str, str], int]) -> ImportDesk:
    """What imports work with."""
    config = parts.config
    return ImportDesk(
        db=parts.db,
        store=parts.store,
        tools=parts.tools,
        folder=parts.fetched,
        networks=config.fetch_networks,
        policy=import_policy(config),
        max_upload_bytes=config.max_upload_bytes,
        min_free_bytes=config.min_free_bytes,
        timeout_s=config.import_timeout_s,
        cancel=cancel,
        now=utc_now,
        most_height=max(config.resolutions),
    )


def signup_policy(config: Config) -> SignupPolicy:
    """Who may join, and what newcomers may keep."""
    return SignupPolicy(
        mode=SignupMode(config.signup),
        most_users=_unless_negative(config.signup_most_users),
        verifies_email=config.signup_verifies_email,
        minimum_age=config.signup_minimum_age,
        allowed_networks=config.signup_allowed_networks,
        refused_networks=config.signup_refused_networks,
        quota_bytes=_unless_negative(config.user_quota_bytes),
        daily_quota_bytes=_unless_negative(config.user_daily_quota_bytes),
    )


def import_policy(config: Config) -> ImportPolicy:
    """What may be imported."""
    return ImportPolicy(
        urls=config.imports_urls,
        sites=config.imports_sites,
        torrents=config.imports_torrents,
    )


def public_url(config: Config) -> str:
    return config.public_url.rstrip("/") or f"http://localhost:{config.port}"


def _media_hosts(parts: Parts) -> tuple[str, ...]:
    """Where players are sent to for media, besides here."""
    if not parts.config.storage_redirect or not isinstance(parts.store, SignedUrls):
        return ()
    address = urlsplit(parts.store.signed_url("any", expires_s=1))
    return (f"{address.scheme}://{address.netloc}",)


def _unless_negative(number: int) -> int | None:
    return None if number < 0 else number


def _about_asset(event: SourceReceived | AssetPrepared | AssetRemoved) -> str:
    return str(event.asset_id)


def _storage(config: Config, data: Path) -> StorageOptions:
    return StorageOptions(
        url=config.storage_url or f"file:{data / 'media'}",
        endpoint=config.storage_endpoint or None,
        region=config.storage_region,
        access_key=config.storage_access_key,
        secret_key=config.storage_secret_key,
    )


def _secret(config: Config, data: Path) -> bytes:
    if config.secret:
        return config.secret.encode()
    path = data / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text().strip().encode()
