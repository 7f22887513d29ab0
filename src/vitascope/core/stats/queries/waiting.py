"""Work that is still to be done."""

import sqlalchemy as sa

from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.tables import tasks
from vitascope.db import Tx

_OPEN = (TaskState.WAITING, TaskState.RUNNING)


def list_open_tasks(tx: Tx) -> list[tuple[Task, int]]:
    """What waits or runs, one of each name, with how many there are of it."""
    number = sa.func.count()
    query = sa.select(tasks.c.name, number).where(tasks.c.state.in_(_OPEN))
    return [
        (Task(name=name, state=TaskState.WAITING, percent=0.0, speed=None), count)
        for name, count in tx.execute(query.group_by(tasks.c.name))
    ]
