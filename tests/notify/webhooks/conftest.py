"""A courier that may reach this machine, and somebody who is told."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Protocol

import pytest
from tests.notify.webhooks.receiver import Receiver, receiving

from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.notify.webhooks import Courier

HERE = Guard(["127.0.0.0/8"])


class Hire(Protocol):
    def __call__(self, db: Database, **values: Any) -> Courier:
        """A courier that works until the test ends, on this machine."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def hire() -> Iterator[Hire]:
    hired: list[Courier] = []

    def start(db: Database, **values: Any) -> Courier:
        usual = {"guard": HERE, "now": lambda: datetime.now(UTC), "grace_s": 0.1}
        courier = Courier(db, **{**usual, **values})
        hired.append(courier)
        courier.start()
        return courier

    yield start
    for courier in hired:
        courier.stop()
