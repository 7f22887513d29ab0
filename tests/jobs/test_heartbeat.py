import pytest
import sqlalchemy as sa

from vitascope.db import Database
from vitascope.jobs.heartbeat import Heartbeat
from vitascope.jobs.store import Store, migrate

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.parametrize("db", ["postgres"], indirect=True),
]


def _running_job(db: Database, worker: str) -> Store:
    """A store in which ``worker`` holds a running job."""
    migrate(db)
    statement = (
        "INSERT INTO dbos.workflow_status (workflow_uuid, status, executor_id, priority)"
        " VALUES ('probe/a/1', 'PENDING', :worker, 0)"
    )
    with db.begin() as tx:
        tx.execute(sa.text(statement), {"worker": worker})
    return Store(db)


def test_the_jobs_of_a_worker_nobody_heard_of_are_taken_over(db: Database) -> None:
    store = _running_job(db, "gone")
    recovered: list[list[str]] = []

    Heartbeat(db, store, "me", dead_after_s=30).take_over(recovered.append)

    assert recovered == [["gone"]]


def test_a_worker_that_beats_keeps_its_jobs_until_it_leaves(db: Database) -> None:
    store = _running_job(db, "other")
    other = Heartbeat(db, store, "other", dead_after_s=30)
    other.beat()
    me = Heartbeat(db, store, "me", dead_after_s=30)
    recovered: list[list[str]] = []

    me.take_over(recovered.append)
    while_it_beats = list(recovered)
    other.leave()
    me.take_over(recovered.append)

    assert (while_it_beats, recovered) == ([], [["other"]])


def test_who_was_away_itself_gives_the_others_time_to_beat(db: Database) -> None:
    store = _running_job(db, "other")
    times_s = iter([0.0, 20.0, 30.0, 40.0, 50.0])
    me = Heartbeat(db, store, "me", dead_after_s=30, clock_s=lambda: next(times_s))
    recovered: list[list[str]] = []

    for _ in range(3):
        me.take_over(recovered.append)
    meanwhile = list(recovered)
    me.take_over(recovered.append)

    assert (meanwhile, recovered) == ([], [["other"]])
