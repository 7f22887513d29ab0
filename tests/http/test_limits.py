"""What every limiter owes, wherever it counts."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import redis
from tests.conftest import missing

from vitascope.db import Database
from vitascope.http.limits import Kind, Policy, RateLimiter, open_limiter

HOUR = 3600
THREE = Policy("three", 3, HOUR)
MANY = Policy("many", 20, HOUR)
BURST = Policy.bucket("burst", rate_per_s=1 / HOUR, burst=3)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        missing("redis-server (a package of Debian)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [str(program), "--bind", "127.0.0.1", "--port", str(port), "--save", ""],
        cwd=tmp_path_factory.mktemp("redis"),
        stdout=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(port, server)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("redis-server stopped before it answered")


@pytest.fixture(
    params=["memory:", "database:", pytest.param("redis:", marks=pytest.mark.redis)]
)
def limiter(request: pytest.FixtureRequest, db: Database) -> RateLimiter:
    url: str = request.param
    if url == "redis:":
        url = request.getfixturevalue("redis_url")
        with redis.Redis.from_url(url) as client:
            client.flushall()
    return open_limiter(url, db)


@pytest.mark.parametrize("policy", [THREE, BURST])
def test_what_is_more_than_the_amount_is_refused(limiter: RateLimiter, policy: Policy) -> None:
    verdicts = [limiter.hit(policy, "ada") for _ in range(5)]

    assert [(verdict.allowed, verdict.limit, verdict.remaining) for verdict in verdicts] == [
        (True, 3, 2),
        (True, 3, 1),
        (True, 3, 0),
        (False, 3, 0),
        (False, 3, 0),
    ]


def test_the_end_of_the_window_is_told(limiter: RateLimiter) -> None:
    before = time.time()

    verdicts = [limiter.hit(THREE, "ada") for _ in range(4)]

    latest = time.time() + HOUR + 1
    assert all(before + HOUR - 1 <= verdict.reset_at <= latest for verdict in verdicts)
    assert all(HOUR - 60 <= verdict.reset_after_s <= HOUR for verdict in verdicts)
    assert [verdict.retry_after_s for verdict in verdicts[:3]] == [0, 0, 0]
    assert verdicts[3].retry_after_s == verdicts[3].reset_after_s


def test_keys_and_policies_are_counted_apart(limiter: RateLimiter) -> None:
    for _ in range(3):
        limiter.hit(THREE, "ada")

    others = [limiter.hit(THREE, "bob"), limiter.hit(MANY, "ada"), limiter.hit(THREE, "a/da")]

    assert [verdict.remaining for verdict in others] == [2, 19, 2]


def test_a_hit_that_is_forgiven_is_not_counted(limiter: RateLimiter) -> None:
    for _ in range(4):
        limiter.hit(THREE, "ada")
        limiter.forgive(THREE, "ada")

    verdict = limiter.hit(THREE, "ada")

    assert (verdict.allowed, verdict.remaining) == (True, 2)


def test_forgiving_what_never_happened_gives_nothing(limiter: RateLimiter) -> None:
    for _ in range(3):
        limiter.forgive(THREE, "ada")

    verdicts = [limiter.hit(THREE, "ada") for _ in range(4)]

    assert [verdict.allowed for verdict in verdicts] == [True, True, True, False]


def test_a_bucket_forgives_nothing(limiter: RateLimiter) -> None:
    limiter.hit(BURST, "ada")
    limiter.forgive(BURST, "ada")

    verdict = limiter.hit(BURST, "ada")

    assert verdict.remaining == 1


@pytest.mark.parametrize("policy", [MANY, Policy("bucket", 20, HOUR, Kind.BUCKET)])
def test_threads_that_hit_at_once_share_the_amount(
    limiter: RateLimiter, policy: Policy
) -> None:
    def hit(_: int) -> list[bool]:
        return [limiter.hit(policy, "ada").allowed for _ in range(5)]

    with ThreadPoolExecutor(8) as pool:
        allowed = [each for some in pool.map(hit, range(8)) for each in some]

    assert (allowed.count(True), allowed.count(False)) == (20, 20)


async def test_the_event_loop_counts_the_same(limiter: RateLimiter) -> None:
    first = await limiter.ahit(THREE, "ada")
    await limiter.aforgive(THREE, "ada")

    second = await limiter.ahit(THREE, "ada")

    assert (first.remaining, second.remaining) == (2, 2)


@pytest.mark.redis
def test_redis_forgets_a_window_at_its_end(redis_url: str, db: Database) -> None:
    limiter = open_limiter(redis_url, db)
    policy = Policy("short", 1, 0.5)
    limiter.hit(policy, "ada")

    refused = 0
    while not limiter.hit(policy, "ada").allowed:
        refused += 1
        time.sleep(0.05)

    assert refused > 0


@pytest.mark.parametrize(
    ("url", "is_instant"),
    [
        ("memory:", True),
        ("database:", False),
        ("redis://127.0.0.1:1/0", False),
        ("rediss://user:secret@127.0.0.1:1/0", False),
    ],
)
def test_only_memory_is_quick_enough_for_the_event_loop(
    url: str, is_instant: bool, tmp_path: Path
) -> None:
    db = Database(f"sqlite:///{tmp_path / 'unused.db'}")

    limiter = open_limiter(url, db)

    assert limiter.is_instant is is_instant


@pytest.mark.parametrize("url", ["", "memory", "memcached://host", "http://user:secret@host"])
def test_an_unknown_place_is_refused_with_the_known_ones(url: str, tmp_path: Path) -> None:
    db = Database(f"sqlite:///{tmp_path / 'unused.db'}")

    with pytest.raises(ValueError, match="use memory:, database:, redis://") as refused:
        open_limiter(url, db)

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("amount", "period_s"), [(0, 1), (-1, 1), (1, 0), (1, -1), (1, float("inf"))]
)
def test_a_limit_that_cannot_be_meant_is_refused(amount: int, period_s: float) -> None:
    with pytest.raises(ValueError, match="no such limit"):
        Policy("odd", amount, period_s)


def test_a_bucket_needs_a_rate() -> None:
    with pytest.raises(ValueError, match="no such rate"):
        Policy.bucket("odd", rate_per_s=0, burst=10)
