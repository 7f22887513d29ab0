import pytest
from tests.factories import make_asset

from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import list_begun, list_tasks_of, save_tasks
from vitascope.db import Tx


@pytest.mark.parametrize("state", [TaskState.RUNNING, TaskState.DONE, TaskState.FAILED])
def test_an_asset_is_begun_once_a_task_of_it_is_more_than_waiting(
    tx: Tx, state: TaskState
) -> None:
    waiting, idle, begun, other = [make_asset(tx, name) for name in "abcd"]
    queued = Task(name="360p", state=TaskState.WAITING, percent=0.0, speed=None)
    save_tasks(tx, waiting.id, [queued])
    for asset in (begun, other):
        task = Task(name="probe", state=state, percent=50.0, speed=None)
        save_tasks(tx, asset.id, [task, queued])

    found = list_begun(tx, [waiting.id, idle.id, begun.id])

    assert found == {begun.id}


def test_tasks_of_several_assets_are_told_apart_and_keep_their_order(tx: Tx) -> None:
    one, two, idle = [make_asset(tx, name) for name in "abc"]
    first, second = [
        Task(name=name, state=TaskState.RUNNING, percent=50.0, speed=2.0)
        for name in ("720p", "360p")
    ]
    save_tasks(tx, one.id, [first, second])
    save_tasks(tx, two.id, [second])

    found = list_tasks_of(tx, [one.id, two.id, idle.id])

    assert found == {one.id: [first, second], two.id: [second]}
