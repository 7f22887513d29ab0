"""A stretch of time cut into equal buckets, and sums laid over it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vitascope.core.stats.model import KEPT_S

MOST_POINTS = 5000
_FINE = 4
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND, _MICROSECOND = timedelta(seconds=1), timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """``count`` buckets of ``bucket_s`` seconds from ``start_s`` on, a multiple of that since
    1970. What is asked for ends at ``until_s``, in the last one.
    """

    start_s: int
    until_s: int
    bucket_s: int
    count: int

    @property
    def end_s(self) -> int:
        return self.start_s + self.count * self.bucket_s

    def starts_ms(self) -> Iterable[int]:
        step_ms = self.bucket_s * 1000
        return range(self.start_s * 1000, self.end_s * 1000, step_ms)


def span(since: datetime, until: datetime, points: int) -> Span | None:
    """Every bucket from the one of ``since`` to the one of ``until``; about ``points``, at
    most :data:`MOST_POINTS`. None when there is no time in between.
    """
    if until <= since:
        return None
    most = min(max(points, 1), MOST_POINTS)
    bucket_s = -((since - until) // _MICROSECOND // (most * 1_000_000))
    until_s = seconds(until)
    start_s = aligned(seconds(since), bucket_s)
    count = (until_s - start_s) // bucket_s + 1
    return Span(start_s=start_s, until_s=until_s, bucket_s=bucket_s, count=count)


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970."""
    return (moment - _EPOCH) // _SECOND


def aligned(second: int, length_s: int) -> int:
    """The last multiple of ``length_s`` up to ``second``."""
    return second - second % length_s


def grain_for(wanted: Span, grains_s: Sequence[int], now: datetime) -> int:
    """The longest of ``grains_s`` (shortest first) that still shows how it went, of those
    that were kept as far back as the span begins.
    """
    age_s = seconds(now) - wanted.start_s
    kept = [each for each in grains_s if each not in KEPT_S or age_s <= KEPT_S[each]]
    kept = kept or list(grains_s[-1:])
    fine = [each for each in kept if each * _FINE <= wanted.bucket_s]
    return fine[-1] if fine else kept[0]


def lay(
    sums: Iterable[tuple[int, int]], grain_s: int, wanted: Span, now: datetime
) -> list[int]:
    """What falls into each bucket, of pairs of start (s) and amount that stand for
    ``grain_s`` seconds each. One that lies in several buckets is shared out by time, without
    a rest.
    """
    amounts = [0] * wanted.count
    for start_s, amount in sums:
        end_s = _end(start_s, grain_s, now)
        for bucket, before_s, upto_s in _parts(start_s, end_s, wanted):
            length_s = end_s - start_s
            part = amount * upto_s // length_s - amount * before_s // length_s
            amounts[bucket] += part
    return amounts


def average(
    sums: Iterable[tuple[int, float, int]], grain_s: int, wanted: Span, now: datetime
) -> list[float]:
    """The average in each bucket, of start (s), sum and number of samples that were taken in
    ``grain_s`` seconds each; 0 where there were none.
    """
    totals, weights = [0.0] * wanted.count, [0.0] * wanted.count
    for start_s, total, samples in sums:
        end_s = _end(start_s, grain_s, now)
        for bucket, before_s, upto_s in _parts(start_s, end_s, wanted):
            share = (upto_s - before_s) / (end_s - start_s)
            totals[bucket] += total * share
            weights[bucket] += samples * share
    return [
        total / weight if weight else 0.0 for total, weight in zip(totals, weights, strict=True)
    ]


def _end(start_s: int, grain_s: int, now: datetime) -> int:
    """What is not over yet has happened until now."""
    return max(start_s + 1, min(start_s + grain_s, seconds(now) + 1))


def _parts(start_s: int, end_s: int, wanted: Span) -> Iterator[tuple[int, int, int]]:
    """The buckets that lie in a stretch at least in part: which one, and where in the stretch
    its part begins and ends.
    """
    bucket_s = wanted.bucket_s
    first = (start_s - wanted.start_s) // bucket_s
    last = (end_s - 1 - wanted.start_s) // bucket_s
    for bucket in range(max(first, 0), min(last, wanted.count - 1) + 1):
        begin_s = wanted.start_s + bucket * bucket_s
        before_s = max(begin_s - start_s, 0)
        yield bucket, before_s, min(begin_s + bucket_s, end_s) - start_s
