"""CPU of statistics over a year of data from 10,000 videos, against raw SQL alone.

    python -m bench.stats

Prints for each question the milliseconds until its answer is encoded, and those of one
statement that adds up the same rows (bar: 50 ms for any series).
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from bench.lists import NOW, VIDEOS, draw
from vitascope.base.ids import UserId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role
from vitascope.core.stats.gauges import read_gauges
from vitascope.core.stats.model import (
    DAY_S,
    GAUGE_GRAINS_S,
    GRAINS_OF,
    HOUR_S,
    KEPT_S,
    MINUTE_S,
    Gauge,
    Meter,
    Scope,
)
from vitascope.core.stats.series import Wanted, read_series
from vitascope.core.stats.span import grain_for, seconds, span
from vitascope.core.stats.sweep import find_expired
from vitascope.core.stats.top import Contest, Place, Ranking, read_largest, read_top
from vitascope.db import Database, Tx
from vitascope.dialects.videocms.wire_stats import PlaceOut, SystemOut, TrafficOut

ROUNDS = 7
BAR_MS = 50.0
NOW_S = seconds(NOW)
YEAR_S = 365 * DAY_S
SPANS = {
    "1 hour": (timedelta(hours=1), 50),
    "1 day": (timedelta(days=1), 96),
    "3 days": (timedelta(days=3), 1000),
    "7 days": (timedelta(days=7), 100),
    "30 days": (timedelta(days=30), 100),
    "100 days": (timedelta(days=100), 2000),
    "1 year": (timedelta(days=365), 100),
}
ROOT = Actor(user_id=UserId(1_000_000), role=Role.ADMINISTRATOR)
# Who has a third of the videos, and the video that is watched most, with one of its renditions.
USER, ACCOUNT, VIDEO, RENDITION = UserId(1), 1, VideoId(1), 1
ENCODER = msgspec.json.Encoder()

# How often each is watched in a second: the first ones all the time, the last ones once in
# ten days. Each view is seen in five minutes.
WATCHED = """
CREATE TEMP TABLE watched AS
SELECT v.id AS video_id, c.account_id, 1000.0 / (v.id + 5) / 86400 AS hertz
FROM videos v JOIN channels c ON c.id = v.channel_id
"""
TICKS = """
WITH RECURSIVE tick(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM tick WHERE n < :last)
INSERT INTO ticks SELECT :grain_s, :newest_s - n * :grain_s, :seen_s FROM tick
"""
SUMS_OF_VIDEOS = """
INSERT INTO meters
SELECT 'traffic', 'video', w.video_id, w.account_id, t.grain_s, t.start_s,
       abs(random()) % 1000000000
FROM watched w CROSS JOIN ticks t
WHERE abs(random()) % 1000000 < 1000000 * min(1.0, w.hertz * t.seen_s)
ORDER BY w.video_id, w.account_id, t.grain_s, t.start_s
"""
MONTHS = """
INSERT INTO meters
SELECT meter, scope, subject_id, part_id, 2592000, start_s - start_s % 2592000, sum(amount)
FROM meters WHERE grain_s = 86400 AND scope IN ('video', 'account')
GROUP BY 1, 2, 3, 4, 6
"""
SUMS_OF_RENDITIONS = """
INSERT INTO meters
SELECT meter, 'rendition', subject_id, r.column1, grain_s, start_s, amount / 2
FROM meters m CROSS JOIN (VALUES (1), (2)) r
WHERE scope = 'video' AND grain_s < 2592000 ORDER BY subject_id, r.column1, grain_s, start_s
"""
SUMS_OF_MANY = """
INSERT INTO meters
SELECT 'traffic', s.column1, s.column2, 0, t.grain_s, t.start_s, abs(random()) % 1000000000
FROM (VALUES ('account', 1), ('account', 2), ('account', 3), ('all', 0)) s CROSS JOIN ticks t
"""
RENDITIONS = """
INSERT INTO renditions (asset_id, name, kind, state, codecs, is_default, size_bytes,
                        average_bps, peak_bps)
SELECT a.id, k.column1, k.column2, 'complete', '', 0, abs(random()) % 1000000000, 0, 0
FROM assets a CROSS JOIN (VALUES ('720p', 'video'), ('360p', 'video'), ('audio-0', 'audio')) k
"""
SERIES = """
SELECT start_s / :bucket_s, sum(amount) FROM meters
WHERE meter = 'traffic' AND scope = :scope AND subject_id = :subject_id AND part_id = :part_id
  AND grain_s = :grain_s AND start_s >= :start_s GROUP BY 1
"""
SAMPLES = """
SELECT gauge, start_s / :bucket_s, sum(total) / sum(samples) FROM gauges
WHERE grain_s = :grain_s AND start_s >= :start_s GROUP BY 1, 2
"""
TOP = """
SELECT subject_id, sum(amount) FROM meters
INDEXED BY ix_meters_ranked
WHERE meter = 'traffic' AND scope = :scope AND grain_s = :grain_s AND start_s >= :start_s
  AND grain_s > 60 AND scope <> 'rendition' GROUP BY 1 ORDER BY 2 DESC LIMIT 10
"""
LARGEST = """
SELECT v.id, max(r.size_bytes) FROM videos v JOIN renditions r ON r.asset_id = v.asset_id
WHERE r.kind = 'video' GROUP BY 1 ORDER BY 2 DESC LIMIT 10
"""


@dataclass(frozen=True)
class Question:
    """``ask`` and ``tell`` are ours; ``sql`` adds up the same rows, once."""

    name: str
    ask: Callable[[Tx], Any]
    tell: Callable[[Any], object]
    sql: str
    values: dict[str, object]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        draw(path)
        raw = sqlite3.connect(path)
        raw.execute("PRAGMA cache_size = -20000")
        fill(raw)
        (rows,) = raw.execute("SELECT count(*) FROM meters").fetchone()
        size_mb = path.stat().st_size / 1e6
        print(f"{VIDEOS} videos, a year: {rows / 1e6:.1f} million sums in {size_mb:.0f} MB")
        database = Database(f"sqlite:///{path}")
        print(f"{'CPU in ms':32}{'ours':>9}{'raw SQL':>9}")
        slowest_ms = max(measure(database, raw, each) for each in all_series(raw))
        print(f"slowest series {slowest_ms:.1f} ms (bar: {BAR_MS:.0f} ms)")
        for question in all_tops():
            measure(database, raw, question)
        measure(database, raw, SWEEP, rounds=1)
        database.close()


def measure(
    database: Database, raw: sqlite3.Connection, question: Question, rounds: int = ROUNDS
) -> float:
    """Ask ours and the yardstick in turns, and print the median of each; returns ours."""
    ours, alone = [], []
    # Both know the pages of the file then.
    for _ in range(rounds + 1):
        ours.append(cpu_ms(lambda: ask(database, question)))
        alone.append(cpu_ms(lambda: raw.execute(question.sql, question.values).fetchall()))
    ours_ms, alone_ms = statistics.median(ours[1:]), statistics.median(alone[1:])
    print(f"{question.name:32}{ours_ms:9.2f}{alone_ms:9.2f}   {ours_ms / alone_ms:.1f} x")
    return ours_ms


def ask(database: Database, question: Question) -> bytes:
    with database.read() as tx:
        return ENCODER.encode(question.tell(question.ask(tx)))


def cpu_ms(deed: Callable[[], object]) -> float:
    before = time.process_time()
    deed()
    return (time.process_time() - before) * 1000


def all_series(raw: sqlite3.Connection) -> Iterator[Question]:
    (owner,) = raw.execute("SELECT account_id FROM watched WHERE video_id = 1").fetchone()
    kinds: dict[str, tuple[Scope, int, int, dict[str, Any]]] = {
        "all": (Scope.ALL, 0, 0, {}),
        "account": (Scope.ACCOUNT, ACCOUNT, 0, {"user_id": USER}),
        "video": (Scope.VIDEO, VIDEO, owner, {"video_id": VIDEO}),
        "rendition": (Scope.RENDITION, VIDEO, RENDITION, {"rendition_id": RENDITION}),
    }
    for kind, (scope, subject_id, part_id, asked) in kinds.items():
        for name, (length, points) in SPANS.items():
            wanted = Wanted(
                meter=Meter.TRAFFIC,
                **{"user_id": None, **asked},
                since=NOW - length,
                until=NOW,
                points=points,
            )
            yield Question(
                name=f"{kind}, {name}",
                ask=partial(read_series, actor=ROOT, wanted=wanted, now=NOW),
                tell=TrafficOut.of,
                sql=SERIES,
                values={
                    "scope": scope.value,
                    "subject_id": subject_id,
                    "part_id": part_id,
                    **_cut(length, points, GRAINS_OF[scope]),
                },
            )
    for name in ("1 hour", "1 day", "3 days", "7 days", "30 days"):
        length, points = SPANS[name]
        since = NOW - length
        yield Question(
            name=f"gauges, {name}",
            ask=partial(
                read_gauges, actor=ROOT, since=since, until=NOW, points=points, now=NOW
            ),
            tell=SystemOut.of,
            sql=SAMPLES,
            values=_cut(length, points, GAUGE_GRAINS_S),
        )


def _cut(length: timedelta, points: int, grains_s: Sequence[int]) -> dict[str, object]:
    cut = span(NOW - length, NOW, points)
    assert cut is not None
    return {
        "bucket_s": cut.bucket_s,
        "grain_s": grain_for(cut, grains_s, NOW),
        "start_s": cut.start_s,
    }


def all_tops() -> Iterator[Question]:
    for ranking, scope in ((Ranking.FILES, Scope.VIDEO), (Ranking.USERS, Scope.ACCOUNT)):
        for user_id in (None, USER):
            for name in ("1 hour", "1 day", "30 days", "1 year"):
                length, _ = SPANS[name]
                contest = Contest(
                    meter=Meter.TRAFFIC,
                    ranking=ranking,
                    user_id=user_id,
                    since=NOW - length,
                    until=NOW,
                )
                yield Question(
                    name=f"top {ranking}{'' if user_id is None else ' of one'}, {name}",
                    ask=partial(read_top, actor=ROOT, contest=contest, now=NOW),
                    tell=partial(_places, ranking),
                    sql=TOP,
                    values={
                        "scope": scope.value,
                        "grain_s": DAY_S if length > timedelta(days=1) else HOUR_S,
                        "start_s": NOW_S - length // timedelta(seconds=1),
                    },
                )
    for ranking in (Ranking.FILES, Ranking.USERS):
        yield Question(
            name=f"largest {ranking}",
            ask=partial(read_largest, actor=ROOT, ranking=ranking, user_id=None),
            tell=partial(_places, ranking),
            sql=LARGEST,
            values={},
        )


def _places(ranking: Ranking, places: Sequence[Place]) -> list[PlaceOut]:
    return [PlaceOut.of(place, ranking) for place in places]


SWEEP = Question(
    name="what is to be swept",
    ask=partial(find_expired, now=NOW),
    tell=len,
    sql="SELECT count(*) FROM meters WHERE amount < 0",
    values={},
)


def fill(raw: sqlite3.Connection) -> None:
    """What a year leaves: minutes of the last days, hours of the last hundred, days."""
    # It lives for a minute.
    raw.executescript("PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY")
    raw.execute(WATCHED)
    raw.execute(
        "CREATE TEMP TABLE ticks (grain_s, start_s, seen_s, PRIMARY KEY (grain_s, start_s))"
    )
    for grain_s in (MINUTE_S, HOUR_S, DAY_S):
        kept_s = KEPT_S.get(grain_s, YEAR_S)
        tick = {
            "grain_s": grain_s,
            "newest_s": NOW_S - NOW_S % grain_s,
            "last": kept_s // grain_s,
            "seen_s": grain_s + 5 * MINUTE_S,
        }
        raw.execute(TICKS, tick)
    for sums in (SUMS_OF_VIDEOS, SUMS_OF_MANY, MONTHS, SUMS_OF_RENDITIONS):
        raw.execute(sums)
    raw.execute(RENDITIONS)
    for grain_s, kept_s in ((MINUTE_S, KEPT_S[MINUTE_S]), (HOUR_S, 30 * DAY_S)):
        starts_s = range(NOW_S - kept_s, NOW_S, grain_s)
        rows = [(gauge.value, grain_s, at_s, 50.0, 6) for gauge in Gauge for at_s in starts_s]
        raw.executemany("INSERT INTO gauges VALUES (?, ?, ?, ?, ?)", rows)
    raw.commit()


if __name__ == "__main__":
    main()
