from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.progress import overall_percent, watchable_in_s


def task(
    percent: float, state: TaskState = TaskState.RUNNING, speed: float | None = None
) -> Task:
    return Task(name="360p", state=state, percent=percent, speed=speed)


def test_every_task_counts_the_same() -> None:
    assert overall_percent([task(100), task(50), task(0)]) == 50


def test_nothing_planned_is_nothing_done() -> None:
    assert overall_percent([]) == 0


def test_the_first_segment_is_as_far_as_the_encoder_is_slow() -> None:
    assert watchable_in_s([task(10, speed=0.5), task(0, TaskState.WAITING)]) == 8


def test_without_a_speed_the_usual_wait_is_told() -> None:
    assert watchable_in_s([task(0, TaskState.WAITING)]) == 5


def test_a_quality_is_what_viewers_can_choose() -> None:
    names = ["1080p", "360p", "audio-0", "poster", "storyboard", "p"]
    tasks = [Task(name=name, state=TaskState.WAITING, percent=0, speed=None) for name in names]

    assert [task.name for task in tasks if task.is_quality] == ["1080p", "360p"]
