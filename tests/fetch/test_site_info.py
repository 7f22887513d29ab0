from datetime import UTC, date, datetime
from typing import Any

import pytest

from vitascope.fetch.site_info import (
    announced_bytes,
    entries_of,
    expected_bytes,
    is_list,
    is_live,
    video_of,
)
from vitascope.fetch.site_words import SiteEntry, SiteVideo

URL = "https://a.test/film"


def test_everything_that_is_told_of_a_video_is_kept() -> None:
    video = video_of(
        {
            "title": " A film ",
            "webpage_url": URL,
            "description": "About it",
            "duration": 12.3456,
            "language": "de-CH",
            "tags": ["sea", "", None, "sea", "sun"],
            "categories": ["Travel"],
            "upload_date": "20260203",
            "thumbnail": "https://a.test/film.jpg",
            "license": "CC BY 4.0",
            "age_limit": 18,
            "uploader": "Ada",
        }
    )

    assert video == SiteVideo(
        title="A film",
        webpage_url=URL,
        description="About it",
        duration_ms=12346,
        language="de-CH",
        tags=("sea", "sun"),
        categories=("Travel",),
        upload_date=date(2026, 2, 3),
        thumbnail_url="https://a.test/film.jpg",
        license="CC BY 4.0",
        is_nsfw=True,
        uploader="Ada",
    )


def test_a_video_without_a_word_is_called_by_its_address() -> None:
    video = video_of({"webpage_url": URL, "title": "", "tags": None, "age_limit": None})

    assert video == SiteVideo(title=URL, webpage_url=URL)


def test_nonsense_is_as_good_as_nothing() -> None:
    video = video_of(
        {
            "title": "x" * 9000,
            "webpage_url": URL,
            "duration": float("nan"),
            "tags": "sea",
            "upload_date": "20261399",
            "thumbnail": "data:image/png;base64,xx",
            "age_limit": "old",
        }
    )

    assert video == SiteVideo(title="x" * 500, webpage_url=URL)


def test_a_list_is_read_with_the_lists_in_it() -> None:
    inner = {"entries": [{"url": "https://a.test/3", "timestamp": 10**30}]}
    entries = [
        {"url": "https://a.test/1#__youtubedl_smuggle=x", "title": "One", "timestamp": 60},
        None,
        {"webpage_url": "https://a.test/2", "upload_date": "20260203"},
        {"url": "plugin:2"},
        inner,
    ]

    found = list(entries_of({"entries": entries}))

    assert found == [
        SiteEntry(
            url="https://a.test/1",
            title="One",
            published_at=datetime(1970, 1, 1, 0, 1, tzinfo=UTC),
        ),
        SiteEntry(url="https://a.test/2", published_at=datetime(2026, 2, 3, tzinfo=UTC)),
        SiteEntry(url="https://a.test/3"),
    ]


@pytest.mark.parametrize(
    ("info", "announced", "expected"),
    [
        ({"filesize": 5}, 5, 5),
        ({"filesize_approx": 7}, None, 7),
        ({}, None, None),
        ({"requested_formats": [{"filesize": 5}, {"filesize": 6}]}, 11, 11),
        ({"requested_formats": [{"filesize": 5}, {"filesize_approx": 6.5}]}, None, 11),
        ({"requested_formats": [{"filesize": 5}, {}]}, None, None),
    ],
)
def test_a_size_counts_when_every_part_has_one(
    info: dict[str, Any], announced: int | None, expected: int | None
) -> None:
    sizes = (announced_bytes(info), expected_bytes(info))

    assert sizes == (announced, expected)


def test_lists_and_live_streams_are_known() -> None:
    lists = [is_list({"_type": kind}) for kind in ("playlist", "multi_video", "video")]
    live = [
        is_live({"live_status": status}) for status in ("is_live", "is_upcoming", "was_live")
    ]

    assert lists == [True, True, False]
    assert live == [True, True, False]
    assert is_live({"is_live": True})
