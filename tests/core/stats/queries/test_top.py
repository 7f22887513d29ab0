import sqlalchemy as sa
from tests.core.stats.counting import count, write
from tests.factories import NOON

from vitascope.base.ids import AccountId, VideoId
from vitascope.core.stats.model import DAY_S, HOUR_S, MONTH_S, Meter, Scope
from vitascope.core.stats.queries.top import Stretch, name_hosts, rank
from vitascope.db import Database, Tx

FILES = (Meter.TRAFFIC, Scope.VIDEO)
NOON_S = 1_772_366_400


def around_noon(grain_s: int) -> Stretch:
    start_s = NOON_S - NOON_S % grain_s
    return grain_s, start_s, start_s + grain_s


def test_stretches_are_added_up(tx: Tx) -> None:
    write(tx, count(5, video_id=VideoId(1)), count(7, video_id=VideoId(2)))
    stretches = [around_noon(each) for each in (MONTH_S, DAY_S, HOUR_S)]

    found = rank(tx, FILES, None, stretches, limit=10)

    assert found == [(2, 21), (1, 15)]


def test_without_stretches_or_sums_there_is_nothing(tx: Tx) -> None:
    write(tx, count(5, video_id=VideoId(1)))

    found = [
        rank(tx, FILES, None, [], limit=10),
        rank(tx, FILES, AccountId(2), [around_noon(DAY_S)], limit=10),
        rank(tx, (Meter.UPLOAD, Scope.VIDEO), None, [around_noon(DAY_S)], limit=10),
        rank(tx, FILES, None, [around_noon(DAY_S)], limit=0),
    ]

    assert found == [[], [], [], []]


def test_ranking_reads_nothing_but_its_index(sqlite_db: Database) -> None:
    asked: list[str] = []

    with sqlite_db.begin() as tx:
        tx.connection.driver_connection.set_trace_callback(asked.append)  # type: ignore[union-attr] # SQLite's has it
        for stretches in ([around_noon(HOUR_S)], [around_noon(DAY_S), around_noon(HOUR_S)]):
            rank(tx, FILES, None, stretches, limit=10)
        tx.connection.driver_connection.set_trace_callback(None)  # type: ignore[union-attr] # see above
        plans = [_plan(tx, sql) for sql in asked if "SELECT" in sql]

    # By the primary key it would be every sum of every video.
    searches = [line for plan in plans for line in plan if "meters" in line]
    assert len(searches) == 3
    assert {line.partition(" (")[0] for line in searches} == {
        "SEARCH meters USING COVERING INDEX ix_meters_ranked"
    }
    assert all("grain_s=? AND start_s>? AND start_s<?" in line for line in searches)


def _plan(tx: Tx, sql: str) -> list[str]:
    return [str(row[3]) for row in tx.execute(sa.text(f"EXPLAIN QUERY PLAN {sql}"))]


def test_hosts_have_names(tx: Tx) -> None:
    write(tx, count(1, host="a.example"), now=NOON)

    assert name_hosts(tx, [1, 2]) == {1: "a.example"}
