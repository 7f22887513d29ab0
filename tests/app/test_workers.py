import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.factories import actor_of, make_user

from vitascope.app.parts import Parts, open_parts
from vitascope.app.workers import CLEANUP, PREPARE, TRANSCODE, concurrency, engine, mailroom
from vitascope.config import Config
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role
from vitascope.core.assets.events import SourceReceived
from vitascope.core.settings.change import change_settings
from vitascope.core.settings.model import Settings
from vitascope.http.runtime import utc_now
from vitascope.jobs import emit
from vitascope.jobs.control import JobState
from vitascope.notify import Site
from vitascope.pipeline.import_handlers import IMPORT

_PATIENCE_S = 60.0


@pytest.fixture
def parts(template: Path, tmp_path: Path) -> Iterator[Parts]:
    shutil.copy(template, tmp_path / "vitascope.db")
    parts = open_parts(Config(data=tmp_path, instance_name="Ours", encodes=2))
    yield parts
    parts.db.close()


@pytest.fixture
def admin(parts: Parts) -> Actor:
    with parts.db.begin() as tx:
        return actor_of(make_user(tx, "root", Role.ADMINISTRATOR))


def change(parts: Parts, admin: Actor, **changes: object) -> None:
    """As an administrator does in another process, whose worker this is."""
    with parts.db.begin() as tx:
        change_settings(tx, admin, parts.settings.defaults, changes, now=utc_now())


def until(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(0.02)


def test_how_many_jobs_run_at_once_is_a_matter_of_the_settings() -> None:
    usual = Settings(encodes=3, imports_at_once=4)

    assert concurrency(usual) == {PREPARE: 2, TRANSCODE: 3, IMPORT: 4}
    assert concurrency(replace(usual, encoding_enabled=False)) == {
        PREPARE: 0,
        TRANSCODE: 0,
        IMPORT: 4,
    }


def test_mails_come_from_the_name_and_address_that_the_server_has_by_then(
    parts: Parts, admin: Actor
) -> None:
    room = mailroom(parts)
    before = room.site()

    change(parts, admin, instance_name="Theirs", public_url="https://theirs.example")
    parts.settings.forget()

    assert before == Site(name="Ours", url="http://localhost:8080")
    assert room.site() == Site(name="Theirs", url="https://theirs.example")


@pytest.mark.process
def test_encoding_stops_and_goes_on_while_the_server_runs(parts: Parts, admin: Actor) -> None:
    jobs = engine(parts)

    def count(queue: str, state: JobState) -> int:
        return jobs.counts().get(queue, {}).get(state, 0)

    def receive(number: int) -> None:
        with parts.db.begin() as tx:
            emit(tx, SourceReceived(asset_id=number))

    jobs.start()
    try:
        # Nobody has such a video, so the job ends as soon as it may begin.
        receive(10**6)
        until(lambda: count(PREPARE, JobState.DONE) == 1, "it was looked at")
        change(parts, admin, encoding_enabled=False)
        # Both of those that the change has are done.
        until(lambda: count(CLEANUP, JobState.DONE) == 2, "the change was heard of")
        receive(10**6 + 1)
        until(lambda: count(PREPARE, JobState.WAITING) == 1, "it waits")
        stopped = count(PREPARE, JobState.DONE)
        change(parts, admin, encoding_enabled=True)
        until(lambda: count(PREPARE, JobState.DONE) == 2, "it went on")
    finally:
        jobs.stop()

    assert stopped == 1
