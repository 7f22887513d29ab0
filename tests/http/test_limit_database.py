import sqlalchemy as sa

from vitascope.core.schema import metadata
from vitascope.db import Database
from vitascope.http.limit_database import DatabaseStorage

NOON_S = 1_772_366_400.0


class Clock:
    now_s = NOON_S

    def __call__(self) -> float:
        return self.now_s


def rows(db: Database) -> int:
    with db.read() as tx:
        table = metadata.tables["rate_limits"]
        return tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_it_counts_as_the_library_expects(db: Database) -> None:
    clock = Clock()
    storage = DatabaseStorage(db, clock=clock)

    counts = [storage.incr("ada", 10), storage.incr("ada", 10, 2)]
    inside = (storage.get("ada"), storage.get_expiry("ada"))
    clock.now_s += 10
    over = (storage.get("ada"), storage.get_expiry("ada"))

    assert (counts, inside, over) == ([1, 3], (3, NOON_S + 10), (0, NOON_S + 10))


def test_it_forgets_one_or_all(db: Database) -> None:
    storage = DatabaseStorage(db, clock=Clock())
    for key in ("ada", "bob", "eve"):
        storage.incr(key, 10)

    storage.clear("ada")

    assert (storage.get("ada"), storage.get("bob"), storage.reset()) == (0, 1, 2)


def test_it_says_whether_it_can_count(db: Database) -> None:
    storage = DatabaseStorage(db)
    whole = storage.check()

    with db.begin() as tx:
        metadata.tables["rate_limits"].drop(tx)

    assert (whole, storage.check()) == (True, False)


def test_what_is_over_is_dropped_once_a_minute(db: Database) -> None:
    clock = Clock()
    storage = DatabaseStorage(db, clock=clock)
    for number in range(3):
        storage.incr(f"early {number}", 10)

    held = []
    for _ in range(4):
        clock.now_s += 25
        storage.incr("late", 1000)
        held.append(rows(db))

    assert held == [4, 4, 1, 1]
