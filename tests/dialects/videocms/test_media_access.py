from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.films import BYTES, cookie_of, put_film
from tests.factories import NOON, actor_of

from vitascope.core.access.model import ClientInfo, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import User
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.update import edit_video
from vitascope.dialects.videocms.media_cookie import media_query_token
from vitascope.http.runtime import Runtime
from vitascope.http.session_cookie import NAME

MISSING = (401, "Missing media token")
INVALID = (401, "Invalid media token")
MISMATCH = (403, "Media token does not match requested video")


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


def path_of(entry: VideoEntry) -> str:
    return f"/videos/qualitys/{entry.video.uuid}/720p/out.mp4"


def told(client: Client, path: str, **shown: Any) -> tuple[int, str]:
    answer = client.get(path, **shown)
    assert answer.headers["content-type"].lower() == "text/plain; charset=utf-8"
    return answer.status_code, answer.text


def edit(runtime: Runtime, owner: User, entry: VideoEntry, **fields: Any) -> None:
    with runtime.db.begin() as tx:
        edit_video(tx, actor_of(owner), entry.video.id, VideoFields(**fields), now=NOON)


def page_session(runtime: Runtime, user: User) -> str:
    with runtime.db.begin() as tx:
        opened = open_session(tx, runtime.vault, user, SessionKind.WEB, ClientInfo(), now=NOON)
    return f"{NAME}={opened.access_token}"


def test_whoever_came_by_the_page_is_let_in(
    client: Client, runtime: Runtime, film: VideoEntry
) -> None:
    by_cookie = client.get(path_of(film), headers=cookie_of(runtime, film))
    word = media_query_token(runtime, film, NOON)
    by_word = client.get(path_of(film), params={"vc_token": word})

    assert [(a.status_code, a.content) for a in (by_cookie, by_word)] == [(200, BYTES)] * 2


def test_nobody_else_is(
    client: Client, runtime: Runtime, film: VideoEntry, ada: User, his: Headers
) -> None:
    other = put_film(runtime, ada, content="another clip")

    path = path_of(film)
    assert told(client, path) == MISSING
    assert told(client, path, headers=his) == MISSING
    assert told(client, path, headers={"Cookie": "vc_media=abc"}) == INVALID
    assert told(client, path, params={"vc_token": "abc"}) == INVALID
    assert told(client, path, headers=cookie_of(runtime, other)) == MISMATCH


@pytest.mark.parametrize("link", ["film", "0", "9c9de5e8-0a1e-484a-b099-e80766180a6d"])
def test_a_video_that_there_is_not_looks_like_another_s(
    client: Client, runtime: Runtime, film: VideoEntry, link: str
) -> None:
    path = f"/videos/qualitys/{link}/720p/out.mp4"

    assert told(client, path) == MISSING
    assert told(client, path, headers=cookie_of(runtime, film)) == MISMATCH


def test_a_deleted_video_is_gone(
    client: Client, runtime: Runtime, film: VideoEntry, bob: User
) -> None:
    shown = cookie_of(runtime, film)
    with runtime.db.begin() as tx:
        delete_video(tx, actor_of(bob), film.video.id)

    assert told(client, path_of(film), headers=shown) == (404, "link doesn't exist")


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL])
def test_a_token_opens_nothing_that_is_no_longer_for_everybody(
    client: Client, runtime: Runtime, film: VideoEntry, bob: User, privacy: Privacy
) -> None:
    shown = cookie_of(runtime, film)
    edit(runtime, bob, film, privacy=privacy)
    known = f"{shown['Cookie']}; {page_session(runtime, bob)}"

    assert told(client, path_of(film), headers=shown) == INVALID
    assert client.get(path_of(film), headers={"Cookie": known}).status_code == 200


def test_a_token_from_before_there_was_a_password_does_not_open_it(
    client: Client, runtime: Runtime, film: VideoEntry, bob: User
) -> None:
    shown = cookie_of(runtime, film)
    edit(runtime, bob, film, privacy=Privacy.PASSWORD, passwords=["sesame"])

    assert told(client, path_of(film), headers=shown) == INVALID


@pytest.fixture
def locked(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob, privacy=Privacy.PASSWORD, passwords=["sesame"])


def test_who_knew_the_password_is_not_asked_again(
    client: Client, runtime: Runtime, locked: VideoEntry
) -> None:
    word = media_query_token(runtime, locked, NOON)

    by_cookie = client.get(path_of(locked), headers=cookie_of(runtime, locked))
    by_word = client.get(path_of(locked), params={"vc_token": word})

    assert (by_cookie.status_code, by_word.status_code) == (200, 200)


def test_knowing_the_password_opens_nothing_once_it_is_private(
    client: Client, runtime: Runtime, locked: VideoEntry, bob: User
) -> None:
    shown = cookie_of(runtime, locked)
    edit(runtime, bob, locked, privacy=Privacy.PRIVATE)

    assert told(client, path_of(locked), headers=shown) == INVALID
