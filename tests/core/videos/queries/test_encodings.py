from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import make_user, make_video

from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.videos.queries.encodings import list_open_encodings
from vitascope.db import Tx


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_one_query_however_long_it_is(tx: Tx, count: int) -> None:
    ada = make_user(tx)
    for number in range(count):
        entry = make_video(tx, ada, content=f"clip {number}")
        assert entry.media is not None
        open_task = Task(name="720p", state=TaskState.RUNNING, percent=1.0, speed=None)
        save_tasks(tx, entry.media.id, [open_task])
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    sa.event.listen(tx, "before_cursor_execute", note)
    found = list_open_encodings(tx, ada.account.id)

    assert (len(found), len(statements)) == (count, 1)
