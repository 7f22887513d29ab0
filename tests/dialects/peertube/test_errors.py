from http import HTTPStatus

import pytest
from litestar import Litestar, get
from litestar.testing import TestClient
from tests.dialects.peertube.shapes import problem

from vitascope.base.errors import ProductError, Unavailable
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.model import CredentialKind, LoginRequired
from vitascope.core.access.two_factor import AlreadyTwoFactor, CodeWrong, NotTwoFactor
from vitascope.core.registration.sign_up import SignupRefused
from vitascope.core.users.manage import RootIsProtected
from vitascope.core.users.profile import CurrentPasswordWrong, NoPassword
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.dialects.peertube.errors import HANDLERS, WireError
from vitascope.http.asgi import Headers


def answer_to(error: Exception) -> tuple[int, object, Headers]:
    """Status, body and headers of the answer to a request that fails with ``error``."""

    @get("/", sync_to_thread=False)
    def fail() -> None:
        raise error

    app = Litestar([fail], exception_handlers=HANDLERS, openapi_config=None)
    with TestClient(app) as client:
        answer = client.get("/")
    usual = {"content-type", "content-length"}
    more = [(k.encode(), v.encode()) for k, v in answer.headers.items() if k not in usual]
    return answer.status_code, answer.json(), more


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (LoginRequired("Log in to do this"), 401, "unauthorized_request"),
        (CurrentPasswordWrong("Not that one"), 401, "current_password_is_invalid"),
        (UserQuotaExceeded(used=5, limit=4, unit="bytes"), 413, "quota_reached"),
        (RootIsProtected(), 400, None),
        (NoPassword(), 400, None),
        (AlreadyTwoFactor("It is on"), 400, None),
        (NotTwoFactor("It is off"), 400, None),
        (CodeRefused("Too old"), 403, None),
        (CodeWrong("Not that one"), 403, None),
        (SignupRefused("Nobody may"), 403, None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_an_error_is_a_problem_in_its_own_words(
    error: ProductError, status: int, code: str | None
) -> None:
    answer = answer_to(error)

    expected = problem(status, HTTPStatus(status).phrase, error.message, code=code)
    assert answer == (status, expected, [])


@pytest.mark.parametrize("reason", Refusal)
@pytest.mark.parametrize("kind", [*CredentialKind, None])
def test_every_credential_that_opens_nothing_is_an_invalid_token(
    kind: CredentialKind | None, reason: Refusal
) -> None:
    answer = answer_to(CredentialRefused(kind, reason))

    expected = problem(401, "Unauthorized", "Token is invalid", code="invalid_token")
    assert answer == (401, expected, [])


@pytest.mark.parametrize(("error", "status"), [(TooManyAttempts, 429), (Unavailable, 503)])
def test_who_has_to_wait_is_told_how_long(error: type[Unavailable], status: int) -> None:
    answer = answer_to(error("Later", retry_after_s=7))

    expected = problem(status, HTTPStatus(status).phrase, "Later")
    assert answer == (status, expected, [(b"retry-after", b"7")])


def test_what_only_this_api_knows_may_have_headers() -> None:
    answer = answer_to(WireError(401, "More", code="missing", headers={"x-more": "this"}))

    expected = problem(401, "Unauthorized", "More", code="missing")
    assert answer == (401, expected, [(b"x-more", b"this")])
