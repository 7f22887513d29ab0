from collections.abc import Callable

import structlog.testing

from vitascope.core.schema import metadata
from vitascope.db import Database
from vitascope.http.limit_database import DatabaseStorage
from vitascope.http.limit_shared import SharedLimiter
from vitascope.http.limits import Policy, RateLimiter, Verdict, open_limiter

NOON_S = 1_772_366_400.0
ONE = Policy("one", 1, 10)
NOT_COUNTED = ("rate limits not counted", "error")


class Clock:
    now_s = NOON_S

    def __call__(self) -> float:
        return self.now_s


def make_limiter(db: Database, clock: Clock) -> RateLimiter:
    return SharedLimiter(DatabaseStorage(db, clock=clock), clock=clock)


def allowed(limiter: RateLimiter, *, hits: int) -> list[bool]:
    return [limiter.hit(ONE, "ada").allowed for _ in range(hits)]


def logged(deed: Callable[[], object]) -> list[tuple[str, str]]:
    with structlog.testing.capture_logs() as logs:
        deed()
    return [(line["event"], line["log_level"]) for line in logs]


def break_table(db: Database) -> None:
    with db.begin() as tx:
        metadata.tables["rate_limits"].drop(tx)


def mend_table(db: Database) -> None:
    with db.begin() as tx:
        metadata.tables["rate_limits"].create(tx)


def test_two_servers_count_together(db: Database) -> None:
    clock = Clock()
    here, there = make_limiter(db, clock), make_limiter(db, clock)

    first = here.hit(ONE, "ada")
    clock.now_s += 3.5
    refused = there.hit(ONE, "ada")
    clock.now_s += 6.5
    after = there.hit(ONE, "ada")

    end = int(NOON_S) + 10
    assert (first, refused, after) == (
        Verdict(True, 1, 0, reset_at=end, reset_after_s=10, retry_after_s=0),
        Verdict(False, 1, 0, reset_at=end, reset_after_s=7, retry_after_s=7),
        Verdict(True, 1, 0, reset_at=end + 10, reset_after_s=10, retry_after_s=0),
    )


def test_a_bucket_is_a_window_of_whole_seconds(db: Database) -> None:
    limiter = make_limiter(db, Clock())
    policy = Policy.bucket("upload", rate_per_s=20, burst=50)

    verdict = limiter.hit(policy, "ada")

    end = int(NOON_S) + 3
    assert verdict == Verdict(True, 50, 49, reset_at=end, reset_after_s=3, retry_after_s=0)


def test_everything_is_allowed_while_nobody_can_count(db: Database) -> None:
    limiter = make_limiter(db, Clock())
    break_table(db)

    verdicts = [limiter.hit(ONE, "ada") for _ in range(2)]
    limiter.forgive(ONE, "ada")

    end = int(NOON_S) + 10
    open_verdict = Verdict(True, 1, 1, reset_at=end, reset_after_s=10, retry_after_s=0)
    assert verdicts == [open_verdict, open_verdict]


def test_counting_goes_on_when_the_storage_is_back(db: Database) -> None:
    clock = Clock()
    limiter = make_limiter(db, clock)
    break_table(db)
    limiter.hit(ONE, "ada")
    mend_table(db)

    at_once = allowed(limiter, hits=2)
    clock.now_s += 5
    later = allowed(limiter, hits=2)

    assert (at_once, later) == ([True, True], [True, False])


def test_a_failure_is_logged_once_a_minute(db: Database) -> None:
    clock = Clock()
    limiter = make_limiter(db, clock)
    break_table(db)

    lines = []
    for _ in range(12):
        lines.append(logged(lambda: limiter.hit(ONE, "ada")))
        clock.now_s += 6

    assert lines == [[NOT_COUNTED], *[[]] * 9, [NOT_COUNTED], []]


def test_a_hit_that_cannot_be_forgiven_is_logged(db: Database) -> None:
    limiter = make_limiter(db, Clock())
    break_table(db)

    lines = logged(lambda: limiter.forgive(ONE, "ada"))

    assert lines == [NOT_COUNTED]


def test_a_redis_that_is_gone_stops_nobody(db: Database) -> None:
    limiter = open_limiter("redis://127.0.0.1:1/0", db)

    lines = logged(lambda: allowed(limiter, hits=3))
    answers = allowed(limiter, hits=3)

    assert (answers, lines) == ([True, True, True], [NOT_COUNTED])
