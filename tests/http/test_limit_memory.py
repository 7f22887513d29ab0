import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.http.limit_memory import IDLE_BUCKET_S, MemoryLimiter
from vitascope.http.limits import Policy, Verdict

NOON_S = 1_772_366_400.0
TWO = Policy("two", 2, 10)
# Two tokens a second, up to four.
DRIP = Policy.bucket("drip", rate_per_s=2, burst=4)


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limiter(clock: Clock) -> MemoryLimiter:
    return MemoryLimiter(clock=clock, wall_clock=lambda: NOON_S + clock.now_s)


def remaining(limiter: MemoryLimiter, policy: Policy, *keys: str) -> list[int]:
    return [limiter.hit(policy, key).remaining for key in keys]


def test_a_window_begins_with_its_first_hit_and_forgets_all_at_its_end(
    limiter: MemoryLimiter, clock: Clock
) -> None:
    first = limiter.hit(TWO, "ada")
    clock.now_s += 3.5
    limiter.hit(TWO, "ada")
    refused = limiter.hit(TWO, "ada")
    clock.now_s += 6.5
    after = limiter.hit(TWO, "ada")

    assert (first, refused, after) == (
        Verdict(True, 2, 1, reset_at=1_772_366_510, reset_after_s=10, retry_after_s=0),
        Verdict(False, 2, 0, reset_at=1_772_366_510, reset_after_s=7, retry_after_s=7),
        Verdict(True, 2, 1, reset_at=1_772_366_520, reset_after_s=10, retry_after_s=0),
    )


def test_what_a_window_counted_is_not_given_back_in_the_next(
    limiter: MemoryLimiter, clock: Clock
) -> None:
    limiter.hit(TWO, "ada")
    clock.now_s += 10

    limiter.forgive(TWO, "ada")

    assert remaining(limiter, TWO, "ada", "ada") == [1, 0]


def test_a_bucket_gives_its_burst_and_then_its_rate(
    limiter: MemoryLimiter, clock: Clock
) -> None:
    burst = [limiter.hit(DRIP, "ada").allowed for _ in range(5)]
    clock.now_s += 0.25
    half_a_token = limiter.hit(DRIP, "ada")
    clock.now_s += 0.25
    a_token = limiter.hit(DRIP, "ada")

    assert burst == [True, True, True, True, False]
    assert (half_a_token, a_token) == (
        Verdict(False, 4, 0, reset_at=1_772_366_502, reset_after_s=2, retry_after_s=1),
        Verdict(True, 4, 0, reset_at=1_772_366_503, reset_after_s=2, retry_after_s=0),
    )


def test_a_bucket_never_holds_more_than_its_burst(limiter: MemoryLimiter, clock: Clock) -> None:
    limiter.hit(DRIP, "ada")
    clock.now_s += IDLE_BUCKET_S - 1

    left = remaining(limiter, DRIP, "ada", "ada")

    assert left == [3, 2]


def test_an_idle_bucket_is_forgotten(limiter: MemoryLimiter, clock: Clock) -> None:
    slow = Policy.bucket("slow", rate_per_s=0.001, burst=2)
    limiter.hit(slow, "ada")
    clock.now_s += IDLE_BUCKET_S - 1
    remembered = remaining(limiter, slow, "ada")

    clock.now_s += IDLE_BUCKET_S

    assert (remembered, remaining(limiter, slow, "ada")) == ([0], [1])


@pytest.mark.parametrize("policy", [TWO, DRIP])
def test_the_oldest_make_room_when_too_many_come(policy: Policy, clock: Clock) -> None:
    limiter = MemoryLimiter(max_keys=2, clock=clock)
    full = policy.amount - 1

    remaining(limiter, policy, "ada", "bob", "eve")

    assert remaining(limiter, policy, "eve", "bob", "ada") == [full - 1, full - 1, full]


@pytest.mark.parametrize("policy", [TWO, DRIP])
def test_what_is_over_does_not_stay_in_memory(
    limiter: MemoryLimiter, clock: Clock, policy: Policy
) -> None:
    for number in range(100):
        limiter.hit(policy, f"early {number}")
    clock.now_s += IDLE_BUCKET_S
    for number in range(50):
        limiter.hit(policy, f"late {number}")

    held = len(limiter)

    assert held == 50


@given(st.lists(st.floats(0, 1.5), max_size=60))
def test_a_bucket_allows_no_more_than_its_burst_and_its_rate(waits_s: list[float]) -> None:
    clock = Clock()
    limiter = MemoryLimiter(clock=clock)
    allowed_at = []

    for wait_s in waits_s:
        clock.now_s += wait_s
        if limiter.hit(DRIP, "ada").allowed:
            allowed_at.append(clock.now_s)

    for number, since in enumerate(allowed_at):
        for count, until in enumerate(allowed_at[number:], start=1):
            assert count <= DRIP.amount + 2 * (until - since) + 1e-6
