from datetime import UTC, datetime, timedelta

import pytest

from vitascope.core.imports.model import ImportState
from vitascope.web import words

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0:00"), (9.9, "0:09"), (536, "8:56"), (3600, "1:00:00"), (36_065, "10:01:05")],
)
def test_a_clock_shows_hours_only_when_there_are_some(seconds: float, expected: str) -> None:
    assert words.clock(seconds) == expected


@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=13), "1 week ago"),
        (timedelta(days=29), "4 weeks ago"),
        (timedelta(days=364), "12 months ago"),
        (timedelta(days=730), "2 years ago"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(passed: timedelta, expected: str) -> None:
    assert words.age(NOON - passed, NOON) == expected


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [
        (0, "0 bytes"),
        (5, "5 bytes"),
        (1500, "1.5 kB"),
        (61_000_000, "61 MB"),
        (2 * 10**15, "2000 TB"),
    ],
)
def test_a_size_is_told_in_decimal_units(size_bytes: int, expected: str) -> None:
    assert words.size(size_bytes) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (None, "Waiting for the video to arrive."),
        (0.4, "Watchable in a moment."),
        (4.2, "Watchable in about 5 s."),
        (89.0, "Watchable in about 89 s."),
        (91.0, "Watchable in about 2 min."),
    ],
)
def test_whoever_waits_is_told_how_long(seconds: float | None, expected: str) -> None:
    assert words.waiting(seconds) == expected


def test_a_single_view_is_not_plural() -> None:
    told = [words.view_count(views) for views in (0, 1, 30979)]

    assert told == ["0 views", "1 view", "30,979 views"]


def test_a_summary_is_one_line_of_bounded_length() -> None:
    told = [words.summary("one\n two"), words.summary("a b c d", limit=4)]

    assert told == ["one two", "a b\N{HORIZONTAL ELLIPSIS}"]


def test_a_day_and_a_duration_have_their_usual_forms() -> None:
    assert (words.day(NOON), words.iso_duration(536)) == ("1 March 2026", "PT8M56S")


def test_a_moment_is_told_with_its_zone() -> None:
    assert words.moment(NOON) == "1 March 2026, 12:00 UTC"


def test_secrets_are_told_in_fours() -> None:
    assert [words.groups(text) for text in ("", "ABCD", "ABCDEFGHIJ")] == [
        "",
        "ABCD",
        "ABCD EFGH IJ",
    ]


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        ("", "Unknown program"),
        ("curl/8.14.1", "curl/8.14.1"),
        ("PeerTubeApp/2.1 (iOS)", "PeerTubeApp/2.1"),
        ("x" * 200, "x" * 60),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Firefox on Linux",
        ),
        (
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
                "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
            ),
            "Edge on Windows",
        ),
        (
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 "
                "(KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1"
            ),
            "Safari on iPhone",
        ),
        (
            (
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) "
                "Chrome/142.0.0.0 Mobile Safari/537.36"
            ),
            "Chrome on Android",
        ),
    ],
)
def test_programs_are_told_in_words(user_agent: str, expected: str) -> None:
    assert words.device(user_agent) == expected


@pytest.mark.parametrize(
    ("state", "total_bytes", "expected"),
    [
        ("pending", None, "Waiting for its turn"),
        ("downloading", 61_000_000, "Downloading, 31 MB of 61 MB"),
        ("downloading", None, "Downloading, 31 MB so far"),
        ("finishing", 61_000_000, "Making the video"),
        ("done", 61_000_000, "Imported"),
    ],
)
def test_imports_say_how_far_they_are(
    state: str, total_bytes: int | None, expected: str
) -> None:
    assert words.import_state(state, 31_000_000, total_bytes) == expected


@pytest.mark.parametrize("state", ImportState)
def test_every_state_of_an_import_has_words(state: ImportState) -> None:
    assert words.import_state(state.value, 0, None)[0].isupper()


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ((True, False, False), "Addresses of video files, one on each line."),
        ((False, True, True), "Magnet links, one on each line."),
        (
            (True, True, True),
            "Addresses of video files, pages of video sites or magnet links, one on each line.",
        ),
    ],
)
def test_the_hint_names_what_may_be_imported(
    offered: tuple[bool, bool, bool], expected: str
) -> None:
    names = ("urls", "sites", "torrents")

    assert words.import_hint(dict(zip(names, offered, strict=True))) == expected
