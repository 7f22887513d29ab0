"""Shapes of embed tokens and what they open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from msgspec import Struct

from vitascope.base.errors import Invalid
from vitascope.core.assets.model import Asset
from vitascope.core.captions.model import Caption
from vitascope.core.embeds.model import SESSION_LIFETIME, Embed, EmbedToken, NewEmbedToken
from vitascope.core.presets.model import Preset
from vitascope.core.videos.model import GATED
from vitascope.dialects.avcaption.input import Input, Rejected
from vitascope.dialects.avcaption.iso import iso
from vitascope.dialects.avcaption.library import STATUS
from vitascope.dialects.avcaption.showing import domains_of
from vitascope.dialects.avcaption.wire import Status
from vitascope.dialects.avcaption.wire_presets import PresetOut
from vitascope.http.stream_addresses import stream_files

_USUAL = NewEmbedToken()
_WHOLE = "a whole number"
# Beyond every lifetime, and far below what a time can be moved by.
_FAR_S = 10**9
# Core's words for what this API calls otherwise.
_WIRE_NAMES = {"lifetime": "expires_in"}
_LONGEST_VIEWER_ID = 255


class EmbedTokenOut(Struct):
    """``embed_token`` is told only here."""

    embed_token: str
    video_id: str
    viewer_id: str | None
    allowed_domains: tuple[str, ...]
    max_sessions: int | None
    expires_at: str
    watch_url: str
    embed_url: str

    @classmethod
    def of(cls, made: EmbedToken, token: str, video: str, public_url: str) -> Self:
        return cls(
            token,
            video,
            made.viewer_id,
            made.allowed_domains,
            made.max_sessions,
            iso(made.expires_at),
            f"{public_url}/watch/{token}",
            f"{public_url}/embed/{token}",
        )


class EmbedSubtitleOut(Struct):
    language: str
    label: str
    default: bool
    url: str


class EmbedOut(Struct, kw_only=True):
    """``duration`` is in seconds, null until the file was looked into; so are addresses of
    pictures until the pictures exist.
    """

    video_id: str
    title: str
    duration: float | None
    status: Status
    thumbnail_url: str | None
    poster_url: str | None
    sprite_url: str | None
    watch_url: str
    embed_url: str
    subtitles: list[EmbedSubtitleOut]
    preset: PresetOut | None
    requires_token: bool


class PlaybackOut(Struct):
    """``master_m3u8`` is the multivariant playlist itself, ``playlist_url`` where it is."""

    expires_in: int
    playlist_token: str
    session_id: str
    master_m3u8: str
    playlist_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an embed shows."""

    embed: Embed
    asset: Asset | None
    captions: Sequence[Caption]
    preset: Preset | None


LIFETIME_S = int(SESSION_LIFETIME.total_seconds())


def embed_out(shown: Shown, token: str, public_url: str) -> EmbedOut:
    video, asset = shown.embed.entry.video, shown.asset
    address = stream_files(token)
    has_poster = video.poster_key is not None or (asset is not None and asset.has_poster)
    poster = public_url + address("poster.jpg") if has_poster else None
    has_sprite = asset is not None and asset.storyboard is not None
    length_ms = None if asset is None else asset.duration_ms
    return EmbedOut(
        video_id=str(video.uuid),
        title=video.title,
        duration=None if length_ms is None else length_ms / 1000,
        status=STATUS[video.state],
        thumbnail_url=poster,
        poster_url=poster,
        sprite_url=public_url + address("storyboard.jpg") if has_sprite else None,
        watch_url=f"{public_url}/watch/{token}",
        embed_url=f"{public_url}/embed/{token}",
        subtitles=[
            EmbedSubtitleOut(
                caption.language,
                caption.label,
                caption.is_default,
                public_url + address(f"captions/{caption.name}.vtt"),
            )
            for caption in shown.captions
        ],
        preset=None if shown.preset is None else PresetOut.of(shown.preset),
        requires_token=video.privacy in GATED,
    )


def read_new_token(given: Input) -> tuple[str, NewEmbedToken]:
    """The id of the video, and what is said of the token.

    Raises:
        Rejected: a field is of another kind.
    """
    video = given.text("video_id", longest=64, is_required=True)
    viewer = None
    if not given.is_nothing("viewer_id"):
        viewer = given.text("viewer_id", longest=_LONGEST_VIEWER_ID)
    usual_s = int(_USUAL.lifetime.total_seconds())
    lifetime_s = given.value("expires_in", int, _WHOLE, default=usual_s)
    sessions = None
    if not given.is_nothing("max_sessions"):
        sessions = given.value("max_sessions", int, _WHOLE, default=1)
    domains = domains_of(given)
    given.check()
    lifetime = timedelta(seconds=min(max(lifetime_s, 0), _FAR_S))
    return video, NewEmbedToken(
        viewer_id=viewer, lifetime=lifetime, allowed_domains=domains, max_sessions=sessions
    )


def as_rejected(error: Invalid) -> Rejected:
    """A broken rule of the core, about the field as it was sent."""
    return Rejected({_WIRE_NAMES.get(error.field, error.field): error.message})
