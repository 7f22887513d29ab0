from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import whole, words
from tests.factories import NOON, actor_of, make_rendition, make_source, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
)
from vitascope.core.assets.queries import (
    replace_captions,
    save_rendition,
    save_tasks,
    update_asset,
)
from vitascope.core.captions.model import AddedCaption, CaptionFormat
from vitascope.core.captions.queries import save_added_caption
from vitascope.core.folders.make import make_folder
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.dialects.videocms.media_paths import media_path

NOT_FOUND = words(404, "code=404, message=Not Found")
SHA256 = make_source("a clip").sha256


@pytest.fixture
def film(db: Database, bob: User) -> VideoEntry:
    with db.begin() as tx:
        return make_video(tx, bob, title="film.mp4", tags=["old", "grey"])


def names(client: Client, his: Headers, **query: Any) -> list[str]:
    answer = client.get("/api/files", params=query, headers=his)
    assert answer.status_code == 200, answer.text
    return [link["Name"] for link in answer.json()]


def test_a_link_is_told_whole(client: Client, his: Headers, film: VideoEntry) -> None:
    answer = client.get("/api/files", headers=his)

    tag = {"CreatedAt": None, "UpdatedAt": None, "DeletedAt": None}
    assert answer.json() == [
        {
            "ID": film.video.id,
            "CreatedAt": "2026-03-01T12:00:00Z",
            "UpdatedAt": "2026-03-01T12:00:00Z",
            "DeletedAt": None,
            "UUID": str(film.video.uuid),
            "Name": "film.mp4",
            "ParentFolderID": 0,
            "Tags": [{"ID": 1, **tag, "Name": "old"}, {"ID": 2, **tag, "Name": "grey"}],
        }
    ]


def test_files_are_listed_by_folder_and_name(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    with db.begin() as tx:
        folder = make_folder(tx, actor_of(bob), "Films", None, now=NOON).id
        for name, parent in (("b", None), ("a", None), ("d", folder), ("c", folder)):
            make_video(tx, bob, title=f"{name}.mp4", content=name, folder_id=parent)

    found = [names(client, his), names(client, his, ParentFolderID=folder)]

    assert found == [["a.mp4", "b.mp4"], ["c.mp4", "d.mp4"]]


def test_files_of_others_are_nobody_elses_business(
    client: Client, admin: Headers, his: Headers, bob: User, ada: User, film: VideoEntry
) -> None:
    found = [
        names(client, admin),
        names(client, admin, UserID=bob.id),
        names(client, his, UserID=ada.id),
        names(client, admin, UserID=10**12),
    ]

    assert found == [[], ["film.mp4"], ["film.mp4"], []]


def test_a_folder_of_another_is_not_listed(
    client: Client, db: Database, ada: User, his: Headers
) -> None:
    with db.begin() as tx:
        folder = make_folder(tx, actor_of(ada), "Hers", None, now=NOON).id

    answer = client.get("/api/files", params={"ParentFolderID": folder}, headers=his)

    assert whole(answer) == words(400, "Parent folder doesn't exist")


def test_a_file_that_waits_has_little_to_tell(
    client: Client, his: Headers, film: VideoEntry
) -> None:
    answer = client.get("/api/file", params={"LinkID": film.video.id}, headers=his)

    assert answer.json() == {
        "CreatedAt": "2026-03-01T12:00:00Z",
        "UpdatedAt": "2026-03-01T12:00:00Z",
        "ID": film.video.id,
        "UUID": str(film.video.uuid),
        "Name": "film.mp4",
        "Thumbnail": "",
        "CustomThumbnail": False,
        "ParentFolderID": 0,
        "Size": 1000,
        "Duration": 0.0,
        "Qualitys": [],
        "Subtitles": [],
        "Audios": [],
        "Tags": [{"ID": 1, "Name": "old"}, {"ID": 2, "Name": "grey"}],
    }


def make_progress(db: Database, film: VideoEntry) -> None:
    """Three qualities at three stages, a sound track and two captions."""
    assert film.media is not None
    asset_id = film.media.id
    with db.begin() as tx:
        update_asset(tx, asset_id, now=NOON, duration_ms=61_500, has_poster=True)
        make_rendition(tx, asset_id)
        sound = Rendition(
            asset_id=asset_id,
            name="audio-0",
            kind=RenditionKind.AUDIO,
            state=RenditionState.COMPLETE,
            codecs="mp4a.40.2",
            language="en",
            label="English",
        )
        save_rendition(tx, sound, [])
        work = [
            Task(name="720p", state=TaskState.DONE, percent=100, speed=None),
            Task(name="360p", state=TaskState.RUNNING, percent=40.5, speed=2.0),
            Task(name="1080p", state=TaskState.FAILED, percent=10, speed=None),
            Task(name="poster", state=TaskState.DONE, percent=100, speed=None),
        ]
        save_tasks(tx, asset_id, work)
        captions = [
            ExtractedCaption(
                asset_id=asset_id,
                name=name,
                language="de",
                label="Deutsch",
                is_forced=False,
                has_ass=name == "de",
            )
            for name in ("de", "de-2")
        ]
        replace_captions(tx, asset_id, captions)


def test_a_file_tells_what_was_made_of_it_and_what_is_still_being_made(
    client: Client, his: Headers, db: Database, film: VideoEntry
) -> None:
    make_progress(db, film)

    answer = client.get("/api/file", params={"LinkID": film.video.id}, headers=his).json()

    waiting = {"Type": "hls", "Width": 0, "AvgFrameRate": 0.0, "Ready": False, "Size": 0}
    assert [answer[key] for key in ("Thumbnail", "Duration", "Qualitys")] == [
        f"https://video.example{media_path(film, 'poster.jpg')}",
        61.5,
        [
            {**waiting, "Name": "1080p", "Height": 1080, "Failed": True, "Progress": 10.0},
            {
                "Name": "720p",
                "Type": "hls",
                "Height": 720,
                "Width": 1280,
                "AvgFrameRate": 30.0,
                "Ready": True,
                "Failed": False,
                "Progress": 100.0,
                "Size": 5000,
            },
            {**waiting, "Name": "360p", "Height": 360, "Failed": False, "Progress": 40.5},
        ],
    ]
    assert [answer[key] for key in ("Subtitles", "Audios")] == [
        [
            {"Name": "Deutsch", "Type": "ass", "Lang": "de", "Ready": True},
            {"Name": "Deutsch", "Type": "vtt", "Lang": "de", "Ready": True},
        ],
        [{"Name": "English", "Type": "hls", "Lang": "en", "Ready": True}],
    ]


def test_what_the_owner_added_is_among_the_subtitles_and_stands_for_its_language(
    client: Client, his: Headers, db: Database, film: VideoEntry
) -> None:
    make_progress(db, film)
    with db.begin() as tx:
        for language, label, form in (
            ("de", "Untertitel", CaptionFormat.VTT),
            ("fr", "Français", CaptionFormat.ASS),
        ):
            added = AddedCaption(
                video_id=film.video.id,
                language=language,
                label=label,
                format=form,
                blob_key=f"videos/{film.video.uuid}/{language}.vtt",
                is_default=False,
                is_automatic=False,
                created_at=NOON,
                updated_at=NOON,
            )
            save_added_caption(tx, added)

    answer = client.get("/api/file", params={"LinkID": film.video.id}, headers=his).json()

    assert answer["Subtitles"] == [
        {"Name": "Untertitel", "Type": "vtt", "Lang": "de", "Ready": True},
        {"Name": "Français", "Type": "ass", "Lang": "fr", "Ready": True},
    ]


@pytest.mark.parametrize("link_id", [77, 2**31, 2**62])
def test_an_unknown_file_is_not_found(client: Client, his: Headers, link_id: int) -> None:
    answer = client.get("/api/file", params={"LinkID": link_id}, headers=his)

    assert whole(answer) == NOT_FOUND


def test_the_file_of_another_looks_unknown_but_to_administrators(
    client: Client, db: Database, ada: User, his: Headers, admin: Headers, film: VideoEntry
) -> None:
    with db.begin() as tx:
        hers = make_video(tx, ada, title="hers.mp4", content="hers")

    answers = [
        client.get("/api/file", params={"LinkID": hers.video.id}, headers=his),
        client.get("/api/file", params={"LinkID": film.video.id}, headers=admin),
    ]

    assert whole(answers[0]) == NOT_FOUND
    assert answers[1].json()["Name"] == "film.mp4"


def test_a_file_has_to_be_named(client: Client, his: Headers) -> None:
    answers = [
        client.get("/api/file", headers=his),
        client.get("/api/file?LinkID=0", headers=his),
        client.get("/api/file?LinkID=x", headers=his),
    ]

    assert [whole(answer) for answer in answers] == [
        words(400, "LinkID [required] : "),
        words(400, "LinkID [required] : "),
        words(400, "malformated request"),
    ]


def clone(client: Client, his: Headers, **sent: Any) -> Any:
    given = {"Name": "copy.mp4", "Sha256": SHA256, **sent}
    return client.post("/api/file/clone", json=given, headers=his)


def test_a_clone_is_another_link_to_the_same_file(
    client: Client, db: Database, bob: User, his: Headers, film: VideoEntry
) -> None:
    with db.begin() as tx:
        folder = make_folder(tx, actor_of(bob), "Copies", None, now=NOON).id

    answer = clone(client, his, Sha256=SHA256.upper(), ParentFolderID=folder)

    link = answer.json()
    assert (answer.status_code, link["Name"], link["ParentFolderID"], link["Tags"]) == (
        200,
        "copy.mp4",
        folder,
        None,
    )
    assert link["UUID"] != str(film.video.uuid)
    assert names(client, his, ParentFolderID=folder) == ["copy.mp4"]


@pytest.mark.parametrize(
    ("sent", "status", "refusal"),
    [
        ({"Sha256": "0" * 64}, 404, "requested hash doesnt match any file"),
        ({"Sha256": "abc"}, 400, "Sha256 [sha256] : "),
        ({"Sha256": ""}, 400, "Sha256 [required] : "),
        ({"Name": ""}, 400, "Name [required] : "),
        ({"Name": "a" * 121}, 400, "Name [max] : 120"),
        ({"Name": "copy.txt"}, 400, "Video extension is not supported"),
        ({"ParentFolderID": 77}, 400, "parent folder doesn't exist"),
    ],
)
def test_a_clone_that_cannot_be_is_refused(
    client: Client,
    his: Headers,
    film: VideoEntry,
    sent: dict[str, Any],
    status: int,
    refusal: str,
) -> None:
    answer = clone(client, his, **sent)

    assert whole(answer) == words(status, refusal)


def test_a_hash_opens_no_file_of_another_unless_the_operator_says_so(
    client: Client, db: Database, tmp_path: Path, admin: Headers, film: VideoEntry
) -> None:
    with TestClient(
        built(build, make_runtime(db, tmp_path, clones_any_file=True))
    ) as open_client:
        answers = [clone(client, admin), clone(open_client, admin)]

    assert [answer.status_code for answer in answers] == [404, 200]


def test_a_list_costs_the_same_for_one_file_and_for_three(
    client: Client, db: Database, bob: User, his: Headers, film: VideoEntry
) -> None:
    names(client, his)  # the settings are known then
    one = statements(lambda: names(client, his))
    with db.begin() as tx:
        for name in ("b", "c"):
            make_video(tx, bob, title=f"{name}.mp4", content=name, tags=[name])

    three = statements(lambda: names(client, his))

    assert (len(one), three) == (2, one)


def statements(deed: Callable[[], object]) -> list[str]:
    """What the database is asked meanwhile; pages of videos go past the engine."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        found.append(statement.partition("IN (")[0])

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    deed()
    sa.event.remove(sa.Engine, "before_cursor_execute", note)
    return [each for each in found if each.startswith("SELECT")]
