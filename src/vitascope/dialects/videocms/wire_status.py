"""How far the work on a video is, as player pages ask."""

from collections.abc import Sequence

from msgspec import Struct

from vitascope.core.assets.model import Asset, Rendition, RenditionKind, Task, TaskState
from vitascope.core.videos.model import State, VideoEntry
from vitascope.dialects.videocms.wire_encodings import shown_name

MESSAGES = {
    "ready": "Video is ready to play.",
    "failed": "Video encoding failed.",
    "encoding": "Video is still being encoded.",
    "queued": "Video is queued for encoding.",
    "captcha_required": "Captcha verification is required before checking this video.",
    "not_found": "Video was not found.",
}
_WORK = {
    TaskState.WAITING: "queued",
    TaskState.RUNNING: "encoding",
    TaskState.DONE: "ready",
    TaskState.FAILED: "failed",
}
_DONE = 100.0


class TaskOut(Struct):
    """``type`` is ``quality``, ``audio`` or ``subtitle``; ``progress`` is 0 to 100."""

    type: str
    name: str
    status: str
    progress: float


class StatusOut(Struct, kw_only=True):
    """``playback_progress`` says how near the first picture is, ``active_task_progress`` how
    far the work is that goes on now; both are 0 to 100.
    """

    uuid: str
    ready: bool = False
    state: str
    message: str
    playback_progress: float = 0.0
    active_task_progress: float = 0.0
    ready_quality_count: int = 0
    total_quality_count: int = 0
    tasks: list[TaskOut] = []

    @classmethod
    def refusing(cls, uuid: str, state: str) -> "StatusOut":
        """Of a video that nothing is told about."""
        return cls(uuid=uuid, state=state, message=MESSAGES[state])


def status_out(
    entry: VideoEntry,
    asset: Asset | None,
    renditions: Sequence[Rendition],
    tasks: Sequence[Task],
) -> StatusOut:
    """What can be watched already counts as ready, while the rest of it is being made."""
    qualities = _qualities(renditions, tasks)
    audios = _audios(renditions, tasks)
    is_ready = asset is not None and asset.is_watchable
    state = _state(entry, qualities, tasks, is_ready=is_ready)
    running = [task.percent for task in tasks if task.state is TaskState.RUNNING]
    nearest = max((task.progress for task in qualities or audios), default=0.0)
    return StatusOut(
        uuid=str(entry.video.uuid),
        ready=is_ready,
        state=state,
        message=MESSAGES[state],
        playback_progress=_DONE if is_ready else nearest,
        active_task_progress=max(running, default=0.0),
        ready_quality_count=sum(task.status == "ready" for task in qualities),
        total_quality_count=len(qualities),
        tasks=[*qualities, *(task for task in audios if task.status != "ready")],
    )


def _state(
    entry: VideoEntry,
    qualities: Sequence[TaskOut],
    tasks: Sequence[Task],
    *,
    is_ready: bool,
) -> str:
    if is_ready:
        return "ready"
    has_failed = bool(qualities) and all(task.status == "failed" for task in qualities)
    if entry.video.state is State.FAILED or has_failed:
        return "failed"
    is_begun = any(task.state is not TaskState.WAITING for task in tasks)
    return "encoding" if is_begun else "queued"


def _qualities(renditions: Sequence[Rendition], tasks: Sequence[Task]) -> list[TaskOut]:
    """Best first."""
    made = {each.name for each in renditions if each.kind is RenditionKind.VIDEO}
    work = {task.name: task for task in tasks if task.is_quality}
    names = sorted({*made, *work}, key=lambda name: int(name[:-1]), reverse=True)
    return [_task("quality", name, None if name in made else work[name]) for name in names]


def _audios(renditions: Sequence[Rendition], tasks: Sequence[Task]) -> list[TaskOut]:
    """In the order of the source's tracks."""
    made = {each.name for each in renditions if each.kind is RenditionKind.AUDIO}
    work = [task for task in tasks if task.is_audio]
    return [
        _task("audio", shown_name(task), None if task.name in made else task)
        for task in sorted(work, key=lambda task: task.audio_number or 0)
    ]


def _task(kind: str, name: str, work: Task | None) -> TaskOut:
    """``work`` is what goes on, None for what is made."""
    if work is None:
        return TaskOut(kind, name, "ready", _DONE)
    return TaskOut(kind, name, _WORK[work.state], work.percent)
