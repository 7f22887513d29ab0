from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from tests.jobs.sample import QUEUES, Uploaded

from vitascope.db import Database
from vitascope.jobs import Handler, emit
from vitascope.jobs.engine import Engine, JobState
from vitascope.jobs.store import Store
from vitascope.jobs.worker import Worker


async def _nothing(event: Uploaded) -> None: ...


@pytest.fixture
def engine(db: Database) -> Iterator[Engine]:
    handler = Handler(name="probe", run=_nothing, queue="work", key=lambda event: event.video)
    engine = Engine(db, {Uploaded: [handler]}, QUEUES)
    yield engine
    engine.stop()


@pytest.fixture
def store(db: Database) -> Iterator[Store]:
    store = Store(db)
    yield store
    store.close()


def test_a_job_that_was_claimed_and_never_started_waits_again(
    db: Database, engine: Engine, store: Store
) -> None:
    with db.begin() as tx:
        emit(tx, Uploaded("a"))
    engine.cancel("probe", "somebody else")
    _claim_everything(db, store, "me")
    worker = Worker(store, "me", {}, {}, starts_max=1, freed=lambda queue: None)

    worker.rescue_strays()
    seen_once = engine.counts()["work"]
    worker.rescue_strays()
    seen_twice = engine.counts()["work"]

    assert (seen_once[JobState.RUNNING], seen_once[JobState.WAITING]) == (1, 0)
    assert (seen_twice[JobState.RUNNING], seen_twice[JobState.WAITING]) == (0, 1)


def _claim_everything(db: Database, store: Store, worker: str) -> None:
    table = "workflow_status" if db.is_embedded else "dbos.workflow_status"
    statement = f"UPDATE {table} SET status = 'PENDING', executor_id = :worker"  # noqa: S608 - ours
    with store.db.begin() as tx:
        tx.execute(sa.text(statement), {"worker": worker})
