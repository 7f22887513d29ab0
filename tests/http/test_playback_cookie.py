import uuid

from vitascope.http.playback_cookie import playback_cookie, shown_token

VIDEO = uuid.UUID("5f2b7c1e-0000-4000-8000-000000000001")
NAME = "playback_5f2b7c1e000040008000000000000001"


def test_behind_tls_the_cookie_also_works_in_pages_of_others() -> None:
    cookie = playback_cookie(VIDEO, "a-token", is_secure=True)

    assert cookie == (
        f"{NAME}=a-token; Path=/; Max-Age=28800; HttpOnly; Secure; SameSite=None; Partitioned"
    )


def test_without_tls_the_cookie_stays_on_our_own_pages() -> None:
    cookie = playback_cookie(VIDEO, "a-token", is_secure=False)

    assert cookie == f"{NAME}=a-token; Path=/; Max-Age=28800; HttpOnly; SameSite=Lax"


def test_a_token_is_shown_only_for_its_own_video_and_never_for_a_number() -> None:
    cookies = {NAME: "a-token"}

    shown = [shown_token(cookies, ref) for ref in (VIDEO, uuid.UUID(int=1), 1)]

    assert shown == ["a-token", None, None]
