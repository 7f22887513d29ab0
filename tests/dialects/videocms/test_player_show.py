import pytest
from tests.dialects.videocms.films import put_film, subtitle_of, version
from tests.factories import NOON
from tests.settings import changed

from vitascope.base.ids import HeartbeatId
from vitascope.core.access.media_tokens import MediaPass, read_query_token
from vitascope.core.accounts.model import User
from vitascope.core.heartbeats.model import Heartbeat
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.media_cookie import media_key
from vitascope.dialects.videocms.player_show import player_show
from vitascope.http.player_pages import Beat, DownloadFile
from vitascope.http.runtime import Runtime


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


def heartbeat(bob: User) -> Heartbeat:
    return Heartbeat(
        id=HeartbeatId(7),
        user_id=bob.id,
        name="Who watches",
        url="https://beats.example/take",
        per_minute=6,
        query_name="user",
        field_name="uid",
        created_at=NOON,
        updated_at=NOON,
    )


def test_files_are_where_players_of_this_api_look_for_them(
    runtime: Runtime, film: VideoEntry
) -> None:
    show = player_show(runtime, film, [])

    below = f"/videos/qualitys/{film.video.uuid}"
    names = ["master.m3u8", "captions/en.ass", "captions/fr.vtt", "poster.jpg", "status"]
    assert [show.file(name) for name in names] == [
        f"{below}/stream/multi/master.m3u8?{version(film)}",
        f"{below}/{subtitle_of(film, 'en')}/subtitle/out.ass?{version(film)}",
        f"{below}/{subtitle_of(film, 'fr')}/subtitle/out.vtt?{version(film)}",
        f"/media/{film.video.uuid}/poster.jpg",
        f"/media/{film.video.uuid}/status",
    ]
    assert (show.path, show.keep_alive) == (
        f"/v/{film.video.uuid}",
        f"/v/{film.video.uuid}/status",
    )
    assert (show.remembers_position, show.framed_by, show.beats) == (True, None, [])


def test_files_may_be_saved_with_all_tracks_or_with_the_first_sound(
    runtime: Runtime, film: VideoEntry
) -> None:
    show = player_show(runtime, film, [])

    below = f"/videos/qualitys/{film.video.uuid}/720p"
    assert show.stream is not None
    assert show.downloads is not None
    assert show.stream("720p") == f"{below}/1/stream/video.mp4"
    assert show.downloads("720p") == [
        DownloadFile(kind="MKV", src=f"{below}/download/video.mkv"),
        DownloadFile(kind="MP4", src=f"{below}/1/stream/video.mp4"),
    ]


@pytest.mark.parametrize("by", ["the server", "the owner"])
def test_where_saving_is_forbidden_nothing_is_offered(
    runtime: Runtime, bob: User, by: str
) -> None:
    film = put_film(runtime, bob, downloads_allowed=by == "the server")
    there = changed(runtime, downloads_enabled=by == "the owner")

    show = player_show(there, film, [])

    assert (show.stream, show.downloads) == (None, None)


def test_in_a_frame_of_another_site_addresses_carry_a_token(
    runtime: Runtime, film: VideoEntry
) -> None:
    show = player_show(runtime, film, [], is_foreign_frame=True)

    _, _, token = show.file("master.m3u8").partition("vc_token=")
    shown = read_query_token(media_key(runtime), film.video.uuid, token, now=NOON)
    assert shown == MediaPass(video=film.video.uuid)
    assert show.downloads is not None
    assert all(file.src.endswith(f"?vc_token={token}") for file in show.downloads("720p"))


def test_heartbeats_go_to_their_owner(runtime: Runtime, film: VideoEntry, bob: User) -> None:
    show = player_show(runtime, film, [heartbeat(bob)])

    assert show.beats == [
        Beat(
            target="https://beats.example/take",
            per_minute=6,
            query_name="user",
            field_name="uid",
        )
    ]


def test_relayed_heartbeats_do_not_say_where_they_go(
    runtime: Runtime, film: VideoEntry, bob: User
) -> None:
    show = player_show(changed(runtime, relays_heartbeats=True), film, [heartbeat(bob)])

    assert show.beats == [
        Beat(
            target=f"/v/{film.video.uuid}/heartbeat",
            per_minute=6,
            query_name="user",
            field_name="",
            relay_id=7,
        )
    ]
