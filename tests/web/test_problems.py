from functools import partial

import pytest

from vitascope.base.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    ProductError,
    Unavailable,
)
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.model import LoginRequired
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.names import check_handle
from vitascope.core.imports.model import ImportQueueFull
from vitascope.core.uploads.model import FileTooLarge, UploadBusy
from vitascope.core.users.profile import CurrentPasswordWrong, NoPassword
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.web.account_views import Problem
from vitascope.web.problems import STATUS, found_problems, problem_of, status_of


@pytest.mark.parametrize("kind", ProductError.__subclasses__())
def test_every_product_error_has_a_status(kind: type[ProductError]) -> None:
    assert kind in STATUS


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound("key", 3), 404),
        (CurrentPasswordWrong("no"), 403),
        (NoPassword(), 400),
        (TooManyAttempts("wait", retry_after_s=3), 429),
        (LoginRequired("Who?"), 401),
        (UploadBusy(), 423),
        (Unavailable("down"), 503),
    ],
)
def test_a_finer_error_has_its_own_status_or_that_of_the_class_above(
    error: ProductError, status: int
) -> None:
    assert status_of(error) == status


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (Forbidden("Not you"), Problem("Not you.")),
        (Conflict("Taken."), Problem("Taken. Choose another one.")),
        (Invalid("displayName", "Too long"), Problem("Too long.", "display_name")),
        (Invalid("email", "No address"), Problem("No address.", "email")),
        (
            FileTooLarge(12_000_000_000, 10_000_000_000),
            Problem(
                "This file has 12 GB, and this server takes at most 10 GB. "
                "Make it smaller, or ask the people who run this server."
            ),
        ),
        (
            UserQuotaExceeded(used=61_000_000, limit=100_000_000, unit="bytes"),
            Problem(
                "This does not fit: 61 MB of your 100 MB are used. "
                "Delete what you need no more, or ask for more room."
            ),
        ),
        (
            ImportQueueFull(5, 5),
            Problem("5 of your imports are under way. Wait until one of them has ended."),
        ),
        (
            Invalid("file", "No picture and no sound"),
            Problem("No picture and no sound. Choose a video or audio file.", "file"),
        ),
        (
            UploadBusy(),
            Problem("Another request is at work on this upload. Try again shortly."),
        ),
        (
            CurrentPasswordWrong("Wrong"),
            Problem("Wrong. Type the password that you log in with.", "current_password"),
        ),
    ],
)
def test_a_problem_says_what_to_do_and_where(error: ProductError, problem: Problem) -> None:
    assert problem_of(error) == problem


def test_every_check_has_its_say() -> None:
    problems = found_problems(
        partial(check_handle, "username", "ada"),
        partial(check_email, "ada"),
        partial(check_email, "", field="other"),
    )

    assert [problem.field for problem in problems] == ["email", "other"]
