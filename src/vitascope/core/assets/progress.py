"""How far the work on an asset is."""

from collections.abc import Sequence

from vitascope.core.assets.model import Task, TaskState

_FIRST_SEGMENT_S = 4.0
_USUAL_WAIT_S = 5.0


def overall_percent(tasks: Sequence[Task]) -> float:
    """0 to 100 over all tasks, each counting the same."""
    return sum(task.percent for task in tasks) / len(tasks) if tasks else 0.0


def watchable_in_s(tasks: Sequence[Task]) -> float:
    """Seconds until the first segment exists, judged by how fast the encoder runs now."""
    speeds = [t.speed for t in tasks if t.state is TaskState.RUNNING and t.speed]
    return _FIRST_SEGMENT_S / max(speeds) if speeds else _USUAL_WAIT_S
