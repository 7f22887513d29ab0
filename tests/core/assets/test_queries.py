import pytest
from tests.factories import make_asset

from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import list_begun, save_tasks
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
