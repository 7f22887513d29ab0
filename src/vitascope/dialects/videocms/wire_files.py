"""Shapes of folders, links and the files behind them. Times are UTC, sizes bytes."""

import uuid
from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vitascope.base.ids import UserId
from vitascope.core.assets.model import (
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
)
from vitascope.core.captions.model import Caption
from vitascope.core.folders.model import Folder
from vitascope.core.tags.model import Tag
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.wire import Record, go_name

_TOP = 0
_DONE = 100.0


class FolderOut(Record, rename=go_name, kw_only=True):
    """``parent_folder_id`` 0 is the top."""

    name: str
    user_id: int
    parent_folder_id: int

    @classmethod
    def of(cls, folder: Folder, user_id: UserId) -> Self:
        return cls(
            id=folder.id,
            created_at=folder.created_at,
            updated_at=folder.updated_at,
            name=folder.name,
            user_id=user_id,
            parent_folder_id=folder.parent_id or _TOP,
        )


class TagOut(Struct, rename=go_name, kw_only=True):
    """When a tag was made is not kept."""

    id: int
    created_at: None = None
    updated_at: None = None
    deleted_at: None = None
    name: str


class LinkOut(Record, rename=go_name, kw_only=True):
    """A video, in VideoCMS's word. ``tags`` is null without any."""

    uuid: uuid.UUID
    name: str
    parent_folder_id: int
    tags: list[TagOut] | None

    @classmethod
    def of(cls, entry: VideoEntry, tags: Sequence[Tag]) -> Self:
        video = entry.video
        return cls(
            id=video.id,
            created_at=video.created_at,
            updated_at=video.updated_at,
            uuid=video.uuid,
            name=video.title,
            parent_folder_id=video.folder_id or _TOP,
            tags=[TagOut(id=tag.id, name=tag.name) for tag in tags] or None,
        )


class QualityOut(Struct, rename=go_name, kw_only=True):
    """``progress`` is 0 to 100."""

    name: str
    type: str = "hls"
    height: int
    width: int
    avg_frame_rate: float
    ready: bool
    failed: bool
    progress: float
    size: int


class SubtitleOut(Struct, rename=go_name):
    name: str
    type: str
    lang: str
    ready: bool = True


class AudioOut(Struct, rename=go_name, kw_only=True):
    name: str
    type: str = "hls"
    lang: str
    ready: bool


class ShortTagOut(Struct, rename=go_name):
    id: int
    name: str


def qualities_out(renditions: Sequence[Rendition], tasks: Sequence[Task]) -> list[QualityOut]:
    """Those that are here, and those that are still being made, best first."""
    made = {each.name: each for each in renditions if each.kind is RenditionKind.VIDEO}
    work = {task.name: task for task in tasks if task.is_quality}
    names = sorted({*made, *work}, key=lambda name: int(name[:-1]), reverse=True)
    return [_quality(name, made.get(name), work.get(name)) for name in names]


def audios_out(renditions: Sequence[Rendition]) -> list[AudioOut]:
    return [
        AudioOut(
            name=each.label or each.name,
            lang=each.language or "",
            ready=each.state is RenditionState.COMPLETE,
        )
        for each in renditions
        if each.kind is RenditionKind.AUDIO
    ]


def subtitles_out(captions: Sequence[Caption]) -> list[SubtitleOut]:
    return [
        SubtitleOut(each.label, "vtt" if each.ass_key is None else "ass", each.language)
        for each in captions
    ]


def _quality(name: str, made: Rendition | None, task: Task | None) -> QualityOut:
    is_ready = made is not None and made.state is RenditionState.COMPLETE
    percent = task.percent if task is not None else 0.0
    return QualityOut(
        name=name,
        height=(made and made.height) or int(name[:-1]),
        width=(made and made.width) or 0,
        avg_frame_rate=(made and made.fps) or 0.0,
        ready=is_ready,
        failed=not is_ready and task is not None and task.state is TaskState.FAILED,
        progress=_DONE if is_ready else percent,
        size=made.size_bytes if made is not None else 0,
    )
