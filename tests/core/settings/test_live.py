from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import SQLAlchemyError
from tests.factories import NOON

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database

DEFAULTS = Settings(instance_name="Ours")


class Clock:
    def __init__(self) -> None:
        self.time_s = 100.0

    def __call__(self) -> float:
        return self.time_s


def change(db: Database, **values: object) -> None:
    with db.begin() as tx:
        write_settings(tx, values, now=NOON)


def test_a_change_counts_within_a_second_and_nobody_asks_more_often(db: Database) -> None:
    clock = Clock()
    live = LiveSettings(db, DEFAULTS, clock=clock)
    first = live.current()
    change(db, encodes=3)

    clock.time_s += 0.9
    soon = live.current()
    clock.time_s += 0.2
    later = live.current()

    assert (first, soon, later) == (DEFAULTS, DEFAULTS, replace(DEFAULTS, encodes=3))


def test_a_change_made_here_counts_at_once(db: Database) -> None:
    live = LiveSettings(db, DEFAULTS, clock=Clock())
    live.current()
    change(db, encodes=3)

    live.forget()

    assert live.current() == replace(DEFAULTS, encodes=3)


def test_without_a_database_what_was_known_last_is_known_still(
    db: Database, tmp_path: Path
) -> None:
    change(db, encodes=3)
    live = LiveSettings(db, DEFAULTS, clock=Clock())
    live.current()
    away = Database(f"sqlite:///{tmp_path / 'empty.db'}")

    for asked, known in (
        (LiveSettings(away, DEFAULTS), DEFAULTS),
        (_moved(live, away), replace(DEFAULTS, encodes=3)),
    ):
        assert asked.known() == known
        with pytest.raises(SQLAlchemyError):
            asked.current()
    away.close()


def test_what_was_read_before_a_change_counts_no_longer(db: Database) -> None:
    live = LiveSettings(db, DEFAULTS, clock=Clock())
    age = live._age

    change(db, encodes=3)
    live.forget()
    live._known = (200.0, age, DEFAULTS)

    assert live.current() == replace(DEFAULTS, encodes=3)


def test_who_is_in_front_of_apps_waits_for_no_database_that_does_not_answer(
    db: Database,
) -> None:
    clock = Clock()
    live = LiveSettings(db, DEFAULTS, clock=clock)
    live.current()
    change(db, encodes=3)
    clock.time_s += 2

    with live._lock:
        meanwhile = live.known()
    soon = live.known()
    clock.time_s += 1.1
    later = live.known()

    assert (meanwhile, soon, later) == (DEFAULTS, DEFAULTS, replace(DEFAULTS, encodes=3))


def test_a_change_made_here_is_looked_for_again_after_a_wait_in_vain(db: Database) -> None:
    live = LiveSettings(db, DEFAULTS, clock=Clock())
    live.current()
    change(db, encodes=3)
    live.forget()

    with live._lock:
        meanwhile = live.known()

    assert (meanwhile, live.known()) == (DEFAULTS, replace(DEFAULTS, encodes=3))


def test_a_database_that_is_away_is_asked_once_a_second(db: Database, tmp_path: Path) -> None:
    clock, away = Clock(), Database(f"sqlite:///{tmp_path / 'empty.db'}")
    live = LiveSettings(away, DEFAULTS, clock=clock)
    live.known()
    change(db, encodes=3)

    live._db = db
    soon = live.known()
    clock.time_s += 1.1
    later = live.known()

    away.close()
    assert (soon, later) == (DEFAULTS, replace(DEFAULTS, encodes=3))


def test_what_was_refreshed_needs_no_database(db: Database, tmp_path: Path) -> None:
    change(db, encodes=3)
    live = LiveSettings(db, DEFAULTS, clock=Clock())
    live.refresh()

    live._db = Database(f"sqlite:///{tmp_path / 'empty.db'}")

    assert live.current() == replace(DEFAULTS, encodes=3)
    live._db.close()


def _moved(live: LiveSettings, db: Database) -> LiveSettings:
    """The same, whose database has gone."""
    live._db = db
    live.forget()
    return live
