from pathlib import Path

import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_playable
from tests.dialects.runtimes import Client
from tests.factories import NOON

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.http.runtime import Runtime

HLS = "/static/streaming-playlists/hls"


@pytest.fixture
def film(db: Database, runtime: Runtime, ada: User, tmp_path: Path) -> VideoEntry:
    """A public video whose picture and sound are bytes that tell them apart."""
    with db.begin() as tx:
        return store_files(make_playable(tx, ada, title="A/B film"), runtime, tmp_path)


def store_files(entry: VideoEntry, runtime: Runtime, folder: Path) -> VideoEntry:
    assert entry.media is not None
    for name, content in (("720p.mp4", b"picture" * 100), ("audio-0.mp4", b"sound" * 100)):
        path = folder / name
        path.write_bytes(content)
        runtime.store.put_file(f"assets/{entry.media.uuid}/{name}", path)
    return entry


def test_the_master_playlist_names_the_playlists_beside_it(
    client: Client, film: VideoEntry
) -> None:
    key = film.video.uuid

    answer = client.get(f"{HLS}/{key}/{key}-master.m3u8")

    lines = answer.text.splitlines()
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert [line for line in lines if not line.startswith("#") and line] == [f"{key}-720.m3u8"]
    assert [line for line in lines if f'URI="{key}-0.m3u8"' in line] != []


@pytest.mark.parametrize("part", ["720", "0"])
def test_a_media_playlist_leads_to_its_file(
    client: Client, film: VideoEntry, part: str
) -> None:
    key = film.video.uuid

    answer = client.get(f"{HLS}/{key}/{key}-{part}.m3u8")

    uris = {line for line in answer.text.splitlines() if line and not line.startswith("#")}
    assert uris == {f"{key}-{part}-fragmented.mp4"}


def test_files_are_sent_whole_and_in_parts(client: Client, film: VideoEntry) -> None:
    path = f"{HLS}/{film.video.uuid}/{film.video.uuid}"

    whole = client.get(f"{path}-720-fragmented.mp4")
    part = client.get(f"{path}-0-fragmented.mp4", headers={"Range": "bytes=5-9"})
    head = client.head(f"{path}-720-fragmented.mp4")

    assert (whole.status_code, whole.content) == (200, b"picture" * 100)
    assert (part.status_code, part.content) == (206, b"sound")
    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", "700")
    assert whole.headers["access-control-allow-origin"] == "*"


def test_a_playlist_passes_its_token_on_when_asked_to(client: Client, film: VideoEntry) -> None:
    key = film.video.uuid
    query = "videoFileToken=a%2Bb&reinjectVideoFileToken=true"

    master = client.get(f"{HLS}/{key}/{key}-master.m3u8?{query}").text
    plain = client.get(f"{HLS}/{key}/{key}-master.m3u8?videoFileToken=a%2Bb").text

    assert master.splitlines()[-1] == f"{key}-720.m3u8?{query}"
    assert plain.splitlines()[-1] == f"{key}-720.m3u8"


@pytest.mark.parametrize(
    "name", ["", "{key}-480-fragmented.mp4", "{key}-x.mp4", "720p.mp4", "{key}-captions-de.vtt"]
)
def test_other_files_are_not_found(client: Client, film: VideoEntry, name: str) -> None:
    key = film.video.uuid

    answer = client.get(f"{HLS}/{key}/{name.format(key=key)}")

    assert answer.status_code == 404


def test_a_download_of_a_stream_is_saved_under_the_title(
    client: Client, film: VideoEntry
) -> None:
    folder = "/download/streaming-playlists/hls/videos"
    refs = (film.video.uuid, short_uuid(film.video.uuid), film.video.id)

    answers = [client.get(f"{folder}/{ref}-720-fragmented.mp4") for ref in refs]

    assert [answer.content for answer in answers] == [b"picture" * 100] * 3
    disposition = answers[0].headers["content-disposition"]
    assert disposition.startswith('attachment; filename="A_B film-720p-hls.mp4"')


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.PASSWORD, Privacy.INTERNAL])
def test_private_files_are_for_those_who_may_see_the_video(
    client: Client,
    db: Database,
    runtime: Runtime,
    ada: User,
    bob: User,
    login: Login,
    tmp_path: Path,
    privacy: Privacy,
) -> None:
    fields = {"passwords": ["open sesame"]} if privacy is Privacy.PASSWORD else {}
    with db.begin() as tx:
        entry = make_playable(tx, ada, privacy=privacy, **fields)
        key = store_files(entry, runtime, tmp_path).video.uuid
    callers = {
        "nobody": {},
        "wrong token": {"Authorization": "Bearer unknown"},
        "owner": login(ada),
        "other": login(bob),
        "password": {"x-peertube-video-password": "open sesame"},
    }

    statuses = {
        name: client.get(
            f"{HLS}/private/{key}/{key}-720-fragmented.mp4", headers=headers
        ).status_code
        for name, headers in callers.items()
    }

    assert statuses == {
        "nobody": 403,
        "wrong token": 403,
        "owner": 200,
        "other": 200 if privacy is Privacy.INTERNAL else 403,
        "password": 200 if privacy is Privacy.PASSWORD else 403,
    }


def test_the_addresses_of_private_files_say_so(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        key = make_playable(tx, ada, privacy=Privacy.PRIVATE).video.uuid

    shown = client.get(f"/api/v1/videos/{key}", headers=login(ada)).json()

    playlist = shown["streamingPlaylists"][0]
    assert [
        file["fileUrl"].removeprefix("https://video.example")
        for file in (*shown["files"], *playlist["files"])
    ] == [
        f"/static/web-videos/private/{key}-720.mp4",
        f"{HLS}/private/{key}/{key}-720-fragmented.mp4",
        f"{HLS}/private/{key}/{key}-0-fragmented.mp4",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/static/web-videos/private/nonsense",
        "/static/webseed/private/99-720.mp4",
        f"{HLS}/private/nonsense/x.mp4",
    ],
)
def test_nobody_learns_which_private_files_there_are(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 403


def test_pictures_are_fetched_by_names_nobody_can_guess(
    client: Client, db: Database, runtime: Runtime, ada: User, login: Login, tmp_path: Path
) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada, privacy=Privacy.PRIVATE)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, has_poster=True)
    drawn = tmp_path / "poster.jpg"
    drawn.write_bytes(b"picture")
    runtime.store.put_file(f"assets/{entry.media.uuid}/poster.jpg", drawn)

    shown = client.get("/api/v1/videos/1", headers=login(ada)).json()
    answers = [client.get(shown[name]) for name in ("thumbnailPath", "previewPath")]
    guesses = [
        client.get(f"/lazy-static/thumbnails/{name}").status_code
        for name in (
            f"{entry.video.uuid}.jpg",
            f"{entry.video.uuid}-{'0' * 16}.jpg",
            "nonsense",
        )
    ]

    assert [answer.content for answer in answers] == [b"picture"] * 2
    assert guesses == [404, 404, 404]


@pytest.mark.media
def test_a_web_video_that_cannot_be_put_together_is_unavailable(
    client: Client, film: VideoEntry
) -> None:
    path = f"/static/web-videos/{film.video.uuid}-720.mp4"

    answer = client.get(path)

    assert answer.status_code == 503
