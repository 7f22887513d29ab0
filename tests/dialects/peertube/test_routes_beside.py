from typing import Any

import pytest
from tests.conftest import SECRET
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_playable, make_ready
from tests.dialects.peertube.shapes import NOON_TEXT
from tests.dialects.runtimes import Client
from tests.factories import NOON

from vitascope.base.ids import AssetId
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import ExtractedCaption
from vitascope.core.assets.queries import replace_captions, update_asset
from vitascope.core.videos.model import Privacy
from vitascope.db import Database, Tx
from vitascope.dialects.peertube.ids import sealed_name
from vitascope.http.runtime import Runtime

VIDEO = "/api/v1/videos/1"


def add_captions(tx: Tx, asset_id: AssetId, *names: str) -> None:
    captions = [
        ExtractedCaption(
            asset_id=asset_id,
            name=name,
            language=name.partition("-")[0],
            label=name,
            is_forced=False,
            has_ass=False,
        )
        for name in names
    ]
    replace_captions(tx, asset_id, captions)


def test_captions_are_listed_once_per_language(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada)
        assert entry.media is not None
        add_captions(tx, entry.media.id, "de", "de-2", "fr")

    answer = client.get(f"{VIDEO}/captions")

    def caption(code: str, label: str) -> dict[str, Any]:
        name = sealed_name(SECRET, entry.video.uuid, f"-{code}.vtt")
        return {
            "language": {"id": code, "label": label},
            "automaticallyGenerated": False,
            "captionPath": f"/lazy-static/video-captions/{name}",
            "updatedAt": NOON_TEXT,
        }

    expected = [caption("de", "German"), caption("fr", "French")]
    assert answer.json() == {"total": 2, "data": expected}


def test_captions_are_fetched_by_the_path_in_the_list(
    client: Client, db: Database, runtime: Runtime, ada: User, tmp_path: Any
) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada, privacy=Privacy.PASSWORD, passwords=["open sesame"])
        assert entry.media is not None
        add_captions(tx, entry.media.id, "de")
    made = tmp_path / "de.vtt"
    made.write_text("WEBVTT\n")
    runtime.store.put_file(f"assets/{entry.media.uuid}/captions/de.vtt", made)
    headers = {"x-peertube-video-password": "open sesame"}

    listed = client.get(f"{VIDEO}/captions", headers=headers).json()["data"][0]
    answer = client.get(listed["captionPath"])
    guessed = client.get(f"/lazy-static/video-captions/{entry.video.uuid}-de.vtt")

    assert (answer.status_code, answer.text) == (200, "WEBVTT\n")
    assert guessed.status_code == 404


def test_chapters_begin_at_whole_seconds(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada)
        assert entry.media is not None
        chapters = [[0, "Opening"], [2500, "The end"]]
        update_asset(tx, entry.media.id, now=NOON, chapters=chapters)

    answer = client.get(f"{VIDEO}/chapters")

    assert answer.json() == {
        "chapters": [{"timecode": 0, "title": "Opening"}, {"timecode": 2, "title": "The end"}]
    }


def test_a_storyboard_tells_how_it_is_cut(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada)
        assert entry.media is not None
    cut = {
        "columns": 3,
        "rows": 2,
        "tile_width": 192,
        "tile_height": 108,
        "interval_ms": 1000,
        "count": 5,
    }
    before = client.get(f"{VIDEO}/storyboards").json()
    with db.begin() as tx:
        update_asset(tx, entry.media.id, now=NOON, storyboard=cut)

    answer = client.get(f"{VIDEO}/storyboards")

    name = sealed_name(SECRET, entry.video.uuid, ".jpg", salt="storyboard")
    shown = {
        "storyboardPath": f"/lazy-static/storyboards/{name}",
        "totalHeight": 216,
        "totalWidth": 576,
        "spriteHeight": 108,
        "spriteWidth": 192,
        "spriteDuration": 1,
    }
    assert before == {"storyboards": []}
    assert answer.json() == {"storyboards": [shown]}


def test_the_source_is_described_to_its_owner(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        make_playable(tx, ada)

    answers = [
        client.get(f"{VIDEO}/source", headers=headers)
        for headers in ({}, login(bob), login(ada))
    ]

    assert [answer.status_code for answer in answers] == [401, 403, 200]
    assert answers[2].json() == {
        "filename": "clip.mp4",
        "inputFilename": "clip.mp4",
        "fileUrl": None,
        "fileDownloadUrl": None,
        "resolution": {"id": 720, "label": "720p"},
        "size": 1000,
        "width": 1280,
        "height": 720,
        "fps": None,
        "metadata": None,
        "createdAt": NOON_TEXT,
    }


def test_each_file_has_metadata(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_playable(tx, ada)

    answer = client.get(f"{VIDEO}/metadata/2")
    sound = client.get(f"{VIDEO}/metadata/5").json()["streams"][0]
    unknown = [client.get(f"{VIDEO}/metadata/{ref}").status_code for ref in ("9", "nonsense")]

    assert answer.json() == {
        "streams": [
            {
                "index": 0,
                "codec_type": "video",
                "codec_tag_string": "avc1",
                "bit_rate": 400_000,
                "width": 1280,
                "height": 720,
                "avg_frame_rate": "30000/1000",
            }
        ],
        "format": {
            "filename": "720p.mp4",
            "nb_streams": 1,
            "format_name": "mov,mp4,m4a,3gp,3g2,mj2",
            "duration": 4.0,
            "size": 5000,
            "bit_rate": 400_000,
        },
        "chapters": [],
    }
    assert (sound["codec_type"], sound["channels"]) == ("audio", 2)
    assert unknown == [404, 400]


def test_a_token_opens_the_files_of_one_video(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        mine = make_playable(tx, ada, privacy=Privacy.PRIVATE, content="one").video.uuid
        other = make_playable(tx, ada, privacy=Privacy.PRIVATE, content="two").video.uuid

    answer = client.post(f"{VIDEO}/token", headers=login(ada))

    files = answer.json()["files"]
    folder = "/static/streaming-playlists/hls/private"
    query = f"videoFileToken={files['token']}"
    statuses = [
        client.get(f"{folder}/{key}/{key}-master.m3u8?{query}").status_code
        for key in (mine, other)
    ]
    assert (answer.status_code, files["expires"]) == (200, "2026-03-01T20:00:00.000Z")
    assert statuses == [200, 403]


@pytest.mark.parametrize(
    ("privacy", "status"),
    [(Privacy.PUBLIC, 401), (Privacy.PRIVATE, 401), (Privacy.PASSWORD, 200)],
)
def test_who_is_not_logged_in_gets_a_token_by_password_only(
    client: Client, db: Database, ada: User, privacy: Privacy, status: int
) -> None:
    fields = {"passwords": ["open sesame"]} if privacy is Privacy.PASSWORD else {}
    with db.begin() as tx:
        make_ready(tx, ada, privacy=privacy, **fields)

    answer = client.post(f"{VIDEO}/token", headers={"x-peertube-video-password": "open sesame"})

    assert answer.status_code == status
