from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from litestar import Request
from tests.dialects.videocms.films import (
    audio_of,
    put_film,
    subtitle_of,
    value_of,
)
from tests.factories import NOON, make_user, make_video
from tests.settings import changed

from vitascope.core.access.media_tokens import MediaPass
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import list_renditions
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.media_cookie import (
    media_cookies,
    media_key,
    media_query_token,
    shown_passes,
)
from vitascope.http.runtime import Runtime

NOON_S = int(NOON.timestamp())


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


def test_there_is_a_cookie_for_each_place_of_the_files(
    runtime: Runtime, film: VideoEntry
) -> None:
    cookies = media_cookies(runtime, film, NOON)

    lasting = "Max-Age=21600; Expires=Sun, 01 Mar 2026 18:00:00 GMT"
    kept = f"{lasting}; HttpOnly; Secure; SameSite=None; Partitioned"
    token = value_of(cookies[0])
    assert cookies == [
        f"vc_media={token}; Path=/videos/qualitys/{film.video.uuid}; {kept}",
        f"vc_media={token}; Path=/{film.video.uuid}; {kept}",
    ]


@pytest.mark.parametrize(
    ("by_tls", "crossing"),
    [(False, "SameSite=Lax"), (True, "Secure; SameSite=None; Partitioned")],
)
def test_without_tls_a_cookie_stays_on_its_site(
    runtime: Runtime, film: VideoEntry, by_tls: bool, crossing: str
) -> None:
    plain = changed(runtime, public_url="http://video.example")

    cookies = media_cookies(plain, film, NOON, by_tls=by_tls)

    assert [cookie.partition("HttpOnly; ")[2] for cookie in cookies] == [crossing] * 2


def test_the_token_tells_what_there_is(runtime: Runtime, film: VideoEntry, bob: User) -> None:
    with runtime.db.read() as tx:
        assert film.media is not None
        ids = {each.name: each.id for each in list_renditions(tx, film.media.id)}

    token = value_of(media_cookies(runtime, film, NOON)[0])

    assert jwt.decode(token, OctKey.import_key(media_key(runtime))).claims == {
        "link_uuid": str(film.video.uuid),
        "file_uuid": str(film.media.uuid),
        "user_id": bob.id,
        "file_id": film.media.id,
        "quality_ids": {"720p": ids["720p"], "360p": ids["360p"]},
        "audio_ids": {
            audio_of(film, 0): ids["audio-0"],
            audio_of(film, 1): ids["audio-1"],
        },
        "subtitle_uuids": [subtitle_of(film, "en"), subtitle_of(film, "fr")],
        "sub": str(film.video.uuid),
        "aud": "videocms-media",
        "iat": NOON_S,
        "exp": NOON_S + 21600,
    }


def request_with(*cookies: str, query: str = "") -> AnyRequest:
    scope: Any = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": query.encode(),
        "headers": [(b"cookie", cookie.encode()) for cookie in cookies],
    }
    return Request(scope)


def test_every_token_that_is_shown_counts(
    runtime: Runtime, film: VideoEntry, ada: User
) -> None:
    other = put_film(runtime, ada, content="another clip")
    own, foreign = (value_of(media_cookies(runtime, e, NOON)[0]) for e in (film, other))
    word = media_query_token(runtime, film, NOON)
    video = film.video.uuid

    passes, foreign_pass = MediaPass(video=video), MediaPass(video=other.video.uuid)
    assert shown_passes(runtime, request_with(), video) == (False, [])
    assert shown_passes(runtime, request_with("a=b; vc_media=x"), video) == (True, [])
    assert shown_passes(
        runtime, request_with(f'vc_media={foreign}; vc_media="{own}"'), video
    ) == (True, [foreign_pass, passes])
    assert shown_passes(
        runtime, request_with(f"my_vc_media={own}", query=f"vc_token={word}"), video
    ) == (True, [passes])


def test_only_who_was_let_in_to_a_locked_video_knows_its_password(
    runtime: Runtime, bob: User
) -> None:
    with runtime.db.begin() as tx:
        locked = make_video(tx, bob, privacy=Privacy.PASSWORD, passwords=["sesame"])
    token = value_of(media_cookies(runtime, locked, NOON)[0])
    word = media_query_token(runtime, locked, NOON)
    video = locked.video.uuid

    knowing = MediaPass(video=video, knows_password=True)
    shown = request_with(f"vc_media={token}", query=f"vc_token={word}")
    assert shown_passes(runtime, shown, video) == (True, [knowing, knowing])


def test_another_secret_of_the_administrator_ends_every_token(
    runtime: Runtime, film: VideoEntry
) -> None:
    token = value_of(media_cookies(runtime, film, NOON)[0])
    later = changed(runtime, media_jwt_secret="another word")

    shown = request_with(f"vc_media={token}")
    assert shown_passes(later, shown, film.video.uuid) == (True, [])


def test_a_token_ends_after_six_hours(runtime: Runtime, film: VideoEntry) -> None:
    earlier = NOON - timedelta(hours=6)
    token = value_of(media_cookies(runtime, film, earlier)[0])

    shown = request_with(f"vc_media={token}")
    assert shown_passes(runtime, shown, film.video.uuid) == (True, [])


def test_a_video_without_a_file_has_a_cookie_all_the_same(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        entry = make_video(tx, make_user(tx, "eve"))

    cookies = media_cookies(runtime, entry, NOON)

    assert len(cookies) == 2
