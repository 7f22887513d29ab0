import logging

import pytest

from vitascope.base.errors import NotReady
from vitascope.jobs.attempt import attempt


class Refused(Exception):
    permanent = True


class Script:
    """Raises the given errors, one per call, then succeeds."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls = 0

    async def __call__(self) -> None:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)


async def test_a_passing_error_is_tried_again() -> None:
    script = Script(OSError("busy"), OSError("busy"))

    failed = await attempt("poster", script, attempts=3, retry_after_s=0)

    assert (failed, script.calls) == (None, 3)


async def test_the_last_error_is_the_reason() -> None:
    script = Script(OSError("first"), ValueError("second"), OSError("never reached"))

    failed = await attempt("poster", script, attempts=2, retry_after_s=0)

    assert failed is not None
    assert (failed.kind, failed.message, failed.safe) == ("ValueError", "second", False)
    assert script.calls == 2


async def test_a_permanent_error_ends_it_at_once() -> None:
    script = Script(Refused("not a video"))

    failed = await attempt("probe", script, attempts=3, retry_after_s=0)

    assert failed is not None
    assert (failed.kind, failed.message, failed.safe) == ("Refused", "not a video", False)
    assert script.calls == 1


async def test_the_words_of_a_product_error_may_be_shown() -> None:
    script = Script(NotReady("The video is still processing"))

    failed = await attempt("publish", script, attempts=1, retry_after_s=0)

    assert failed is not None
    assert (failed.message, failed.safe) == ("The video is still processing", True)


async def test_a_trace_is_logged_of_what_nobody_explained(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        for error in (NotReady("The video is still processing"), OSError("busy")):
            await attempt("publish", Script(error), attempts=1, retry_after_s=0)

    found = [(record.__dict__["reason"], bool(record.exc_info)) for record in caplog.records]
    assert found == [("The video is still processing", False), ("busy", True)]
