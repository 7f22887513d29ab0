from vitascope.http.limit_headers import draft_headers, no_headers, standard_headers
from vitascope.http.limits import Verdict

ALLOWED = Verdict(True, 50, 49, reset_at=1_772_366_410, reset_after_s=10, retry_after_s=0)
REFUSED = Verdict(False, 50, 0, reset_at=1_772_366_410, reset_after_s=10, retry_after_s=2)


def test_the_reset_is_told_in_unix_time() -> None:
    told = [draft_headers(verdict) for verdict in (ALLOWED, REFUSED)]

    reset = (b"x-ratelimit-reset", b"1772366410")
    assert told == [
        [(b"x-ratelimit-limit", b"50"), (b"x-ratelimit-remaining", b"49"), reset],
        [
            (b"x-ratelimit-limit", b"50"),
            (b"x-ratelimit-remaining", b"0"),
            reset,
            (b"retry-after", b"2"),
        ],
    ]


def test_the_standard_headers_tell_it_in_seconds_beside_the_older_ones() -> None:
    told = standard_headers(REFUSED)

    assert told == [
        (b"ratelimit-limit", b"50"),
        (b"ratelimit-remaining", b"0"),
        (b"ratelimit-reset", b"10"),
        (b"x-ratelimit-limit", b"50"),
        (b"x-ratelimit-remaining", b"0"),
        (b"x-ratelimit-reset", b"1772366410"),
        (b"retry-after", b"2"),
    ]


def test_a_dialect_may_tell_nothing() -> None:
    told = no_headers(REFUSED)

    assert told == []
