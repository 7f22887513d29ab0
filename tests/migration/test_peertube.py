from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.migration.fake_peertube import (
    HOST,
    TOKEN,
    FakePeertube,
    channel,
    uuid_of,
    video,
)
from tests.migration.remotes import MISSING, serving

from vitascope.base.errors import NotFound
from vitascope.fetch.errors import BadAnswer
from vitascope.migration.model import CannotCopy, Described, Listed, RemoteCaption, RemoteFile
from vitascope.migration.peertube import PeertubeLibrary, token_headers
from vitascope.migration.remote import connect

SECRET = {"Authorization": f"Bearer {TOKEN}"}


@asynccontextmanager
async def library_of(
    server: FakePeertube, *channels: str, token: str = TOKEN
) -> AsyncIterator[PeertubeLibrary]:
    with serving(server):
        async with connect(server.url, token_headers(token)) as remote:
            yield PeertubeLibrary(remote, channels=channels)


async def describe(server: FakePeertube, number: int = 1) -> Described:
    async with library_of(server) as library:
        (listed,) = [
            each for each in await library.list_videos() if each.ref == uuid_of(number)
        ]
        return await library.describe(listed)


async def test_lists_of_any_length_are_read_to_their_end() -> None:
    server = FakePeertube(*(video(number) for number in range(1, 6)))

    async with library_of(server) as library:
        listed = await library.list_videos()
        folders = await library.list_folders()

    assert listed == [Listed(ref=uuid_of(n), title=f"Film {n}") for n in range(1, 6)]
    assert folders == ()
    assert server.paths()[1:] == [
        f"/api/v1/users/me/videos?start={start}&count=100&sort=createdAt"
        for start in (0, 2, 4, 5)
    ]


async def test_only_the_wanted_channels_are_listed() -> None:
    server = FakePeertube(video(1), video(2, channel=channel("talks")), video(3))

    async with library_of(server, "talks") as library:
        listed = await library.list_videos()

    assert [each.title for each in listed] == ["Film 2"]


async def test_a_channel_that_is_not_there_is_named() -> None:
    async with library_of(FakePeertube(video(1)), "films", "fims") as library:
        with pytest.raises(NotFound, match="No such channel there: fims"):
            await library.list_videos()


async def test_a_token_that_is_not_taken_stops_at_once() -> None:
    async with library_of(FakePeertube(video(1)), token="old") as library:
        with pytest.raises(BadAnswer, match="401"):
            await library.list_videos()


async def test_a_video_comes_with_all_that_belongs_to_it() -> None:
    uuid = uuid_of(1)
    server = FakePeertube(video(1, previewPath=f"/lazy-static/previews/{uuid}.jpg"))
    server.put(
        uuid,
        "/captions",
        {
            "total": 2,
            "data": [
                {"language": {"id": "en"}, "captionPath": "/lazy-static/video-captions/a.vtt"},
                {"language": {"id": "fr"}, "fileUrl": "https://cdn.example/b.vtt"},
            ],
        },
    )
    chapters = [{"timecode": 0, "title": "One"}, {"timecode": 61, "title": "Two"}]
    server.put(uuid, "/chapters", {"chapters": chapters})

    described = await describe(server)

    here = server.url
    assert described.files == (
        RemoteFile(
            url=f"{here}/download/web-videos/{uuid}-720.mp4", headers=SECRET, size_bytes=1000
        ),
    )
    assert described.filename == f"{uuid}-720.mp4"
    assert described.picture == RemoteFile(
        url=f"{here}/lazy-static/previews/{uuid}.jpg", headers=SECRET
    )
    assert described.captions == (
        RemoteCaption(
            language="en",
            file=RemoteFile(url=f"{here}/lazy-static/video-captions/a.vtt", headers=SECRET),
        ),
        RemoteCaption(
            language="fr", file=RemoteFile(url="https://cdn.example/b.vtt", headers={})
        ),
    )
    assert described.chapters == ((0, "One"), (61_000, "Two"))
    assert described.channel is not None
    assert described.channel.name == "films"


async def test_the_file_as_it_was_uploaded_is_the_best() -> None:
    server = FakePeertube(video(1))
    path = "/download/original-video-files/a.mov"
    server.put(
        uuid_of(1),
        "/source",
        {"inputFilename": "holiday.mov", "fileDownloadUrl": f"https://{HOST}{path}", "size": 7},
    )

    described = await describe(server)

    assert described.filename == "holiday.mov"
    assert described.files == (
        RemoteFile(url=f"{server.url}{path}", headers=SECRET, size_bytes=7),
    )


async def test_a_source_that_was_not_kept_gives_its_name() -> None:
    server = FakePeertube(video(1))
    server.put(uuid_of(1), "/source", {"inputFilename": "a.mov", "fileDownloadUrl": None})

    described = await describe(server)

    assert described.filename == "a.mov"
    assert described.files[0].url.endswith("-720.mp4")


async def test_passwords_are_asked_for_where_there_are_some() -> None:
    protected = {"id": 5, "label": "Password protected"}
    server = FakePeertube(video(1, privacy=protected), video(2, privacy=protected))
    passwords = {"total": 1, "data": [{"id": 1, "password": "sesame", "videoId": 1}]}
    server.put(uuid_of(1), "/passwords", passwords)
    server.routes[f"/api/v1/videos/{uuid_of(2)}/passwords"] = MISSING

    known, unknown = await describe(server, 1), await describe(server, 2)

    assert known.fields.passwords == ["sesame"]
    assert unknown.remarks == (
        "it is private here, since the server does not tell its passwords",
    )


async def test_the_largest_picture_of_newer_servers_is_taken() -> None:
    thumbnails = [
        {"fileUrl": f"https://{HOST}/{width}.jpg", "width": width} for width in (280, 1280, 600)
    ]

    described = await describe(server := FakePeertube(video(1, thumbnails=thumbnails)))

    assert described.picture == RemoteFile(url=f"{server.url}/1280.jpg", headers=SECRET)


async def test_a_live_stream_is_no_file() -> None:
    with pytest.raises(CannotCopy, match="live stream"):
        await describe(FakePeertube(video(1, isLive=True)))
