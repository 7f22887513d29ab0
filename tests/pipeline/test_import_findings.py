from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from tests.pipeline.importing import ask

from vitascope.core.videos.fields import VideoFields
from vitascope.db import Database
from vitascope.fetch.download import Downloaded
from vitascope.fetch.site import FetchedVideo, SiteVideo
from vitascope.fetch.torrent import FetchedFile
from vitascope.pipeline.import_findings import (
    Findings,
    of_download,
    of_site,
    of_torrent,
    type_of,
)


def downloaded(filename: str, content_type: str | None) -> Downloaded:
    return Downloaded(
        path=Path("file"),
        size_bytes=5,
        filename=filename,
        content_type=content_type,
        final_url="http://127.0.0.1/clip",
    )


def test_a_video_that_waits_gets_the_name_without_its_suffix(db: Database) -> None:
    waiting, plain = ask(db, waiting=True), ask(db)

    found = [
        of_download(one, "file", downloaded("Two.Birds.mp4", None)) for one in (waiting, plain)
    ]

    untitled = Findings(file="file", filename="Two.Birds.mp4", content_type="video/mp4")
    assert found == [msgspec.structs.replace(untitled, title="Two.Birds"), untitled]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("video/webm; codecs=vp9", "video/webm"),
        ("Application/Octet-Stream", "video/mp4"),
        (None, "video/mp4"),
    ],
)
def test_a_server_that_does_not_know_the_type_leaves_it_to_the_name(
    db: Database, said: str | None, expected: str
) -> None:
    found = of_download(ask(db), "file", downloaded("clip.mp4", said))

    assert found.content_type == expected


def test_a_file_of_a_torrent_is_called_as_the_torrent_calls_it(db: Database) -> None:
    fetched = FetchedFile(path=Path("content"), name="films/a/Bird.mkv", size_bytes=5)

    found = of_torrent(ask(db, waiting=True), "torrent/content", fetched)

    assert found == Findings(
        file="torrent/content",
        filename="Bird.mkv",
        content_type="video/x-matroska",
        title="Bird",
    )


def test_everything_a_site_says_becomes_fields_within_their_limits() -> None:
    about = SiteVideo(
        title="B" * 200,
        webpage_url="http://127.0.0.1/w",
        description="d" * 20_000,
        language="en-US",
        tags=("a", "bird", "x" * 31, "two", "three", "four", "five", "six"),
        upload_date=date(2026, 2, 3),
        is_nsfw=True,
    )
    fetched = FetchedVideo(path=Path("/x/site/video.mkv"), size_bytes=5, about=about)

    found = of_site("site/video.mkv", fetched, thumbnail="site/video.jpg")

    assert (found.filename, found.content_type) == ("B" * 120 + ".mkv", "video/x-matroska")
    assert found.thumbnail == "site/video.jpg"
    assert found.fields() == VideoFields(
        title="B" * 120,
        description="d" * 10_000,
        language="en",
        originally_published_at=datetime(2026, 2, 3, tzinfo=UTC),
        is_nsfw=True,
        tags=("bird", "two", "three", "four", "five"),
    )


def test_what_a_site_does_not_say_is_not_set() -> None:
    about = SiteVideo(title="Bird", webpage_url="http://127.0.0.1/w", language="tlh-what")
    fetched = FetchedVideo(path=Path("/x/site/video.mp4"), size_bytes=5, about=about)

    found = of_site("site/video.mp4", fetched, thumbnail=None)

    assert found.fields() == VideoFields(title="Bird", language="tlh")


@pytest.mark.parametrize(
    ("filename", "expected"),
    [
        ("Bird.MKV", "video/x-matroska"),
        ("bird.mp4", "video/mp4"),
        ("bird.mp3", "audio/mpeg"),
        ("bird", "application/octet-stream"),
    ],
)
def test_a_name_tells_the_type_on_every_machine(filename: str, expected: str) -> None:
    assert type_of(filename) == expected
