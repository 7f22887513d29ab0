"""Whole copies, from faked servers into a real library."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image
from tests.dialects.runtimes import make_runtime
from tests.factories import actor_of, make_user
from tests.media.clips import TONE, Draw
from tests.migration.fake_peertube import (
    TOKEN,
    FakePeertube,
    channel,
    file,
    uuid_of,
    video,
)
from tests.migration.fake_videocms import KEY, FakeVideocms, quality
from tests.migration.fake_videocms import uuid_of as link_of
from tests.migration.remotes import MISSING, Answer, FakeServer, as_file, serving

from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.queries import get_asset
from vitascope.core.captions.queries import list_added_captions
from vitascope.core.channels.queries import get_channel
from vitascope.core.folders.queries import get_folder, list_folders
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.chapters import list_chapters
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import Order, Privacy, Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.queries.writing import list_passwords
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.media.findings import Probe
from vitascope.migration.model import Outcome, Result
from vitascope.migration.peertube import PeertubeLibrary, token_headers
from vitascope.migration.remote import connect
from vitascope.migration.run import Migration, Report
from vitascope.migration.videocms import VideocmsLibrary, key_headers

pytestmark = pytest.mark.media

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"


class Silent:
    """A watcher that remembers the titles that were begun."""

    def __init__(self) -> None:
        self.total = 0
        self.started: list[str] = []

    def begins(self, total: int) -> None:
        self.total = total

    def starts(self, title: str) -> None:
        self.started.append(title)

    def received(self, size_bytes: int, total_bytes: int | None) -> None:
        pass

    def ended(self, result: Result) -> None:
        pass


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    made = make_runtime(db, tmp_path)
    (tmp_path / "migration").mkdir()
    return made


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def clips(draw_clip: Draw) -> Sequence[bytes]:
    """Two that differ."""
    return [
        draw_clip(f"{number}.mp4", duration_s=number, size="320x180").read_bytes()
        for number in (1, 2)
    ]


async def copy(server: FakeServer, runtime: Runtime, ada: User, *channels: str) -> Report:
    """Run once, as a user of the fake server."""
    folder = runtime.uploads.parent / "migration"
    is_peertube = isinstance(server, FakePeertube)
    headers = token_headers(TOKEN) if is_peertube else key_headers(KEY)
    async with connect(server.url, headers, pauses_s=()) as remote:
        library = (
            PeertubeLibrary(remote, channels=channels)
            if is_peertube
            else VideocmsLibrary(remote)
        )
        actor: Actor = actor_of(ada)
        migration = Migration(
            runtime, actor, library, remote, folder=folder, watcher=Silent(), pauses_s=()
        )
        return await migration.run()


def mine(runtime: Runtime, ada: User) -> list[VideoEntry]:
    owned = Selection(owner=ada.account.id, order=Order.CREATED, descending=False)
    with runtime.db.read() as tx:
        found = list_videos(tx, owned, count=100).items
    return sorted(found, key=lambda entry: entry.video.id)


def outcomes(report: Report) -> list[tuple[str, Outcome]]:
    return [(result.title, result.outcome) for result in report.results]


def put_file(server: FakePeertube, number: int, body: bytes, *, lines: int = 720) -> None:
    server.put_file(f"/download/web-videos/{uuid_of(number)}-{lines}.mp4", body)


def left(runtime: Runtime) -> list[str]:
    """What lies where files are on their way."""
    return sorted(path.name for path in (runtime.uploads.parent / "migration").iterdir())


async def test_a_video_moves_in_with_all_that_belongs_to_it(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    uuid = uuid_of(1)
    server = FakePeertube(
        video(
            1,
            name="Holidays",
            description="By the sea",
            tags=["sea", "sun"],
            privacy={"id": 5, "label": "Password protected"},
            channel=channel("films", displayName="My films", description="All of them"),
            previewPath="/lazy-static/previews/a.png",
        )
    )
    picture = io.BytesIO()
    Image.new("RGB", (64, 36), "red").save(picture, "PNG")
    put_file(server, 1, clips[0])
    server.routes["/lazy-static/previews/a.png"] = Answer(picture.getvalue())
    server.routes["/words.vtt"] = Answer(VTT)
    server.put(uuid, "/passwords", {"data": [{"password": "sesame"}]})
    server.put(uuid, "/chapters", {"chapters": [{"timecode": 0, "title": "One"}]})
    server.put(
        uuid, "/captions", {"data": [{"language": {"id": "fr"}, "captionPath": "/words.vtt"}]}
    )

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("Holidays", Outcome.COPIED)]
    assert (report.results[0].remarks, report.remarks, report.stopped) == ((), [], None)
    (entry,) = mine(runtime, ada)
    shown = entry.video
    assert (shown.title, shown.description, shown.privacy) == (
        "Holidays",
        "By the sea",
        Privacy.PASSWORD,
    )
    assert shown.poster_key is not None
    stored = b"".join(runtime.store.read(shown.poster_key))
    assert Image.open(io.BytesIO(stored)).format == "JPEG"
    with runtime.db.read() as tx:
        assert entry.media is not None
        asset = get_asset(tx, entry.media.id)
        assert b"".join(runtime.store.read(asset.source_key)) == clips[0]
        assert [tag.name for tag in list_video_tags(tx, [shown.id])[shown.id]] == ["sea", "sun"]
        assert list_passwords(tx, shown.id) == ["sesame"]
        assert list_chapters(tx, shown.id, asset) == ((0, "One"),)
        (caption,) = list_added_captions(tx, shown.id)
        made = get_channel(tx, shown.channel_id)
    assert b"".join(runtime.store.read(caption.blob_key)) == VTT
    assert (made.name, made.display_name, made.description) == (
        "films",
        "My films",
        "All of them",
    )
    assert left(runtime) == []


async def test_what_was_copied_is_not_asked_for_again(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakePeertube(video(1), video(2))
    put_file(server, 1, clips[0])

    with serving(server):
        first = await copy(server, runtime, ada)
        put_file(server, 2, clips[1])
        server.asked.clear()
        second = await copy(server, runtime, ada)

    assert outcomes(first) == [("Film 1", Outcome.COPIED), ("Film 2", Outcome.FAILED)]
    assert first.results[1].remarks == ("The server answered with status 404",)
    assert outcomes(second) == [("Film 1", Outcome.KNOWN), ("Film 2", Outcome.COPIED)]
    assert [entry.video.title for entry in mine(runtime, ada)] == ["Film 1", "Film 2"]
    assert not [path for path in server.paths() if uuid_of(1) in path]


async def test_a_copy_that_was_deleted_here_does_not_come_back(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakePeertube(video(1))
    put_file(server, 1, clips[0])
    with serving(server):
        await copy(server, runtime, ada)
        with runtime.db.begin() as tx:
            delete_video(tx, actor_of(ada), mine(runtime, ada)[0].video.id)
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("Film 1", Outcome.KNOWN)]
    assert mine(runtime, ada) == []


async def test_picture_and_sound_that_are_apart_are_put_together(
    runtime: Runtime, ada: User, draw: Draw, draw_clip: Draw
) -> None:
    silent = draw_clip("silent.mp4", duration_s=1, size="320x180", sound=False)
    sound = draw("sound.mp4", *TONE, "-t", "1", "-c:a", "aac")
    apart = [file(1, 720, hasAudio=False), file(1, 0, hasVideo=False)]
    server = FakePeertube(video(1, files=[], streamingPlaylists=[{"id": 1, "files": apart}]))
    put_file(server, 1, silent.read_bytes())
    put_file(server, 1, sound.read_bytes(), lines=0)

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("Film 1", Outcome.COPIED)]
    (entry,) = mine(runtime, ada)
    assert entry.media is not None
    with runtime.db.read() as tx:
        found = Probe.from_json(get_asset(tx, entry.media.id).probe)
    assert (found.video is not None, len(found.audio)) == (True, 1)
    assert left(runtime) == []


async def test_a_folder_tree_moves_in_with_every_sound_and_subtitle(
    runtime: Runtime, ada: User, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    film = draw(
        "film.mkv",
        *("-i", str(draw_clip(duration_s=1, size="320x180")), *TONE, "-i", str(words)),
        *("-map", "0:v", "-map", "0:a", "-map", "1:a", "-map", "2:s", "-t", "1"),
        *("-c:v", "copy", "-c:a", "aac", "-c:s", "srt"),
        *("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra"),
    )
    server = FakeVideocms({1: ("Talks", 0), 2: ("2024", 1), 3: ("Empty", 0)})
    server.put_link(7, "talk.mp4", folder=2, Tags=[{"ID": 1, "Name": "sea"}])
    server.put_file(7, "720p", film.read_bytes())
    server.put_link(8, "waits.mp4", Qualitys=[quality(Ready=False)])

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("waits.mp4", Outcome.FAILED), ("talk.mp4", Outcome.COPIED)]
    (entry,) = mine(runtime, ada)
    assert (entry.video.title, entry.video.privacy) == ("talk.mp4", Privacy.UNLISTED)
    with runtime.db.read() as tx:
        assert entry.media is not None
        found = Probe.from_json(get_asset(tx, entry.media.id).probe)
        assert entry.video.folder_id is not None
        inner = get_folder(tx, entry.video.folder_id)
        assert inner.parent_id is not None
        names = [inner.name, get_folder(tx, inner.parent_id).name]
        top = [folder.name for folder in list_folders(tx, ada.account.id, None)]
    assert [track.language for track in found.audio] == ["en", "fr"]
    assert len(found.subtitles) == 1
    assert (names, top) == (["2024", "Talks"], ["Empty", "Talks"])


async def test_what_is_missing_beside_a_video_is_said_and_tried_again_when_it_may_come(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    uuid = uuid_of(1)
    server = FakePeertube(video(1, previewPath="/gone.jpg"))
    put_file(server, 1, clips[0])
    captions = [
        {"language": {"id": language}, "captionPath": f"/{language}.vtt"}
        for language in ("fr", "de")
    ]
    server.put(uuid, "/captions", {"data": captions})
    server.routes |= {
        "/gone.jpg": MISSING,
        "/fr.vtt": Answer(b"", 503),
        "/de.vtt": Answer(b"?"),
    }

    with serving(server):
        first = await copy(server, runtime, ada)
        server.routes["/fr.vtt"] = Answer(VTT)
        second = await copy(server, runtime, ada)
        third = await copy(server, runtime, ada)

    lasting = (
        "its picture is missing: The server answered with status 404",
        "its caption in de is missing: This file is not a WebVTT, SubRip or ASS caption",
    )
    passing = "its caption in fr is missing: The server answered with status 503"
    assert first.results == [
        Result(
            title="Film 1",
            outcome=Outcome.INCOMPLETE,
            remarks=(lasting[0], passing, lasting[1]),
        )
    ]
    assert second.results == [Result(title="Film 1", outcome=Outcome.COPIED, remarks=lasting)]
    assert outcomes(third) == [("Film 1", Outcome.KNOWN)]
    (entry,) = mine(runtime, ada)
    with runtime.db.read() as tx:
        assert [each.language for each in list_added_captions(tx, entry.video.id)] == ["fr"]


async def test_a_file_that_is_no_video_is_refused_and_fetched_anew(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakePeertube(video(1))
    put_file(server, 1, b"an error page")

    with serving(server):
        first = await copy(server, runtime, ada)
        left_behind = left(runtime)
        put_file(server, 1, clips[0])
        second = await copy(server, runtime, ada)

    assert outcomes(first) == [("Film 1", Outcome.FAILED)]
    assert left_behind == []
    assert outcomes(second) == [("Film 1", Outcome.COPIED)]


async def test_a_quota_keeps_out_what_has_no_room_before_it_is_fetched(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    large = file(1, 720, size=10**9)
    server = FakePeertube(video(1, files=[large]), video(2, files=[file(2, 720, size=10)]))
    put_file(server, 1, clips[0])
    put_file(server, 2, clips[1])
    with runtime.db.begin() as tx:
        update_user(tx, ada.id, now=runtime.now(), quota_bytes=5 * 10**6)

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("Film 1", Outcome.FAILED), ("Film 2", Outcome.COPIED)]
    assert f"/download/web-videos/{uuid_of(1)}-720.mp4" not in server.paths()


async def test_a_channel_whose_name_is_taken_is_said(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakePeertube(video(1, channel=channel("bob")), video(2, channel=channel("bob")))
    put_file(server, 1, clips[0])
    put_file(server, 2, clips[1])
    with runtime.db.begin() as tx:
        make_user(tx, "bob")

    with serving(server):
        report = await copy(server, runtime, ada)

    assert report.remarks == ["The channel bob is bob_2 here: its name was taken"]
    assert {entry.channel.name for entry in mine(runtime, ada)} == {"bob_2"}


async def test_a_login_that_ends_stops_the_run(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakePeertube(video(1), video(2))
    put_file(server, 1, clips[0])
    server.routes[f"/api/v1/videos/{uuid_of(2)}"] = Answer(b"{}", 401)

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("Film 1", Outcome.COPIED)]
    assert report.stopped == "The server does not take the token any more"


async def test_a_half_fetched_file_goes_on_where_it_stopped(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    path = f"/download/web-videos/{uuid_of(1)}-720.mp4"
    server = FakePeertube(video(1))
    server.routes[path] = as_file(clips[0], stops_after=1000)

    with serving(server):
        first = await copy(server, runtime, ada)
        server.routes[path] = as_file(clips[0])
        second = await copy(server, runtime, ada)

    assert outcomes(first) == [("Film 1", Outcome.FAILED)]
    assert outcomes(second) == [("Film 1", Outcome.COPIED)]
    asked = [each.headers.get("range") for each in server.asked if each.path == path]
    assert asked == [None, "bytes=1000-"]
    (entry,) = mine(runtime, ada)
    assert entry.media is not None
    with runtime.db.read() as tx:
        asset = get_asset(tx, entry.media.id)
    assert b"".join(runtime.store.read(asset.source_key)) == clips[0]


async def test_the_key_to_the_files_is_sent_with_each_link(
    runtime: Runtime, ada: User, clips: Sequence[bytes]
) -> None:
    server = FakeVideocms()
    for number in (1, 2):
        server.put_link(number, f"{number}.mp4")
        server.put_file(number, "720p", clips[number - 1])

    with serving(server):
        report = await copy(server, runtime, ada)

    assert outcomes(report) == [("1.mp4", Outcome.COPIED), ("2.mp4", Outcome.COPIED)]
    assert [path for path in server.paths() if path.startswith("/v/")] == [
        f"/v/{link_of(1)}",
        f"/v/{link_of(2)}",
    ]
