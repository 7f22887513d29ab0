"""How far the work on a video is, for pages that show it live."""

from typing import Any

from vitascope.core.assets.model import RenditionKind, Task
from vitascope.core.assets.progress import overall_percent, watchable_in_s
from vitascope.core.assets.queries import list_renditions, list_tasks
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database

STATES = {
    State.WAITING: "waiting",
    State.PROCESSING: "processing",
    State.READY: "ready",
    State.FAILED: "failed",
    State.LIVE: "live",
    State.ENDED: "ended",
}


def status_of(db: Database, admitted: VideoEntry) -> dict[str, Any]:
    """State, tasks and qualities of a video the caller may see, as they are right now."""
    with db.read() as tx:
        entry = get_entry(tx, admitted.video.id)
        media = entry.media
        tasks = list_tasks(tx, media.id) if media else []
        renditions = list_renditions(tx, media.id) if media else []
    watchable = media is not None and media.is_watchable
    is_open = entry.video.state is State.PROCESSING and not watchable
    return {
        "state": STATES[entry.video.state],
        "watchable": watchable,
        "percent": 100.0
        if entry.video.state is State.READY
        else round(overall_percent(tasks), 1),
        "watchable_in_s": round(watchable_in_s(tasks), 1) if is_open else None,
        "tasks": [_task(task) for task in tasks],
        "resolutions": [r.resolution for r in renditions if r.kind is RenditionKind.VIDEO],
        "message": media.failure if media else None,
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "state": task.state,
        "percent": task.percent,
        "speed": task.speed,
    }
