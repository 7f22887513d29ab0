"""What a caption is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import VideoId


class CaptionFormat(StrEnum):
    """What a caption came as; players are given WebVTT made of it."""

    VTT = "vtt"
    SRT = "srt"
    ASS = "ass"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCaption:
    """``blob_key`` is where its WebVTT is stored, see :func:`webvtt_key`, and
    :func:`original_key` for what came.
    """

    language: str
    label: str
    format: CaptionFormat
    blob_key: str
    is_default: bool = False
    is_automatic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedCaption:
    """A caption that the owner of a video added: one per language.

    Players show the one that ``is_default`` by themselves; at most one of a video is. A machine
    made those that are ``is_automatic``.
    """

    video_id: VideoId
    language: str
    label: str
    format: CaptionFormat
    blob_key: str
    is_default: bool
    is_automatic: bool
    created_at: datetime
    updated_at: datetime

    @property
    def blob_keys(self) -> tuple[str, ...]:
        """Every blob of it."""
        return tuple(dict.fromkeys((self.blob_key, original_key(self.blob_key, self.format))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A caption that viewers may choose, wherever it is from.

    ``name`` is its own within the video and stands in addresses. ``ass_key`` is the styled
    text that WebVTT cannot carry, None when it came without. ``is_added`` tells what the owner
    added from what was found in the source.
    """

    name: str
    language: str
    label: str
    is_forced: bool
    vtt_key: str
    ass_key: str | None
    format: CaptionFormat
    is_added: bool
    created_at: datetime
    updated_at: datetime
    is_default: bool = False
    is_automatic: bool = False


def webvtt_key(stem: str, form: CaptionFormat, *, is_changed: bool) -> str:
    """Where the WebVTT for players is kept. ``is_changed`` says whether it is other bytes than
    those that came.
    """
    return f"{stem}{_PLAIN if is_changed and form is CaptionFormat.VTT else _VTT}"


def original_key(blob_key: str, form: CaptionFormat) -> str:
    """Where the file is kept as it came, which may be what players get."""
    return f"{blob_key.removesuffix(_PLAIN).removesuffix(_VTT)}.{form}"


_VTT, _PLAIN = ".vtt", ".plain.vtt"
