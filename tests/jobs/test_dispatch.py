from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from dbos import DBOSClient, DBOSPortableJSONSerializer
from tests.jobs.sample import Handlers, Renamed, Uploaded

from vitascope.db import Database
from vitascope.jobs import Handler, Queue, emit, pending
from vitascope.jobs.dispatch import Dispatcher, by_name, job_prefix
from vitascope.jobs.engine import Engine
from vitascope.jobs.store import Store, migrate
from vitascope.jobs.tables import job_events


async def _nothing(event: object) -> None: ...


def _ignore(queue: str) -> None: ...


def _handler(name: str, queue: str = "work") -> Handler:
    return Handler(name=name, run=_nothing, queue=queue, key=lambda event: event.video)


def test_two_handlers_of_one_name_are_refused(db: Database) -> None:
    handlers = {Uploaded: [_handler("probe")], Renamed: [_handler("probe")]}

    with pytest.raises(ValueError, match="two handlers are named 'probe'"):
        Engine(db, handlers, [Queue("work", 1)])


def test_a_handler_without_its_queue_is_refused(db: Database) -> None:
    with pytest.raises(ValueError, match="handler 'probe': no queue 'elsewhere'"):
        Engine(db, {Uploaded: [_handler("probe", "elsewhere")]}, [Queue("work", 1)])


def test_one_handler_may_serve_several_events() -> None:
    handler = _handler("tell")

    found = by_name([[handler], [handler]], ["work"])

    assert found == {"tell": handler}


@pytest.mark.parametrize("other", ["12", "1/2", "", "%"])
def test_a_job_prefix_is_not_the_beginning_of_another(other: str) -> None:
    prefix = job_prefix("encode", "1")

    assert not job_prefix("encode", other).startswith(prefix)


@pytest.fixture
def client(db: Database) -> Iterator[DBOSClient]:
    migrate(db)
    store = Store(db)
    serializer = DBOSPortableJSONSerializer()
    client = DBOSClient(system_database_url=store.url, serializer=serializer)
    yield client
    client.destroy()
    store.close()


def test_draining_the_same_event_twice_makes_one_job_per_handler(
    db: Database, client: DBOSClient
) -> None:
    handlers: Handlers = {Uploaded: [_handler("probe"), _handler("tell")]}
    rung: list[str] = []
    dispatcher = Dispatcher(db, client, handlers, rung.append)
    with db.begin() as tx:
        emit(tx, Uploaded("a"))
        (row,) = tx.execute(job_events.select()).mappings()

    dispatcher.drain()
    with db.begin() as tx:
        tx.execute(job_events.insert().values(**row))  # as if killed before deleting it
    dispatcher.drain()

    jobs = [(job.workflow_id, job.queue_name) for job in client.list_workflows()]
    with db.read() as tx:
        left = pending(tx)
    assert jobs == [(f"probe/a/{row['id']}", "work"), (f"tell/a/{row['id']}", "work")]
    assert (left, rung) == ([], ["work"] * 4)


def test_an_event_that_cannot_be_read_holds_up_no_other(
    db: Database, client: DBOSClient
) -> None:
    dispatcher = Dispatcher(db, client, {Uploaded: [_handler("probe")]}, _ignore)
    with db.begin() as tx:
        emit(tx, Uploaded("a"))
        tx.execute(job_events.update().values(payload={}))
        emit(tx, Uploaded("b"))

    dispatcher.drain()

    keys = [job.workflow_id.rpartition("/")[0] for job in client.list_workflows()]
    assert keys == ["probe/", "probe/b"]


def test_an_event_for_later_stays_until_then(db: Database, client: DBOSClient) -> None:
    dispatcher = Dispatcher(db, client, {Uploaded: [_handler("probe")]}, _ignore)
    now = datetime.now(UTC)
    with db.begin() as tx:
        emit(tx, Uploaded("later"), due_at=now + timedelta(days=1))
        emit(tx, Uploaded("earlier"), due_at=now - timedelta(seconds=1))

    dispatcher.drain()

    with db.read() as tx:
        assert pending(tx) == [("Uploaded", {"video": "later"})]
    assert len(client.list_workflows()) == 1


def test_events_nobody_here_knows_are_kept_until_they_are_old(
    db: Database, client: DBOSClient
) -> None:
    dispatcher = Dispatcher(db, client, {Uploaded: [_handler("probe")]}, _ignore)
    with db.begin() as tx:
        emit(tx, Renamed("a"))

    dispatcher.drain()
    dispatcher.forget_unknown(older_than=timedelta(days=1))
    with db.read() as tx:
        kept = pending(tx)
    dispatcher.forget_unknown(older_than=timedelta(0))
    with db.read() as tx:
        left = pending(tx)

    assert (kept, left) == ([("Renamed", {"video": "a", "title": ""})], [])
