"""Shapes of subtitles."""

from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vitascope.core.captions.model import Caption
from vitascope.core.translations.model import Translation, TranslationState
from vitascope.core.videos.model import Video
from vitascope.dialects.avcaption.iso import iso

_STATUS = {
    TranslationState.WAITING: "queued",
    TranslationState.RUNNING: "processing",
    TranslationState.DONE: "completed",
    TranslationState.FAILED: "failed",
}


class SubtitleOut(Struct, kw_only=True):
    """``id`` is its own within the video, ``format`` what it came as, and ``url`` where it is
    as WebVTT; it takes a credential when the video is shown on named sites only. ``source`` is
    ``file`` for what was found inside the video's own file.
    """

    id: str
    video_id: str
    language: str
    label: str
    format: str
    default: bool
    source: str
    url: str
    created_at: str


class SubtitlesOut(Struct):
    subtitles: list[SubtitleOut]


class AskedOut(Struct):
    """A translation that was asked for."""

    job_id: str
    status: str

    @classmethod
    def of(cls, asked: Translation) -> Self:
        return cls(str(asked.uuid), _STATUS[asked.state])


class TranslationOut(Struct, kw_only=True):
    """``progress`` is 0 to 100. ``subtitle_id`` names the new subtitle once it is there."""

    job_id: str
    status: str
    progress: float
    source_subtitle_id: str
    source_language: str
    target_language: str
    provider: str
    subtitle_id: str | None
    error: str | None
    created_at: str
    updated_at: str

    @classmethod
    def of(cls, found: Translation) -> Self:
        is_done = found.state is TranslationState.DONE
        return cls(
            job_id=str(found.uuid),
            status=_STATUS[found.state],
            progress=round(found.percent, 1),
            source_subtitle_id=found.source,
            source_language=found.source_language,
            target_language=found.target_language,
            provider=found.provider,
            subtitle_id=found.target_language if is_done else None,
            error=found.failure,
            created_at=iso(found.created_at),
            updated_at=iso(found.updated_at),
        )


class TranslationsOut(Struct):
    translations: list[TranslationOut]


def subtitles_out(
    video: Video, captions: Sequence[Caption], public_url: str
) -> list[SubtitleOut]:
    return [_out(video, caption, public_url) for caption in captions]


def _out(video: Video, caption: Caption, public_url: str) -> SubtitleOut:
    return SubtitleOut(
        id=caption.name,
        video_id=str(video.uuid),
        language=caption.language,
        label=caption.label,
        format=caption.format,
        default=caption.is_default,
        source=_source(caption),
        url=f"{public_url}{_path(video, caption.name)}",
        created_at=iso(caption.created_at),
    )


def _source(caption: Caption) -> str:
    if caption.is_automatic:
        return "translation"
    return "upload" if caption.is_added else "file"


def _path(video: Video, name: str) -> str:
    """Restricted videos give their files to viewers by an embed token only; to whom this API
    shows a video, it gives them itself.
    """
    if video.allowed_domains:
        return f"/api/v1/videos/{video.uuid}/subtitles/{name}"
    return f"/media/{video.uuid}/captions/{name}.vtt"
