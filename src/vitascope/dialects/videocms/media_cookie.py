"""The cookie by which a player shows that it has come by a video's page."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from vitascope.core.access.media_tokens import (
    LIFETIME,
    MediaClaims,
    MediaPass,
    mint_media_token,
    mint_query_token,
    read_media_token,
    read_query_token,
)
from vitascope.core.accounts.queries import get_account
from vitascope.core.assets.model import Rendition, RenditionKind
from vitascope.core.assets.queries import find_asset, list_renditions
from vitascope.core.captions.read import list_captions
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Tx
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.ids import audio_uuid, subtitle_uuid
from vitascope.dialects.videocms.media_paths import PREFIXES, TOKEN, media_folder
from vitascope.http.ranges import http_date
from vitascope.http.runtime import Runtime

NAME = "vc_media"


def media_cookies(
    runtime: Runtime, entry: VideoEntry, now: datetime, *, by_tls: bool = False
) -> list[str]:
    """Values of Set-Cookie headers for somebody who was just let in to ``entry``: one for
    each of the two places where its files are. Blocking.

    ``by_tls`` says that the browser has asked by TLS although our own address is without.
    """
    with runtime.db.read() as tx:
        claims = _claims(tx, entry)
    token = mint_media_token(media_key(runtime), _pass(entry), claims, now=now)
    is_secure = by_tls or runtime.is_secure
    return [
        _cookie(token, media_folder(entry.video.uuid, prefix), now, is_secure=is_secure)
        for prefix in PREFIXES
    ]


def media_query_token(runtime: Runtime, entry: VideoEntry, now: datetime) -> str:
    """The value of ``?vc_token=`` for somebody who was just let in to ``entry``, for browsers
    that keep cookies from frames. Playlists hand it on.
    """
    return mint_query_token(media_key(runtime), _pass(entry), now=now)


def shown_passes(
    runtime: Runtime, request: AnyRequest, video: uuid.UUID
) -> tuple[bool, list[MediaPass]]:
    """Whether the request shows media tokens at all, and what those open that hold."""
    key, now = media_key(runtime), runtime.now()
    word = request.query_params.get(TOKEN)
    cookies = list(_cookies(request))
    found = [read_media_token(key, token, now=now) for token in cookies]
    if word is not None:
        found.append(read_query_token(key, video, word, now=now))
    return bool(found), [each for each in found if each is not None]


def media_key(runtime: Runtime) -> bytes:
    return runtime.vault.media_key(runtime.settings.current().media_jwt_secret)


def _pass(entry: VideoEntry) -> MediaPass:
    is_locked = entry.video.privacy is Privacy.PASSWORD
    return MediaPass(video=entry.video.uuid, knows_password=is_locked)


def _claims(tx: Tx, entry: VideoEntry) -> MediaClaims:
    user_id = get_account(tx, entry.owner_id).user_id
    asset = None if entry.media is None else find_asset(tx, entry.media.id)
    if asset is None:
        return MediaClaims(user_id=user_id)
    renditions = list_renditions(tx, asset.id)
    captions = list_captions(tx, entry.video.id, asset)
    return MediaClaims(
        user_id=user_id,
        asset_uuid=asset.uuid,
        asset_id=asset.id,
        qualities={each.name: each.id for each in _of_kind(renditions, RenditionKind.VIDEO)},
        audios={
            audio_uuid(asset.uuid, each.name): each.id
            for each in _of_kind(renditions, RenditionKind.AUDIO)
        },
        captions=tuple(subtitle_uuid(asset.uuid, each.name) for each in captions),
    )


def _of_kind(renditions: list[Rendition], kind: RenditionKind) -> list[Rendition]:
    return [each for each in renditions if each.kind is kind]


def _cookie(token: str, path: str, now: datetime, *, is_secure: bool) -> str:
    expires = http_date(int((now + LIFETIME).timestamp())).decode()
    life_s = int(LIFETIME.total_seconds())
    # Frames in pages of others get it back only by TLS, and each site's frames get their own.
    crossing = "Secure; SameSite=None; Partitioned" if is_secure else "SameSite=Lax"
    lasting = f"Max-Age={life_s}; Expires={expires}"
    return f"{NAME}={token}; Path={path}; {lasting}; HttpOnly; {crossing}"


def _cookies(request: AnyRequest) -> Iterator[str]:
    """Every value: a browser may hold one for this site and one for a frame of it."""
    for name, header in request.scope["headers"]:
        if name == b"cookie":
            for part in header.decode("latin-1").split(";"):
                key, _, value = part.strip().partition("=")
                if key == NAME:
                    yield value.strip('"')
