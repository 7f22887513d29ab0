import pytest

from vitascope.fetch.errors import (
    BadAnswer,
    BadUrl,
    Blocked,
    FetchError,
    Interrupted,
    Problem,
    TooLarge,
    TooManyRedirects,
    Unreachable,
)


@pytest.mark.parametrize(
    ("error", "permanent", "message"),
    [
        (BadUrl(Problem.HOST, "The URL has no host"), True, "The URL has no host"),
        (Blocked("Not there"), True, "Not there"),
        (TooLarge(limit_bytes=7), True, "It is larger than the limit of 7 bytes"),
        (TooManyRedirects(most=10), True, "The server redirects more than 10 times"),
        (Unreachable("Nobody there"), False, "Nobody there"),
        (Interrupted("Gone"), False, "Gone"),
        (BadAnswer(404), True, "The server answered with status 404"),
        (BadAnswer(200, "Not a file"), True, "Not a file"),
        (BadAnswer(408), False, "The server answered with status 408"),
        (BadAnswer(429), False, "The server answered with status 429"),
        (BadAnswer(503), False, "The server answered with status 503"),
    ],
)
def test_an_error_says_what_happened_and_whether_to_try_again(
    error: FetchError, permanent: bool, message: str
) -> None:
    said = error.message, str(error), error.permanent

    assert said == (message, message, permanent)
