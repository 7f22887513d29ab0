"""The shapes in which the library's page and its script read folders and videos."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from vitascope.base.ids import short_uuid
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.progress import overall_percent
from vitascope.core.folders.model import Folder
from vitascope.core.tags.model import Tag
from vitascope.core.videos.model import State, VideoEntry
from vitascope.web.translate import card_view

_SETTLED = {State.READY, State.FAILED}


class FolderOut(Struct, frozen=True, kw_only=True):
    """``parent_id`` is None at the top."""

    id: int
    parent_id: int | None
    name: str


class TagOut(Struct, frozen=True, kw_only=True):
    """``color`` is one of CSS (``#6c757d``)."""

    id: int
    name: str
    color: str


class WorkOut(Struct, frozen=True, kw_only=True):
    """How far the making of a video is.

    ``state`` is ``waiting``, ``making``, ``watchable`` (and better qualities are made),
    ``ready``, ``incomplete`` (not all qualities could be made), ``failed``, ``live`` or
    ``ended``. ``resolution`` is the best that can be watched while more is made.
    """

    state: str
    percent: int | None = None
    resolution: int | None = None
    reason: str | None = None
    is_open: bool = False
    can_retry: bool = False


class RowOut(Struct, frozen=True, kw_only=True):
    """A video in the list. ``size_bytes`` is its source's."""

    id: int
    title: str
    path: str
    embed_path: str
    poster: str | None
    duration_s: float | None
    privacy: str
    size_bytes: int | None
    views: int
    created_at: datetime
    folder_id: int | None
    tags: list[TagOut]
    work: WorkOut


class ListOut(Struct, frozen=True, kw_only=True):
    """One page of the list. ``total`` is None when nobody asked to count."""

    folders: list[FolderOut]
    videos: list[RowOut]
    total: int | None


class OverviewOut(Struct, frozen=True, kw_only=True):
    """What stands around the list. ``quota_bytes`` is None without a limit."""

    folders: list[FolderOut]
    tags: list[TagOut]
    used_bytes: int
    quota_bytes: int | None


class ContentsOut(Struct, frozen=True, kw_only=True):
    """What folders hold, they themselves counted."""

    folders: int
    videos: int


def folder_out(folder: Folder) -> FolderOut:
    return FolderOut(id=folder.id, parent_id=folder.parent_id, name=folder.name)


def tag_out(tag: Tag) -> TagOut:
    return TagOut(id=tag.id, name=tag.name, color=tag.color)


def row_out(
    entry: VideoEntry, tags: Sequence[Tag], tasks: Sequence[Task], resolutions: Sequence[int]
) -> RowOut:
    """``tasks`` and ``resolutions`` count while the video is being made."""
    video, card = entry.video, card_view(entry)
    return RowOut(
        id=video.id,
        title=video.title,
        path=card.path,
        embed_path=f"/videos/embed/{short_uuid(video.uuid)}",
        poster=card.poster,
        duration_s=card.duration_s,
        privacy=video.privacy.value,
        size_bytes=None if entry.media is None else entry.media.size_bytes,
        views=video.views,
        created_at=video.created_at,
        folder_id=video.folder_id,
        tags=[tag_out(tag) for tag in tags],
        work=_work(entry, tasks, resolutions),
    )


def _work(entry: VideoEntry, tasks: Sequence[Task], resolutions: Sequence[int]) -> WorkOut:
    state, media = entry.video.state, entry.media
    failure = None if media is None else media.failure
    if state not in {State.WAITING, State.PROCESSING}:
        is_incomplete = state is State.READY and failure is not None
        return WorkOut(
            state="incomplete" if is_incomplete else state.value,
            reason=failure,
            can_retry=state in _SETTLED and failure is not None,
        )
    if media is not None and media.is_watchable:
        return WorkOut(
            state="watchable",
            percent=int(overall_percent(tasks)),
            resolution=max(resolutions, default=None),
            is_open=True,
        )
    is_begun = any(task.state is not TaskState.WAITING for task in tasks)
    return WorkOut(
        state="making" if is_begun else "waiting",
        percent=int(overall_percent(tasks)) if is_begun else None,
        is_open=True,
    )
