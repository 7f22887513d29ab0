from concurrent.futures import ThreadPoolExecutor

import pytest

from vitascope.http.cache import BytesCache


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_an_answer_is_kept_until_its_time_is_over(clock: Clock) -> None:
    cache = BytesCache(ttl_s=2, clock=clock)
    cache.put("list", b"[]")

    at_once = cache.get("list")
    clock.now_s += 1.9
    later = cache.get("list")
    clock.now_s += 0.1
    too_late = cache.get("list")

    assert (at_once, later, too_late) == (b"[]", b"[]", None)


def test_putting_again_begins_a_new_time(clock: Clock) -> None:
    cache = BytesCache(ttl_s=2, clock=clock)
    cache.put("list", b"old")
    clock.now_s += 1.5

    cache.put("list", b"new")
    clock.now_s += 1.5

    assert cache.get("list") == b"new"


def test_the_oldest_makes_room(clock: Clock) -> None:
    cache = BytesCache(max_entries=2, clock=clock)

    for key in ("a", "b", "c"):
        cache.put(key, key.encode())

    assert [cache.get(key) for key in ("a", "b", "c")] == [None, b"b", b"c"]


def test_clear_forgets_everything(clock: Clock) -> None:
    cache = BytesCache(clock=clock)
    cache.put("a", b"x")

    cache.clear()

    assert cache.get("a") is None


def test_many_threads_may_use_it_at_once() -> None:
    cache = BytesCache(ttl_s=0.001, max_entries=5)

    def use(number: int) -> bool:
        for turn in range(300):
            key = (number * turn) % 11
            cache.put(key, bytes([key]))
            if cache.get(key) not in {None, bytes([key])}:
                return False
        return True

    with ThreadPoolExecutor(4) as pool:
        right = list(pool.map(use, range(8)))

    assert right == [True] * 8
