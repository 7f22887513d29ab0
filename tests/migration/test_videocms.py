from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from tests.migration.fake_videocms import COOKIE, KEY, FakeVideocms, quality, uuid_of
from tests.migration.remotes import Answer, serving

from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.fetch.errors import BadAnswer
from vitascope.migration.model import CannotCopy, Described, Listed, RemoteFile
from vitascope.migration.remote import connect
from vitascope.migration.videocms import VideocmsLibrary, key_headers


@asynccontextmanager
async def library_of(server: FakeVideocms, key: str = KEY) -> AsyncIterator[VideocmsLibrary]:
    with serving(server):
        async with connect(server.url, key_headers(key)) as remote:
            yield VideocmsLibrary(remote)


async def describe(server: FakeVideocms) -> Described:
    async with library_of(server) as library:
        (listed,) = await library.list_videos()
        return await library.describe(listed)


async def test_links_are_listed_folder_by_folder() -> None:
    server = FakeVideocms({1: ("Talks", 0), 2: ("2024", 1), 3: ("Empty", 0)})
    for number, name, folder in ((7, "top.mp4", 0), (8, "deep.mkv", 2), (9, "talk.mp4", 1)):
        server.put_link(number, name, folder=folder)

    async with library_of(server) as library:
        listed = await library.list_videos()
        folders = await library.list_folders()

    assert listed == [
        Listed(ref=uuid_of(7), title="top.mp4"),
        Listed(ref=uuid_of(9), title="talk.mp4"),
        Listed(ref=uuid_of(8), title="deep.mkv"),
    ]
    assert folders == [("Talks",), ("Empty",), ("Talks", "2024")]


async def test_the_best_quality_is_fetched_with_the_cookie_of_its_player() -> None:
    server = FakeVideocms({1: ("Talks", 0)})
    server.put_link(
        7,
        "holiday.mp4",
        folder=1,
        Qualitys=[quality("360p"), quality("720p"), quality("1080p", Ready=False)],
        Tags=[{"ID": 1, "Name": "sea"}],
    )

    described = await describe(server)

    assert described == Described(
        fields=VideoFields(title="holiday.mp4", privacy=Privacy.UNLISTED, tags=["sea"]),
        files=(
            RemoteFile(
                url=f"{server.url}/videos/qualitys/{uuid_of(7)}/720p/download/video.mkv",
                headers={"Cookie": f"vc_media={COOKIE}7"},
            ),
        ),
        filename="holiday.mp4",
        folder=("Talks",),
    )


async def test_only_a_picture_that_was_chosen_is_copied() -> None:
    server = FakeVideocms()
    server.put_link(7, "a.mp4", CustomThumbnail=True, Thumbnail="/thumb/link.webp")

    described = await describe(server)

    assert described.picture == RemoteFile(url=f"{server.url}/thumb/link.webp", headers={})


async def test_media_may_lie_under_another_path() -> None:
    server = FakeVideocms()
    server.config["FolderVideoQualitys"] = "/media/"
    server.put_link(7, "a.mp4")

    described = await describe(server)

    assert described.files[0].url == f"{server.url}/media/{uuid_of(7)}/720p/download/video.mkv"


@pytest.mark.parametrize(
    "qualities", [None, [], [quality("720p", Ready=False)], [{**quality(), "Name": "../../x"}]]
)
async def test_a_video_without_a_ready_quality_cannot_be_copied(qualities: object) -> None:
    server = FakeVideocms()
    server.put_link(7, "a.mp4", Qualitys=qualities)

    with pytest.raises(CannotCopy, match="none of its qualities is ready"):
        await describe(server)


async def test_a_player_behind_a_captcha_hands_out_nothing() -> None:
    server = FakeVideocms()
    server.put_link(7, "a.mp4")
    server.routes[f"/v/{uuid_of(7)}"] = Answer(b"", 303, (("Location", "/captcha"),))
    server.routes["/captcha"] = Answer(b"<html>")

    with pytest.raises(CannotCopy, match="captcha"):
        await describe(server)


async def test_a_server_without_downloads_is_refused_at_once() -> None:
    server = FakeVideocms()
    server.config["DownloadEnabled"] = False

    async with library_of(server) as library:
        with pytest.raises(CannotCopy, match="does not allow downloads"):
            await library.list_videos()


async def test_a_key_that_is_not_taken_stops_at_once() -> None:
    async with library_of(FakeVideocms(), key="ak_wrong") as library:
        with pytest.raises(BadAnswer, match="403"):
            await library.list_videos()


async def test_folders_that_contain_each_other_end() -> None:
    server = FakeVideocms({1: ("A", 2), 2: ("B", 1), 3: ("C", 0)})
    server.folders |= {4: ("D", 3)}

    async with library_of(server) as library:
        folders = await library.list_folders()

    assert folders == [("C",), ("C", "D")]
