import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SECRET
from tests.dialects.avcaption.conftest import Client, Clock, OpenClient
from tests.dialects.avcaption.streamed import (
    CAPTION,
    INIT_BYTES,
    SCHOOL,
    SEGMENTS,
    STREAM,
    Player,
    clear_segment,
    opened,
    playing,
    put_stream,
)
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.core.accounts.model import User
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.avcaption.limits import STREAMS
from vitascope.http.limits import open_limiter
from vitascope.http.viewing import Viewing

OTHER = {"Origin": "https://other.example"}


@pytest.fixture
def film(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    return put_stream(db, tmp_path, ada)


@pytest.fixture
def restricted(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    """Shown on one site only."""
    return put_stream(db, tmp_path, ada, allowed_domains=["school.example"])


def token_for(db: Database, user: User, film: VideoEntry, **said: Any) -> str:
    new = NewEmbedToken(**said)
    with db.begin() as tx:
        return make_embed_token(tx, actor_of(user), film.video.id, new, now=NOON)[1]


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_session_is_told_with_the_text_of_its_playlist(
    client: Client, film: VideoEntry
) -> None:
    token = film.video.embed_token
    player = Player(client, token)

    answer = player.begin()

    told, base = answer.json(), f"{STREAM}/{token}"
    shown = told["playlist_token"]
    assert told == {
        "expires_in": 14400,
        "playlist_token": shown,
        "session_id": told["session_id"],
        "master_m3u8": player.playlist("").text,
        "playlist_url": f"{base}/playlist?token={shown}",
    }
    assert answer.headers["cache-control"] == "no-store"
    assert told["master_m3u8"].splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="audio-0",DEFAULT=YES,'
            f'AUTOSELECT=YES,CHANNELS="2",URI="{base}/playlist?token={shown}&v=audio-0"'
        ),
        (
            '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",'
            "DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,"
            f'URI="{base}/playlist?token={shown}&v=captions/en"'
        ),
        (
            "#EXT-X-STREAM-INF:BANDWIDTH=500000,AVERAGE-BANDWIDTH=400000,"
            'CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=30.000,'
            'AUDIO="audio",SUBTITLES="captions"'
        ),
        f"{base}/playlist?token={shown}&v=720p",
    ]


def test_every_ten_segments_have_a_key_and_the_init_segment_comes_before(
    client: Client, film: VideoEntry
) -> None:
    player = playing(client, film.video.embed_token)

    answer = player.playlist()

    base, shown = f"{STREAM}/{player.token}", player.shown
    assert answer.headers["content-type"] == "application/vnd.apple.mpegurl"
    assert answer.headers["cache-control"] == "no-store"
    lines = answer.text.splitlines()
    assert lines[:9] == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:2",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        f'#EXT-X-MAP:URI="{base}/seg/720p/init.mp4?token={shown}"',
        f'#EXT-X-KEY:METHOD=AES-128,URI="{base}/key/0?token={shown}&v=720p"',
        "#EXTINF:2.000,",
    ]
    assert lines[27:] == [
        f"{base}/seg/720p/9.m4s?token={shown}",
        f'#EXT-X-KEY:METHOD=AES-128,URI="{base}/key/1?token={shown}&v=720p"',
        "#EXTINF:2.000,",
        f"{base}/seg/720p/10.m4s?token={shown}",
        "#EXTINF:2.000,",
        f"{base}/seg/720p/11.m4s?token={shown}",
        "#EXT-X-ENDLIST",
    ]


def test_a_player_decrypts_every_segment_with_the_key_of_its_batch(
    client: Client, film: VideoEntry
) -> None:
    player = playing(client, film.video.embed_token)
    keys = [player.get(path) for path in player.key_paths()]
    sealed = [player.get(path) for path in player.segment_paths()]

    clear = [
        opened(answer.content, keys[number // 10].content, number)
        for number, answer in enumerate(sealed)
    ]

    assert clear == [clear_segment(number) for number in range(SEGMENTS)]
    assert {(k.headers["content-type"], k.headers["cache-control"]) for k in keys} == {
        ("application/octet-stream", "private, no-store")
    }
    assert {answer.headers["cache-control"] for answer in sealed} == {"private, max-age=300"}
    assert not any(clear_segment(n)[:64] in s.content for n, s in enumerate(sealed))


def test_keys_differ_by_batch_rendition_and_session(client: Client, film: VideoEntry) -> None:
    one = playing(client, film.video.embed_token)
    other = playing(client, film.video.embed_token)

    paths = [*one.key_paths("720p"), *one.key_paths("audio-0"), *other.key_paths("720p")]

    assert len({client.get(path).content for path in paths}) == len(paths) == 6
    first = client.get(f"{STREAM}/{one.token}/key/0", params={"token": one.shown})
    assert first.content == client.get(paths[0]).content


def test_the_init_segment_is_clear_and_holds_no_media(client: Client, film: VideoEntry) -> None:
    player = playing(client, film.video.embed_token)

    answer = player.get(f"{STREAM}/{player.token}/seg/720p/init.mp4?token={player.shown}")

    assert (answer.status_code, answer.content) == (200, bytes(INIT_BYTES))
    assert answer.headers["cache-control"] == "private, max-age=300"


def test_segments_come_in_ranges_and_by_head_and_not_twice(
    client: Client, film: VideoEntry
) -> None:
    player = playing(client, film.video.embed_token)
    path = player.segment_paths()[3]
    whole = client.get(path)

    part = client.get(path, headers={"Range": "bytes=16-31"})
    head = client.head(path)
    known = client.get(path, headers={"If-None-Match": whole.headers["etag"]})

    assert (part.status_code, part.content) == (206, whole.content[16:32])
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole.content)))
    assert known.status_code == 304


def test_what_one_session_has_is_of_no_use_in_another(client: Client, film: VideoEntry) -> None:
    one = playing(client, film.video.embed_token)
    other = playing(client, film.video.embed_token)
    captured = client.get(one.segment_paths()[0]).content
    key = client.get(other.key_paths()[0]).content

    try:
        found = opened(captured, key, 0)
    except ValueError:
        found = b""

    assert found != clear_segment(0)
    assert client.get(other.segment_paths()[0]).content != captured


def test_addresses_of_a_session_open_by_its_embed_token_only(
    client: Client, db: Database, ada: User, film: VideoEntry
) -> None:
    token, own = film.video.embed_token, token_for(db, ada, film)
    by_permanent, by_own = playing(client, token), playing(client, own)
    captured = [*by_own.key_paths(), *by_own.segment_paths()]

    answers = [
        client.get(path.replace(own, token).replace(by_own.shown, shown))
        for path in captured
        for shown in (by_own.shown, by_permanent.shown[:-1], "")
    ]

    assert {refusal(answer) for answer in answers} == {(403, "forbidden")}
    assert {client.get(path).status_code for path in captured} == {200}


def test_a_token_expires_and_its_sessions_go_on(
    open_client: OpenClient, db: Database, ada: User, film: VideoEntry, clock: Clock
) -> None:
    token = token_for(db, ada, film, lifetime=timedelta(minutes=1))
    with open_client(now=clock) as client:
        player = playing(client, token)
        clock.now += timedelta(minutes=1)

        begun = Player(client, token).begin()
        renewed = player.begin(renew=player.shown)
        going = player.get(player.segment_paths()[0])

    assert refusal(begun) == (410, "embed_token_expired")
    assert refusal(renewed) == (410, "embed_token_expired")
    assert going.status_code == 200


def test_a_session_is_renewed_and_ends_otherwise(
    open_client: OpenClient, film: VideoEntry, clock: Clock
) -> None:
    with open_client(now=clock) as client:
        kept = playing(client, film.video.embed_token)
        left = playing(client, film.video.embed_token)
        session, shown = kept.told["session_id"], kept.shown
        clock.now += timedelta(hours=3)
        renewed = kept.begin(renew=shown)
        clock.now += timedelta(hours=1)

        going, over = kept.playlist(), left.playlist()

    assert renewed.status_code == 200
    assert (kept.told["session_id"], kept.shown) == (session, shown)
    assert going.status_code == 200
    assert refusal(over) == (401, "token_expired")


def test_a_token_begins_as_many_sessions_as_it_may(
    client: Client, db: Database, ada: User, film: VideoEntry
) -> None:
    token = token_for(db, ada, film, max_sessions=1)
    player = playing(client, token)

    second = Player(client, token).begin()
    renewed = player.begin(renew=player.shown)

    assert refusal(second) == (403, "session_limit_reached")
    assert renewed.status_code == 200


def test_what_is_gated_plays_by_a_token_for_its_viewer(
    client: Client, db: Database, tmp_path: Path, ada: User
) -> None:
    film = put_stream(db, tmp_path, ada, privacy=Privacy.PRIVATE)
    token = token_for(db, ada, film, viewer_id="student 7")

    permanent = Player(client, film.video.embed_token).begin()
    player = playing(client, token)

    assert refusal(permanent) == (403, "token_required")
    assert player.get(player.segment_paths()[0]).status_code == 200


def test_what_cannot_be_played_yet_begins_nothing(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada)

    answer = Player(client, film.video.embed_token).begin()

    assert refusal(answer) == (409, "conflict")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("playlist?v=1080p", "not_found"),
        ("playlist?v=captions/de", "not_found"),
        ("key/2?v=720p", "not_found"),
        ("key/x?v=720p", "not_found"),
        ("key/-1?v=720p", "not_found"),
        ("key/0?v=1080p", "not_found"),
        ("seg/720p/12.m4s", "not_found"),
        ("seg/720p/x.m4s", "not_found"),
        ("seg/720p/0.mp4", "not_found"),
        ("seg/1080p/0.m4s", "not_found"),
        ("file/720p.mp4", "not_found"),
        ("file/download/720p.mp4", "not_found"),
        ("file/captions/../720p.mp4", "not_found"),
        ("file/captions/de.vtt", "not_found"),
        ("nothing", "not_found"),
    ],
)
def test_there_is_nothing_else_in_a_stream(
    client: Client, film: VideoEntry, path: str, code: str
) -> None:
    player = playing(client, film.video.embed_token)
    mark = "&" if "?" in path else "?"

    answer = player.get(f"{STREAM}/{player.token}/{path}{mark}token={player.shown}")

    assert refusal(answer) == (404, code)


def test_an_unknown_token_opens_nothing(client: Client, film: VideoEntry) -> None:
    player = playing(client, film.video.embed_token)
    unknown = [film.video.uuid.hex, str(film.video.uuid), "0" * 32]

    answers = [
        client.get(f"{STREAM}/{token}/{path}?token={player.shown}")
        for token in unknown
        for path in ("token", "playlist", "key/0", "seg/720p/0.m4s", "file/poster.jpg")
    ]

    assert {refusal(answer) for answer in answers} == {(404, "embed_not_found")}


def test_pictures_and_captions_stand_beside_the_stream(
    client: Client, film: VideoEntry, restricted: VideoEntry
) -> None:
    player = playing(client, restricted.video.embed_token, SCHOOL)
    file, shown = f"{STREAM}/{player.token}/file", f"token={player.shown}"

    poster = client.get(f"{file}/poster.jpg")
    status = client.get(f"{file}/status", headers=SCHOOL)
    captions = [
        client.get(f"{file}/captions/en.vtt"),
        client.get(f"{file}/captions/en.vtt", headers=OTHER),
        client.get(f"{file}/captions/en.vtt", headers=SCHOOL),
        client.get(f"{file}/captions/en.vtt?{shown}", headers=SCHOOL),
        client.get(f"{STREAM}/{film.video.embed_token}/file/captions/en.vtt"),
    ]

    assert (poster.content, status.json()["state"]) == (b"a poster", "ready")
    assert [answer.status_code for answer in captions] == [403, 403, 200, 200, 200]
    assert {answer.content for answer in captions[2:]} == {CAPTION}
    listed = player.playlist("captions/en").text.splitlines()
    assert listed[5:7] == [
        "#EXTINF:24.000,",
        f"{file}/captions/en.vtt?{shown}",
    ]


def test_any_page_may_ask_and_read_what_it_is_told(client: Client, film: VideoEntry) -> None:
    player = playing(client, film.video.embed_token, OTHER)
    path = player.segment_paths()[0]
    asking = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "range"}

    preflight = client.options(path, headers={**OTHER, **asking})
    answers = [
        player.get(path),
        player.playlist(),
        Player(client, "0" * 32, OTHER).begin(),
        player.get(f"{STREAM}/{player.token}/playlist?token=wrong"),
    ]

    assert preflight.status_code == 204
    assert "range" in preflight.headers["access-control-allow-headers"]
    for answer in (preflight, *answers):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
    exposed = re.split(", ?", answers[0].headers["access-control-expose-headers"])
    assert {"Content-Length", "Content-Range"} <= set(exposed)


def test_sessions_are_begun_so_many_times_a_minute(
    open_client: OpenClient, db: Database, film: VideoEntry
) -> None:
    limiter = open_limiter("memory:", db)
    with open_client(limiter=limiter) as client:
        player = playing(client, film.video.embed_token)
        for _ in range(STREAMS.amount - 2):
            limiter.hit(STREAMS, "address:testclient")
        answers = [Player(client, player.token).begin() for _ in range(2)]
        going = player.get(player.segment_paths()[0])

    assert [answer.status_code for answer in answers] == [200, 429]
    assert refusal(answers[1]) == (429, "rate_limited")
    assert int(answers[1].headers["retry-after"]) > 0
    assert going.status_code == 200


def test_a_session_that_fetched_ten_seconds_is_a_view(
    open_client: OpenClient, db: Database, film: VideoEntry
) -> None:
    viewing = Viewing(db, SECRET, lambda: NOON)
    views = []
    with open_client(viewing=viewing) as client:
        player = playing(client, film.video.embed_token)
        segments = player.segment_paths()
        # Two seconds each; what is fetched twice, or asked for only, was not watched.
        for path in (*segments[:4], *segments[:4]):
            client.get(path)
        client.head(segments[4])
        views.append(counted(db, film, viewing))
        for path in segments[4:]:
            client.get(path)
        views.append(counted(db, film, viewing))

    assert views == [0, 1]


def counted(db: Database, film: VideoEntry, viewing: Viewing) -> int:
    viewing.write()
    with db.read() as tx:
        return get_entry(tx, film.video.id).video.views


def test_strangers_have_nothing_of_another_s_video(
    client: Client, db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve")
    other = put_stream(db, tmp_path, eve, content="eve's")
    player = playing(client, other.video.embed_token)

    answer = client.get(
        f"{STREAM}/{film.video.embed_token}/playlist", params={"token": player.shown}
    )

    assert refusal(answer) == (403, "forbidden")
