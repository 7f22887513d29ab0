import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from tests.factories import NOON, make_user

from vitascope.base.errors import Invalid
from vitascope.core.accounts.queries import count_users, find_user_by_login
from vitascope.db import Database, UtcTime, after_commit
from vitascope.db.migrate import is_current, migrate

SQLITE = sqlite.dialect()


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    def fail() -> None:
        with db.begin() as tx:
            make_user(tx)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    with db.read() as tx:
        assert count_users(tx) == 0


def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError), db.read() as tx:
        make_user(tx)


def test_writers_of_many_threads_lose_no_update(db: Database) -> None:
    with db.begin() as tx:
        tx.execute(sa.text("CREATE TABLE counter (value INTEGER)"))
        tx.execute(sa.text("INSERT INTO counter VALUES (0)"))

    def count() -> None:
        for _ in range(20):
            with db.begin() as tx:
                tx.execute(sa.text("UPDATE counter SET value = value + 1"))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with db.read() as tx:
        assert tx.execute(sa.text("SELECT value FROM counter")).scalar_one() == 80


def test_after_commit_hears_of_commits_only(db: Database) -> None:
    heard: list[str] = []

    def roll_back() -> None:
        with db.begin() as tx:
            after_commit(tx, lambda: heard.append("rolled back"))
            raise RuntimeError

    with db.begin() as tx:
        after_commit(tx, lambda: heard.append("committed"))
    with pytest.raises(RuntimeError):
        roll_back()

    assert heard == ["committed"]


def test_times_come_back_aware_and_to_the_microsecond(db: Database) -> None:
    exact = NOON + timedelta(microseconds=123_457)
    with db.begin() as tx:
        user = make_user(tx)
        tx.execute(sa.text("UPDATE users SET created_at = created_at + 123457"))

    with db.read() as tx:
        found = find_user_by_login(tx, user.username)

    assert found is not None
    assert found.created_at == exact
    assert found.created_at.tzinfo is UTC


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcTime().process_bind_param(datetime(2026, 1, 1), SQLITE)  # noqa: DTZ001 -- the point of the test


def test_a_time_of_another_zone_is_the_same_moment() -> None:
    berlin = datetime(2026, 3, 1, 13, tzinfo=timezone(timedelta(hours=1)))

    bound = UtcTime().process_bind_param(berlin, SQLITE)

    assert UtcTime().process_result_value(bound, SQLITE) == NOON


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")

    before = is_current(database)
    migrate(database)
    migrate(database)

    assert (before, is_current(database)) == (False, True)
    database.close()


@pytest.mark.postgres
def test_a_zero_character_in_a_text_is_the_sender_s_mistake(postgres_db: Database) -> None:
    with pytest.raises(Invalid), postgres_db.begin() as tx:
        tx.execute(sa.text("SELECT CAST(:text AS TEXT)"), {"text": "a\0b"})


def test_an_error_tells_the_log_no_parameters(db: Database) -> None:
    missing = sa.text("SELECT :secret FROM nowhere")

    with pytest.raises(sa.exc.DBAPIError) as failed, db.read() as tx:
        tx.execute(missing, {"secret": "a token"})

    assert "a token" not in str(failed.value)
