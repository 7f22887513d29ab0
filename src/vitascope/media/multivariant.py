"""The multivariant playlist: which renditions, audio tracks and captions a video has."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_AUDIO_GROUP = "audio"
_CAPTION_GROUP = "captions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One video rendition. ``codecs`` is its own codec string, without the sound's; the rates
    are those measured.
    """

    uri: str
    peak_bps: int
    average_bps: int
    codecs: str
    width: int
    height: int
    fps: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioRendition:
    uri: str
    peak_bps: int
    average_bps: int
    codecs: str
    label: str
    language: str | None = None
    channels: int = 2
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRendition:
    """``uri`` is a media playlist, not the WebVTT file itself."""

    uri: str
    label: str
    language: str
    is_default: bool = False
    is_forced: bool = False


Track = TypeVar("Track", AudioRendition, CaptionRendition)


def render_multivariant(
    videos: Sequence[Variant],
    audios: Sequence[AudioRendition],
    captions: Sequence[CaptionRendition],
    *,
    audio_group: str = _AUDIO_GROUP,
) -> str:
    """Best rendition first. A source without pictures is a variant of its default track.

    Raises:
        ValueError: neither a rendition nor an audio track.
    """
    if not videos and not audios:
        raise ValueError("there is nothing to play")
    lines = ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"]
    lines += [_audio_media(audio, name, audio_group) for audio, name in _named(audios)]
    lines += [_caption_media(caption, name) for caption, name in _named(captions)]
    groups = [("AUDIO", audio_group)] if audios else []
    groups += [("SUBTITLES", _CAPTION_GROUP)] if captions else []
    tail = "".join(f',{name}="{group}"' for name, group in groups)
    for video in sorted(videos, key=_goodness, reverse=True):
        lines += [f"#EXT-X-STREAM-INF:{_stream(video, audios)}{tail}", video.uri]
    if not videos:
        spoken = next((audio for audio in audios if audio.is_default), audios[0])
        lines += [
            f"#EXT-X-STREAM-INF:{_rates([spoken])}{_codecs(audios)}{tail}",
            spoken.uri,
        ]
    return "\n".join([*lines, ""])


def _goodness(video: Variant) -> tuple[int, int]:
    return video.width * video.height, video.average_bps


def _stream(video: Variant, audios: Sequence[AudioRendition]) -> str:
    # A player fetches one track beside the picture: the dearest is what it may cost.
    dearest = sorted(audios, key=lambda audio: audio.peak_bps)[-1:]
    rates = _rates([video, *dearest])
    fps = f",FRAME-RATE={video.fps:.3f}" if video.fps else ""
    codecs = _codecs([video, *audios])
    return f"{rates}{codecs},RESOLUTION={video.width}x{video.height}{fps}"


def _rates(played: Sequence[Variant | AudioRendition]) -> str:
    peak = sum(one.peak_bps for one in played)
    average = sum(one.average_bps for one in played)
    return f"BANDWIDTH={max(peak, 1)},AVERAGE-BANDWIDTH={max(average, 1)}"


def _codecs(renditions: Sequence[Variant | AudioRendition]) -> str:
    return f',CODECS="{",".join(dict.fromkeys(one.codecs for one in renditions))}"'


def _named(tracks: Sequence[Track]) -> list[tuple[Track, str]]:
    """Each track with a name no other of its group has, as the format demands."""
    named: list[tuple[Track, str]] = []
    taken: set[str] = set()
    for track in tracks:
        name, number = _quotable(track.label), 2
        while name in taken:
            name, number = f"{_quotable(track.label)} {number}", number + 1
        taken.add(name)
        named.append((track, name))
    return named


def _audio_media(audio: AudioRendition, name: str, group: str) -> str:
    media = _media("AUDIO", group, audio, name)
    return f'{media},CHANNELS="{audio.channels}",URI="{audio.uri}"'


def _caption_media(caption: CaptionRendition, name: str) -> str:
    media = _media("SUBTITLES", _CAPTION_GROUP, caption, name)
    return f'{media},FORCED={_yes_no(caption.is_forced)},URI="{caption.uri}"'


def _media(kind: str, group: str, track: AudioRendition | CaptionRendition, name: str) -> str:
    language = f',LANGUAGE="{_quotable(track.language)}"' if track.language else ""
    return (
        f'#EXT-X-MEDIA:TYPE={kind},GROUP-ID="{group}",NAME="{name}"{language}'
        f",DEFAULT={_yes_no(track.is_default)},AUTOSELECT=YES"
    )


def _yes_no(value: bool) -> str:
    return "YES" if value else "NO"


def _quotable(text: str) -> str:
    # A quoted value ends at a quote and a line at its end; titles come from files.
    return " ".join(text.replace('"', "'").split())
