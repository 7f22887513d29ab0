from typing import Any

import pytest
from yt_dlp.networking.exceptions import IncompleteRead, ProxyError, TransportError
from yt_dlp.utils import (
    DownloadError,
    ExtractorError,
    PostProcessingError,
    UnavailableVideoError,
    UnsupportedError,
)

from vitascope.fetch.errors import Blocked, FetchError, Interrupted, Unreachable
from vitascope.fetch.site_errors import readable, translate


def wrapped(cause: Exception, message: str = "ERROR: it failed") -> DownloadError:
    """As yt-dlp wraps whatever went wrong."""
    return DownloadError(message, (type(cause), cause, None))


@pytest.mark.parametrize(
    ("cause", "kind", "message", "permanent"),
    [
        (
            ExtractorError("Private video", expected=True, video_id="1", ie="tube"),
            FetchError,
            "Private video",
            True,
        ),
        (
            ExtractorError("Unable to extract title", video_id="1", ie="tube"),
            FetchError,
            "Unable to extract title",
            True,
        ),
        (
            UnsupportedError("https://a.test/"),
            FetchError,
            "There is no video at this address",
            True,
        ),
        (
            ExtractorError("Unable to download webpage", cause=TransportError("timed out")),
            Unreachable,
            "The site cannot be reached",
            False,
        ),
        (
            TransportError(cause=ProxyError("Tunnel connection failed: 502 Bad Gateway")),
            Unreachable,
            "The site cannot be reached",
            False,
        ),
        (
            ProxyError("Tunnel connection failed: 403 Blocked"),
            Blocked,
            "The site leads to an address this server does not fetch from",
            True,
        ),
        (
            IncompleteRead(5, expected=3),
            Interrupted,
            "The connection to the site broke",
            False,
        ),
        (
            PostProcessingError("/a/path: Invalid data found"),
            FetchError,
            "What the site gave cannot be put together",
            True,
        ),
        (
            UnavailableVideoError(OSError(28, "No space left on device", "/a/path")),
            FetchError,
            "What the site gave could not be stored",
            False,
        ),
    ],
)
def test_trouble_is_told_in_words_of_ours(
    cause: Any, kind: type[FetchError], message: str, permanent: bool
) -> None:
    error = translate(wrapped(cause))

    assert type(error) is kind
    assert vars(error) == {"message": message, "permanent": permanent}


def test_trouble_that_nobody_knows_may_pass() -> None:
    error = translate(DownloadError("\x1b[0;31mERROR:\x1b[0m [tube] x1: Gone for a moment"))

    assert vars(error) == {"message": "x1: Gone for a moment", "permanent": False}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\x1b[0;31mERROR:\x1b[0m Private video", "Private video"),
        (
            "Sign in to confirm your age. Use --cookies-from-browser. See  https://a.test/wiki",
            "Sign in to confirm your age",
        ),
        (
            "Unable to extract title; please report this issue on https://a.test/ , filling",
            "Unable to extract title",
        ),
        ("Not here (caused by <HTTPError 404: Not Found>)", "Not here"),
        ("two\n  lines", "two lines"),
        ("", "The site gave no reason"),
        ("x" * 900, "x" * 500),
    ],
)
def test_advice_for_users_of_yt_dlp_is_left_out(text: str, words: str) -> None:
    said = readable(text)

    assert said == words
