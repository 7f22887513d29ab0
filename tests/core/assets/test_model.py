import pytest

from vitascope.core.assets.model import Task, TaskState


@pytest.mark.parametrize(
    ("name", "is_quality", "audio_number"),
    [
        ("1080p", True, None),
        ("audio-0", False, 0),
        ("audio-12", False, 12),
        ("audio-", False, None),
        ("poster", False, None),
        ("storyboard", False, None),
    ],
)
def test_a_task_says_by_its_name_what_it_makes(
    name: str, is_quality: bool, audio_number: int | None
) -> None:
    task = Task(name=name, state=TaskState.WAITING, percent=0.0, speed=None)

    assert (task.is_quality, task.audio_number) == (is_quality, audio_number)
    assert task.is_audio == (audio_number is not None)
