from vitascope.web.headers import page_headers

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; "
    "form-action 'self'; base-uri 'none'; "
)
_ALWAYS = {
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
}


def test_a_page_may_be_framed_by_nobody() -> None:
    headers = page_headers()

    assert headers == _ALWAYS | {
        "x-frame-options": "DENY",
        "content-security-policy": _POLICY
        + "connect-src 'self'; media-src 'self' blob:; frame-ancestors 'none'",
    }


def test_an_embed_may_be_framed_by_everybody() -> None:
    headers = page_headers(framed_by=None)

    assert headers == _ALWAYS | {
        "content-security-policy": _POLICY + "connect-src 'self'; media-src 'self' blob:"
    }


def test_a_store_that_sends_media_itself_is_named() -> None:
    headers = page_headers(media_hosts=["https://store.example"], framed_by=["https://a.test"])

    assert headers == _ALWAYS | {
        "content-security-policy": _POLICY
        + "connect-src 'self' https://store.example; "
        + "media-src 'self' https://store.example blob:; frame-ancestors https://a.test"
    }


def test_a_personal_page_is_kept_nowhere() -> None:
    headers = page_headers(is_personal=True)

    assert headers == page_headers() | {"cache-control": "private, no-store"}


def test_a_page_names_whom_its_scripts_tell_something() -> None:
    headers = page_headers(tells=["https://beats.example"])

    assert headers == page_headers() | {
        "content-security-policy": page_headers()["content-security-policy"].replace(
            "connect-src 'self'", "connect-src 'self' https://beats.example"
        )
    }


def test_scripts_styles_and_frames_of_others_come_only_from_where_it_is_said() -> None:
    headers = page_headers(others=["https://captcha.example"])

    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self' https://captcha.example; "
        "style-src 'self' 'unsafe-inline' https://captcha.example; "
        "img-src 'self' data: blob:; font-src 'self'; worker-src 'self' blob:; "
        "form-action 'self'; base-uri 'none'; connect-src 'self' https://captcha.example; "
        "media-src 'self' blob:; frame-src https://captcha.example; frame-ancestors 'none'"
    )
