"""Encrypted streams, by embed tokens: a session, its playlists, keys and segments (facts:
section 3.1).
"""

import re
from collections.abc import Callable
from typing import TypeVar

from litestar import HttpMethod, get, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.types import ASGIApp

from vitascope.base.errors import NotFound
from vitascope.core.embeds.model import Playback
from vitascope.core.embeds.play import batch_key
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.headers import UNCACHED
from vitascope.dialects.avcaption.limits import STREAMS
from vitascope.dialects.avcaption.playing import Playing, playback_token_of
from vitascope.dialects.avcaption.stream_addresses import VARIANT, StreamAddresses
from vitascope.dialects.avcaption.watching import Watching
from vitascope.dialects.avcaption.wire_embed import LIFETIME_S, PlaybackOut
from vitascope.http.caller import client_of
from vitascope.http.files import SendBytes
from vitascope.http.runtime import Runtime
from vitascope.media.playlist import BATCH_SEGMENTS

_READING = [HttpMethod.GET, HttpMethod.HEAD]
_INIT = "init.mp4"
_SEGMENT = re.compile(r"(?P<number>[0-9]{1,9})\.m4s")
_BATCH = re.compile(r"[0-9]{1,9}")
_CAPTION = re.compile(r"captions/[\w.-]+\.(vtt|ass)")
# What pages show of a video beside its stream: nothing of it can be watched by these.
_PICTURES = frozenset({"poster.jpg", "storyboard.jpg", "storyboard.vtt", "chapters.vtt"})
_STATUS = "status"

AnyAnswer = TypeVar("AnyAnswer", bound=Callable[..., ASGIApp])


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    playing, watching = Playing(runtime), Watching(runtime)
    streams = _Streams(runtime, playing, watching)

    @get("/{embed_token:str}/token", sync_to_thread=True, response_headers=UNCACHED)
    def begin(embed_token: FromPath[str], request: AnyRequest) -> PlaybackOut:
        gate.stranger(request, STREAMS)
        shown = request.query_params.get("renew", "")
        if shown:
            playback = playing.renew(request, embed_token, shown)
        else:
            playback, shown = playing.begin(request, embed_token)
        return streams.told(playback, embed_token, shown)

    @_reading("/{embed_token:str}/playlist")
    def playlist(embed_token: FromPath[str], request: AnyRequest) -> ASGIApp:
        return streams.playlist(request, embed_token)

    @_reading("/{embed_token:str}/key/{batch:str}")
    def key(embed_token: FromPath[str], batch: FromPath[str], request: AnyRequest) -> ASGIApp:
        return streams.key(request, embed_token, batch)

    @_reading("/{embed_token:str}/seg/{rendition:str}/{file:str}")
    def segment(
        embed_token: FromPath[str],
        rendition: FromPath[str],
        file: FromPath[str],
        request: AnyRequest,
    ) -> ASGIApp:
        return streams.segment(request, embed_token, rendition, file)

    @_reading("/{embed_token:str}/file/{name:path}")
    def beside(embed_token: FromPath[str], name: FromPath[str], request: AnyRequest) -> ASGIApp:
        return streams.file(request, embed_token, name.lstrip("/"))

    return [begin, playlist, key, segment, beside]


def _reading(path: str) -> Callable[[AnyAnswer], HTTPRouteHandler]:
    return route(path, http_method=_READING, sync_to_thread=True)


class _Streams:
    """What sends each part of a stream to whoever may have it. All of it blocks."""

    def __init__(self, runtime: Runtime, playing: Playing, watching: Watching) -> None:
        self._runtime = runtime
        self._playing = playing
        self._watching = watching

    def told(self, playback: Playback, embed_token: str, shown: str) -> PlaybackOut:
        """The session as its player hears of it."""
        addresses = StreamAddresses(embed_token, shown)
        delivery = self._runtime.delivery
        return PlaybackOut(
            LIFETIME_S,
            shown,
            str(playback.session.uuid),
            delivery.multivariant_text(playback.entry, addresses.playlist),
            addresses.multivariant,
        )

    def playlist(self, request: AnyRequest, embed_token: str) -> ASGIApp:
        """The multivariant playlist, or the media playlist that ``v`` names."""
        entry = self._playing.find(request, embed_token).entry
        addresses = StreamAddresses(embed_token, playback_token_of(request))
        delivery = self._runtime.delivery
        name = request.query_params.get(VARIANT, "")
        if not name:
            return delivery.multivariant(entry, addresses.playlist)
        folder, _, caption = name.rpartition("/")
        if folder == "captions":
            address = addresses.file(f"captions/{caption}.vtt")
            return delivery.caption_playlist(entry, caption, address)
        return delivery.sealed_playlist(entry, name, addresses.sealed(name))

    def key(self, request: AnyRequest, embed_token: str, batch: str) -> ASGIApp:
        """The key of a batch of segments of the rendition that ``v`` names, by default of the
        first one.
        """
        playback = self._playing.find(request, embed_token)
        rendition = request.query_params.get(VARIANT) or self._first(playback.entry)
        lengths_ms = self._runtime.delivery.segment_lengths_ms(playback.entry, rendition)
        number = int(batch) if _BATCH.fullmatch(batch) else len(lengths_ms)
        if number * BATCH_SEGMENTS >= len(lengths_ms):
            raise NotFound("key", batch)
        return SendBytes(
            self._key(playback, rendition, number), cache_control="private, no-store"
        )

    def segment(
        self, request: AnyRequest, embed_token: str, rendition: str, file: str
    ) -> ASGIApp:
        """An encrypted segment, or the init segment."""
        playback = self._playing.find(request, embed_token)
        delivery = self._runtime.delivery
        if file == _INIT:
            return delivery.init_segment(playback.entry, rendition)
        found = _SEGMENT.fullmatch(file)
        if found is None:
            raise NotFound("file", file)
        number = int(found["number"])
        key = self._key(playback, rendition, number // BATCH_SEGMENTS)
        answer = delivery.sealed_segment(playback.entry, rendition, number, key)
        if request.method == HttpMethod.GET:
            address = client_of(request.scope).address
            self._watching.note(playback, rendition, number, address=address)
        return answer

    def file(self, request: AnyRequest, embed_token: str, name: str) -> ASGIApp:
        """What players show beside the stream."""
        delivery = self._runtime.delivery
        if name in _PICTURES:
            return delivery.file(self._playing.onlooker(embed_token).entry, name)
        if name == _STATUS:
            return delivery.status(self._playing.reader(request, embed_token).entry)
        if not _CAPTION.fullmatch(name):
            raise NotFound("file", name)
        return delivery.file(self._playing.reader(request, embed_token).entry, name)

    def _first(self, entry: VideoEntry) -> str:
        tracks = self._runtime.delivery.tracks(entry)
        names = (*tracks.pictures, *tracks.audios)
        if not names:
            raise NotFound("rendition", "")
        return names[0]

    def _key(self, playback: Playback, rendition: str, batch: int) -> bytes:
        media = playback.entry.media
        if media is None:
            raise NotFound("media of video", playback.entry.video.uuid)
        session, secret = playback.session.uuid, self._runtime.secret
        return batch_key(secret, session, media.uuid, rendition, batch)
