import sqlite3
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from vitascope.jobs.old_sqlite import teach_subseconds


def test_every_sqlite_knows_the_time_below_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    before = time.time()

    teach_subseconds()
    teach_subseconds()
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.connect() as connection:
        told = connection.execute(sa.text("SELECT unixepoch('subsec')")).scalar_one()
    engine.dispose()

    # SQLite's own clock counts whole milliseconds.
    assert before - 0.001 <= told <= time.time()
