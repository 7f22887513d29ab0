"""The files of a video, where VideoCMS's players look for them (facts: section 1.8)."""

from collections.abc import Callable

from litestar import HttpMethod, route
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.types import ASGIApp

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.media_paths import PREFIXES
from vitascope.dialects.videocms.media_player import MediaPlayer
from vitascope.dialects.videocms.media_thumbs import thumbnail
from vitascope.http.runtime import Runtime

_WITH_SOUND, _WHOLE = "1", "0"


def routes(runtime: Runtime) -> list[HTTPRouteHandler]:
    return [*_playlists(runtime), *_tracks(runtime), *_whole(runtime)]


def _playlists(runtime: Runtime) -> list[HTTPRouteHandler]:
    def muted(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIApp:
        return MediaPlayer(runtime, request, link_uuid).multivariant(())

    def multi(request: AnyRequest, link_uuid: FromPath[str]) -> ASGIApp:
        return MediaPlayer(runtime, request, link_uuid).multivariant(None)

    def single(request: AnyRequest, link_uuid: FromPath[str], track: FromPath[str]) -> ASGIApp:
        player = MediaPlayer(runtime, request, link_uuid)
        return player.multivariant((player.audio(track),))

    return [
        *_reading(muted, "/stream/muted/master.m3u8"),
        *_reading(multi, "/stream/multi/master.m3u8"),
        *_reading(single, "/{track:str}/stream/master.m3u8"),
    ]


def _tracks(runtime: Runtime) -> list[HTTPRouteHandler]:
    def picture(
        request: AnyRequest,
        link_uuid: FromPath[str],
        track: FromPath[str],
        file: FromPath[str],
    ) -> ASGIApp:
        player = MediaPlayer(runtime, request, link_uuid)
        return player.stream("quality", player.quality(track), "out", file)

    def sound(
        request: AnyRequest,
        link_uuid: FromPath[str],
        track: FromPath[str],
        file: FromPath[str],
    ) -> ASGIApp:
        player = MediaPlayer(runtime, request, link_uuid)
        return player.stream("audio", player.audio(track), "audio", file)

    def subtitle(
        request: AnyRequest,
        link_uuid: FromPath[str],
        track: FromPath[str],
        file: FromPath[str],
    ) -> ASGIApp:
        return MediaPlayer(runtime, request, link_uuid).subtitle(track, file)

    return [
        *_reading(picture, "/{track:str}/{file:str}"),
        *_reading(sound, "/{track:str}/audio/{file:str}"),
        *_reading(subtitle, "/{track:str}/subtitle/{file:str}"),
    ]


def _whole(runtime: Runtime) -> list[HTTPRouteHandler]:
    def matroska(
        request: AnyRequest, link_uuid: FromPath[str], track: FromPath[str]
    ) -> ASGIApp:
        return MediaPlayer(runtime, request, link_uuid).matroska(track)

    def with_sound(
        request: AnyRequest,
        link_uuid: FromPath[str],
        track: FromPath[str],
        stream: FromPath[str],
    ) -> ASGIApp:
        player = MediaPlayer(runtime, request, link_uuid)
        if stream == _WHOLE:
            return player.matroska(track)
        if stream != _WITH_SOUND:
            raise Invalid("stream", "bad file format")
        return player.mp4(track)

    def thumb(request: AnyRequest, link_uuid: FromPath[str], file: FromPath[str]) -> ASGIApp:
        return thumbnail(runtime, request, link_uuid, file)

    return [
        *_reading(matroska, "/{track:str}/download/video.mkv"),
        *_reading(with_sound, "/{track:str}/{stream:str}/stream/video.mp4"),
        *_reading(thumb, "/image/thumb/{file:str}"),
    ]


def _reading(answer: Callable[..., ASGIApp], tail: str) -> list[HTTPRouteHandler]:
    """A handler for each of the two places: the framework cannot give one several paths."""
    methods = [HttpMethod.GET, HttpMethod.HEAD]
    return [
        route(f"{prefix}/{{link_uuid:str}}{tail}", http_method=methods, sync_to_thread=True)(
            answer
        )
        for prefix in PREFIXES
    ]
