import logging

import pytest
from tests.jobs.sample import wait_for

from vitascope.jobs.loop import Loop

_NEVER_S = 3600.0


def test_a_woken_loop_works_at_once() -> None:
    calls: list[int] = []
    loop = Loop("count", lambda: calls.append(len(calls)), period_s=_NEVER_S)
    loop.start()
    wait_for(lambda: calls == [0])

    loop.wake()
    wait_for(lambda: len(calls) == 2)

    assert calls == [0, 1]
    loop.stop()


def test_a_loop_goes_on_after_errors_and_reports_them_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answers = [OSError("away"), OSError("still away"), None, None]

    def work() -> None:
        answer = answers.pop(0) if answers else None
        if answer is not None:
            raise answer

    loop = Loop("ask", work, period_s=0.001)

    with caplog.at_level(logging.WARNING):
        loop.start()
        wait_for(lambda: not answers)
    loop.stop()

    assert [record.getMessage() for record in caplog.records] == [
        "background work fails",
        "background work goes on",
    ]
