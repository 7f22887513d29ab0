import io
from dataclasses import replace
from typing import Any

import pytest
from tests.conftest import SECRET
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video
from tests.origin.conftest import Stage, bearer, page_cookie, token_of

from vitascope.core.access.model import SessionKind
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.assets.model import (
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
    asset_folder,
)
from vitascope.core.assets.queries import (
    replace_captions,
    save_rendition,
    save_tasks,
    update_asset,
)
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import CaptionFormat, NewCaption
from vitascope.core.videos.advance import mark_ready, mark_watchable
from vitascope.core.videos.chapters import set_chapters
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.http.playback_cookie import cookie_name

BYTES = bytes(range(250)) * 20
CAPTION = b"WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning\n"


def put_video(stage: Stage, **fields: Any) -> VideoEntry:
    """A ready video of five seconds: one picture, one sound track, one caption."""
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx), **fields)
        assert entry.media is not None
        asset_id = entry.media.id
        update_asset(
            tx, asset_id, now=NOON, duration_ms=5000, chapters=[[0, "One"], [2000, "Two"]]
        )
        make_rendition(tx, asset_id)
        sound = Rendition(
            asset_id=asset_id,
            name="audio-0",
            kind=RenditionKind.AUDIO,
            state=RenditionState.COMPLETE,
            codecs="mp4a.40.2",
            language="en",
            label="English",
            channels=2,
            is_default=True,
            size_bytes=500,
            average_bps=100,
            peak_bps=200,
        )
        save_rendition(tx, sound, [[0, 0, 100], [5000, 100, 400]])
        caption = ExtractedCaption(
            asset_id=asset_id,
            name="en",
            language="en",
            label="English",
            is_forced=False,
            has_ass=False,
        )
        replace_captions(tx, asset_id, [caption])
        mark_ready(tx, asset_id, now=NOON)
    folder = asset_folder(entry.media.uuid)
    stage.store.put(f"{folder}/720p.mp4", io.BytesIO(BYTES))
    stage.store.put(f"{folder}/captions/en.vtt", io.BytesIO(CAPTION))
    return entry


def version(entry: VideoEntry) -> str:
    assert entry.media is not None
    return f"v={entry.media.uuid.hex[:8]}"


async def test_the_multivariant_playlist_names_everything_there_is(stage: Stage) -> None:
    entry = put_video(stage)
    v = version(entry)

    answer = await stage.client.get(f"/media/{entry.video.uuid}/master.m3u8")

    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="English",LANGUAGE="en",DEFAULT=YES,'
            f'AUTOSELECT=YES,CHANNELS="2",URI="audio-0.m3u8?{v}"'
        ),
        (
            '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",'
            f'DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/en.m3u8?{v}"'
        ),
        (
            "#EXT-X-STREAM-INF:BANDWIDTH=500200,AVERAGE-BANDWIDTH=400100,"
            'CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=30.000,'
            'AUDIO="audio",SUBTITLES="captions"'
        ),
        f"720p.m3u8?{v}",
    ]


async def test_a_media_playlist_points_into_one_file(stage: Stage) -> None:
    entry = put_video(stage)

    answer = await stage.client.get(f"/media/{entry.video.uuid}/720p.m3u8")

    uri = f"720p.mp4?{version(entry)}"
    assert answer.text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:4",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        f'#EXT-X-MAP:URI="{uri}",BYTERANGE="800@0"',
        "#EXTINF:4.000,",
        "#EXT-X-BYTERANGE:4200@800",
        uri,
        "#EXT-X-ENDLIST",
    ]


async def test_bytes_come_whole_in_ranges_and_not_twice(stage: Stage) -> None:
    entry = put_video(stage)
    path = f"/media/{entry.video.uuid}/720p.mp4"

    whole = await stage.client.get(path)
    part = await stage.client.get(path, headers={"Range": "bytes=800-999"})
    head = await stage.client.head(path)
    known = await stage.client.get(path, headers={"If-None-Match": whole.headers["etag"]})
    beyond = await stage.client.get(path, headers={"Range": "bytes=9999-"})

    assert (whole.status_code, whole.content) == (200, BYTES)
    assert whole.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (part.status_code, part.content) == (206, BYTES[800:1000])
    assert part.headers["content-range"] == "bytes 800-999/5000"
    assert (head.status_code, head.content, head.headers["content-length"]) == (
        200,
        b"",
        "5000",
    )
    assert (known.status_code, known.content) == (304, b"")
    assert beyond.status_code == 416


async def test_captions_and_chapters_are_webvtt(stage: Stage) -> None:
    entry = put_video(stage)
    root = f"/media/{entry.video.uuid}"

    caption = await stage.client.get(f"{root}/captions/en.vtt")
    playlist = await stage.client.get(f"{root}/captions/en.m3u8")
    chapters = await stage.client.get(f"{root}/chapters.vtt")

    assert caption.content == CAPTION
    assert caption.headers["content-type"] == "text/vtt; charset=utf-8"
    assert f"en.vtt?{version(entry)}" in playlist.text.splitlines()
    assert chapters.text == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nOne\n\n00:00:02.000 --> 00:00:05.000\nTwo\n"
    )


@pytest.mark.parametrize(
    "name",
    ["", "720p", "source", "1080p.mp4", "1080p.m3u8", "captions/fr.vtt", "poster.jpg",
     "storyboard.vtt", "captions/fr.m3u8", "../secret", "download/1080p.mp4", "a/b/c.mp4"],
)  # fmt: skip
async def test_what_is_not_there_is_not_found(stage: Stage, name: str) -> None:
    entry = put_video(stage)

    answer = await stage.client.get(f"/media/{entry.video.uuid}/{name}")

    assert answer.status_code == 404


async def test_unknown_and_malformed_videos_look_the_same(stage: Stage) -> None:
    unknown = await stage.client.get("/media/9c9de5e8-0a1e-484a-b099-e80766180a6d/master.m3u8")
    malformed = await stage.client.get("/media/film/master.m3u8")

    assert (unknown.status_code, malformed.status_code) == (404, 404)


PRIVATE = {
    "anonymous": 401,
    "stale page": 401,
    "other": 403,
    "owner": 200,
    "owner's page": 200,
    "owner with a stale page": 200,
    "token": 200,
    "cookie": 200,
}
OPEN = dict.fromkeys(PRIVATE, 200)


@pytest.mark.parametrize(
    ("privacy", "expected"),
    [
        (Privacy.PUBLIC, OPEN),
        (Privacy.UNLISTED, OPEN),
        (Privacy.INTERNAL, {**OPEN, "anonymous": 401, "stale page": 401}),
        (Privacy.PRIVATE, PRIVATE),
        (
            Privacy.PASSWORD,
            {**PRIVATE, "anonymous": 403, "stale page": 403, "password": 200, "wrong": 403},
        ),
    ],
)
async def test_privacy_decides_over_every_byte(
    stage: Stage, privacy: Privacy, expected: dict[str, int]
) -> None:
    passwords = {"passwords": ["sesame"]} if privacy is Privacy.PASSWORD else {}
    entry = put_video(stage, privacy=privacy, **passwords)
    with stage.db.begin() as tx:
        make_user(tx, "eve")
    video = entry.video.uuid
    token = mint_playback_token(SECRET, video, now=NOON)
    shown: dict[str, dict[str, Any]] = {
        "anonymous": {},
        "other": {"headers": bearer(stage.db, "eve")},
        "owner": {"headers": bearer(stage.db, "ada")},
        "owner's page": {"headers": page_cookie(token_of(stage.db, "ada", SessionKind.WEB))},
        "owner with a stale page": {
            "headers": {**bearer(stage.db, "ada"), **page_cookie("0" * 40)}
        },
        "stale page": {"headers": page_cookie("0" * 40)},
        "token": {"params": {"token": token}},
        "cookie": {"headers": {"Cookie": f"{cookie_name(video)}={token}"}},
        "password": {"headers": {"X-Peertube-Video-Password": "sesame"}},
        "wrong": {"headers": {"X-Peertube-Video-Password": "open"}},
    }

    for name in ("master.m3u8", "720p.m3u8", "720p.mp4", "captions/en.vtt", "status"):
        found = {
            caller: (
                await stage.client.get(f"/media/{video}/{name}", **shown[caller])
            ).status_code
            for caller in expected
        }

        assert found == expected


async def test_a_token_travels_through_the_playlists(stage: Stage) -> None:
    entry = put_video(stage, privacy=Privacy.PRIVATE)
    token = mint_playback_token(SECRET, entry.video.uuid, now=NOON)

    master = await stage.client.get(
        f"/media/{entry.video.uuid}/master.m3u8", params={"token": token}
    )

    assert master.text.splitlines()[-1] == f"720p.m3u8?{version(entry)}&token={token}"


async def test_nothing_can_be_played_before_the_first_segment(stage: Stage) -> None:
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None
        running = Task(name="360p", state=TaskState.RUNNING, percent=10.0, speed=2.0)
        waiting = Task(name="720p", state=TaskState.WAITING, percent=0.0, speed=None)
        save_tasks(tx, entry.media.id, [running, waiting])

    master = await stage.client.get(f"/media/{entry.video.uuid}/master.m3u8")
    status = await stage.client.get(f"/media/{entry.video.uuid}/status")

    assert (master.status_code, master.text) == (404, "This video cannot be played yet")
    assert status.json() == {
        "state": "processing",
        "watchable": False,
        "percent": 5.0,
        "watchable_in_s": 2.0,
        "tasks": [
            {"name": "360p", "state": "running", "percent": 10.0, "speed": 2.0},
            {"name": "720p", "state": "waiting", "percent": 0.0, "speed": None},
        ],
        "resolutions": [],
        "message": None,
    }


async def test_a_growing_rendition_is_served_from_where_it_grows(stage: Stage) -> None:
    with stage.db.begin() as tx:
        entry = make_video(tx, make_user(tx))
        assert entry.media is not None
        rendition = replace(
            make_rendition(tx, entry.media.id, 360), state=RenditionState.GROWING
        )
        save_rendition(tx, rendition, [])
        mark_watchable(tx, entry.media.id, now=NOON)
    folder = stage.scratch.make(entry.media.uuid)
    (folder / "360p.mp4").write_bytes(BYTES[:1000])
    (folder / "360p.m3u8").write_text(
        '#EXTM3U\n#EXT-X-MAP:URI="360p.mp4",BYTERANGE="100@0"\n'
        "#EXTINF:4.0,\n#EXT-X-BYTERANGE:900@100\n360p.mp4\n"
    )
    root = f"/media/{entry.video.uuid}"

    playlist = await stage.client.get(f"{root}/360p.m3u8")
    growing = await stage.client.get(f"{root}/360p.mp4")
    (folder / "360p.m3u8").write_text("")
    rewritten = await stage.client.get(f"{root}/360p.m3u8")
    stage.store.put(f"{asset_folder(entry.media.uuid)}/360p.mp4", io.BytesIO(BYTES))
    (folder / "360p.mp4").unlink()
    moved = await stage.client.get(f"{root}/360p.mp4")

    lines = playlist.text.splitlines()
    assert "#EXT-X-PLAYLIST-TYPE:EVENT" in lines
    assert "#EXT-X-ENDLIST" not in lines
    assert (growing.content, growing.headers["cache-control"]) == (BYTES[:1000], "no-store")
    assert rewritten.text == playlist.text
    assert moved.content == BYTES


async def test_other_sites_may_ask_and_nobody_may_write(stage: Stage) -> None:
    entry = put_video(stage)
    path = f"/media/{entry.video.uuid}/720p.mp4"

    asked = await stage.client.options(path)
    written = await stage.client.post(path)

    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, "*")
    assert (written.status_code, written.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


async def test_an_owners_captions_and_chapters_are_sent_instead_of_the_sources(
    stage: Stage,
) -> None:
    entry = put_video(stage)
    root = f"/media/{entry.video.uuid}"
    mine = CAPTION.replace(b"Good morning", b"Good evening")
    stage.store.put("videos/mine.vtt", io.BytesIO(mine))
    stage.store.put("videos/mine.ass", io.BytesIO(b"[Script Info]"))
    caption = NewCaption(
        language="en",
        label="Mine",
        format=CaptionFormat.ASS,
        blob_key="videos/mine.vtt",
        is_default=True,
    )
    with stage.db.begin() as tx:
        user = find_user_by_login(tx, "ada")
        assert user is not None
        add_caption(tx, actor_of(user), entry.video.id, caption, now=NOON)
        set_chapters(tx, actor_of(user), entry.video.id, [(1000, "Mine"), (9000, "Beyond")])

    playlist = await stage.client.get(f"{root}/master.m3u8")
    sent = [
        (await stage.client.get(f"{root}/{name}")).content
        for name in ("captions/en.vtt", "captions/en.ass", "chapters.vtt")
    ]

    subtitles = [line for line in playlist.text.splitlines() if "TYPE=SUBTITLES" in line]
    assert [line.partition('NAME="')[2].partition('"')[0] for line in subtitles] == ["Mine"]
    assert ["DEFAULT=YES" in line for line in subtitles] == [True]
    assert sent == [
        mine,
        b"[Script Info]",
        b"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nMine\n",
    ]
