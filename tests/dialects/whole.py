"""The whole server in this process, with people who have one of everything."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from litestar.routes import HTTPRoute
from tests.factories import actor_of, make_rendition, make_user, make_video
from tests.webhooks import FAILED, make_delivery, make_endpoint

from vitascope.app import Parts, asgi_app, media_origin, open_parts, runtime, web_apps
from vitascope.base.ids import short_uuid
from vitascope.config import Config
from vitascope.core.access.keys import create_key
from vitascope.core.access.model import (
    ClientInfo,
    CredentialKind,
    KeyKind,
    Permission,
    SessionKind,
)
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.access.queries.sessions import list_sessions
from vitascope.core.access.sessions import make_client, open_session
from vitascope.core.accounts.model import Role, User
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import CaptionFormat, NewCaption
from vitascope.core.folders.make import make_folder
from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import_with_video
from vitascope.core.imports.sync import add_sync
from vitascope.core.presets.keep import add_preset
from vitascope.core.presets.model import Look, NewPreset, Watermark
from vitascope.core.profiles.keep import add_profile
from vitascope.core.profiles.model import NewProfile, ProfileRung, Recipe
from vitascope.core.registration.queries import insert_registration
from vitascope.core.schema import metadata
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.ask import ask_translation
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import UploadProtocol
from vitascope.core.uploads.room import Room
from vitascope.core.videos.advance import mark_ready, mark_watchable
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, Video, VideoEntry
from vitascope.core.webhooks.model import Api
from vitascope.db import Tx
from vitascope.dialects.vsrc.profiles import number_of
from vitascope.http.asgi import ASGIApp

SECRET_WORD = "albatross"
"""Stands in everything of Ada's that nobody else may read."""

NOW = datetime.now(UTC).replace(microsecond=0)

KEYS = {
    CredentialKind.VIDEOCMS_KEY: KeyKind.VIDEOCMS,
    CredentialKind.AVCAPTION_KEY: KeyKind.AVCAPTION,
    CredentialKind.VSRC_KEY: KeyKind.VSRC,
}
_SESSIONS = {
    CredentialKind.TOKEN: SessionKind.TOKEN,
    CredentialKind.JWT: SessionKind.JWT,
}
# Wrong guesses and counts are noted whoever is refused.
_NOTES = {"failures", "rate_limits"}
_ENDINGS = (".mp4", "-fragmented.mp4", ".m3u8")


@dataclass(frozen=True)
class Whole:
    """``ada`` owns a private video; ``eve`` owns a public one; ``root`` administrates."""

    parts: Parts
    app: ASGIApp
    ada: User
    eve: User
    root: User
    film: VideoEntry
    ids: dict[str, list[str]]
    loop: asyncio.Runner

    def request(self, method: str, path: str, **values: Any) -> httpx.Response:
        """What the server answers, in this process."""
        return self.loop.run(self._request(method, path, values))

    async def _request(self, method: str, path: str, values: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        base = "http://localhost:8080"
        async with httpx.AsyncClient(transport=transport, base_url=base) as client:
            return await client.request(method, path, **values)

    def credential(
        self,
        user: User,
        kind: CredentialKind,
        *,
        permission: Permission = Permission.WRITE,
        made_at: datetime = NOW,
        expires_at: datetime | None = None,
    ) -> str:
        """A new credential of the user, of any kind."""
        with self.parts.db.begin() as tx:
            if kind in _SESSIONS:
                session = _SESSIONS[kind]
                vault = self.parts.vault
                opened = open_session(tx, vault, user, session, ClientInfo(), now=made_at)
                return opened.access_token
            return create_key(
                tx,
                user.id,
                kind=KEYS[kind],
                name="a key",
                permission=permission,
                expires_at=expires_at,
                now=made_at,
            ).secret

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table but those that note who was refused."""
        with self.parts.db.read() as tx:
            return {
                table.name: sorted(map(tuple, tx.execute(table.select())), key=repr)
                for table in metadata.sorted_tables
                if table.name not in _NOTES
            }

    def routes(self) -> list[tuple[str, str, str]]:
        """App, method and path of everything the frameworks route."""
        running = runtime(self.parts, media_origin(self.parts))
        return sorted(
            (name, method, route.path_format)
            for name, app in web_apps(self.parts, running).items()
            for route in app.routes
            if isinstance(route, HTTPRoute)
            for method in route.methods - {"OPTIONS", "HEAD"}
        )


@contextmanager
def whole_server(template: Path, folder: Path, **settings: Any) -> Iterator[Whole]:
    """Nothing is limited unless ``settings`` say so. ``template`` is an SQLite file with
    every table; ``database_url`` names a database that has them already.
    """
    shutil.copy(template, folder / "vitascope.db")
    given = {"data": folder, "rate_limits": False, **settings}
    parts = open_parts(Config(**given))
    with parts.db.begin() as tx:
        make_client(tx)
        root = make_user(tx, "root", Role.ADMINISTRATOR)
        ada = make_user(tx, "ada")
        eve = make_user(tx, "eve")
        film = _private_film(tx, ada)
        make_video(tx, eve, title="A public film", content="eve's", now=NOW)
        ids = _ids(tx, parts, ada, film)
    with asyncio.Runner() as loop:
        yield Whole(parts, asgi_app(parts), ada, eve, root, film, ids, loop)
    parts.db.close()


def _private_film(tx: Tx, ada: User) -> VideoEntry:
    film = make_video(
        tx,
        ada,
        title=f"The {SECRET_WORD}",
        description=f"About an {SECRET_WORD}",
        tags=[SECRET_WORD],
        privacy=Privacy.PRIVATE,
        now=NOW,
    )
    assert film.media is not None
    make_rendition(tx, film.media.id)
    mark_watchable(tx, film.media.id, now=NOW)
    mark_ready(tx, film.media.id, now=NOW)
    return film


def _ids(tx: Tx, parts: Parts, ada: User, film: VideoEntry) -> dict[str, list[str]]:
    """Everything of Ada's that addresses name, by what the parameters are called."""
    login = ClientInfo(address="192.0.2.1", device=SECRET_WORD)
    open_session(tx, parts.vault, ada, SessionKind.TOKEN, login, now=NOW)
    for kind in KeyKind:
        create_key(
            tx, ada.id, kind=kind, name=SECRET_WORD, permission=Permission.WRITE, now=NOW
        )
    video = film.video
    numbers = [str(key.id) for key in list_keys(tx, ada.id)]
    sessions = [str(session.id) for session in list_sessions(tx, ada.id, NOW).items]
    videos = [str(video.id), str(video.uuid), short_uuid(video.uuid)]
    folder = make_folder(tx, actor_of(ada), f"The {SECRET_WORD}s", None, now=NOW)
    return {
        "video": videos,
        "media": [f"vod_{video.uuid}"],
        "file": [f"{ref}-720{ending}" for ref in videos for ending in _ENDINGS],
        "user": [str(ada.id)],
        "key": numbers,
        "session": sessions,
        "registration": [_asked(tx)],
        "folder": [str(folder.id)],
        "embed": [video.embed_token],
        "profile": [_profile(tx, ada)],
        "handle": ["ada", "ada_channel"],
        "any": ["1"],
        **_arriving(tx, ada, video),
        **_told(tx, ada),
        **_translated(tx, ada, video),
    }


def _arriving(tx: Tx, ada: User, video: Video) -> dict[str, list[str]]:
    """What is fetched and sent."""
    source = f"https://films.example/{SECRET_WORD}"
    follows = ImportPolicy(sites=True)
    sync = add_sync(tx, actor_of(ada), video.channel_id, source, policy=follows, now=NOW)
    wanted = NewImport(url=source, fields=VideoFields(channel_id=video.channel_id))
    fetched = ask_import_with_video(tx, actor_of(ada), wanted, policy=follows, now=NOW)
    coming = NewUpload(
        protocol=UploadProtocol.TUS,
        filename=f"{SECRET_WORD}.mp4",
        size_bytes=1000,
        fields=VideoFields(title=f"The next {SECRET_WORD}"),
    )
    roomy = Room(most_bytes=10_000, free_bytes=10_000)
    upload, _ = begin_upload(tx, actor_of(ada), coming, room=roomy, now=NOW)
    return {
        "upload": [upload.uuid.hex, str(upload.uuid)],
        "import": [str(fetched.id)],
        "sync": [str(sync.id)],
    }


def _told(tx: Tx, ada: User) -> dict[str, list[str]]:
    """How players look, and who is told what."""
    look = Look(watermark=Watermark(text=SECRET_WORD))
    preset = NewPreset(name=SECRET_WORD, is_default=True, look=look)
    hooks = [
        make_endpoint(tx, ada, api, url=f"https://hooks.example/{SECRET_WORD}") for api in Api
    ]
    told = [make_delivery(tx, ada, endpoint, FAILED) for endpoint in hooks]
    return {
        "preset": [str(add_preset(tx, actor_of(ada), preset, now=NOW).uuid)],
        "webhook": [str(endpoint.uuid) for endpoint in hooks],
        "delivery": [str(delivery.uuid) for delivery in told],
    }


def _translated(tx: Tx, ada: User, video: Video) -> dict[str, list[str]]:
    words = NewCaption(
        language="en", label=SECRET_WORD, format=CaptionFormat.VTT, blob_key="videos/v/en.vtt"
    )
    add_caption(tx, actor_of(ada), video.id, words, now=NOW)
    translator = TranslationProvider.ARGOS
    translation = ask_translation(
        tx, actor_of(ada), video.id, "en", "fr", provider=translator, now=NOW
    )
    return {"caption": ["en"], "translation": [str(translation.uuid)]}


def _asked(tx: Tx) -> str:
    asked = insert_registration(
        tx,
        NOW,
        reason=f"I like the {SECRET_WORD}",
        username="zoe",
        email="zoe@example.org",
        email_verified=None,
        password_hash="$argon2id$",
        display_name="Zoe",
        channel_name="",
        channel_display_name="",
    )
    return str(asked.id)


def _profile(tx: Tx, ada: User) -> str:
    recipe = Recipe(rungs=(ProfileRung(height=720, video_bps=2_000_000),))
    wanted_sizes = NewProfile(name=f"For the {SECRET_WORD}", is_default=True, recipe=recipe)
    profile = add_profile(tx, actor_of(ada), wanted_sizes, now=NOW)
    return str(number_of(profile.id))
