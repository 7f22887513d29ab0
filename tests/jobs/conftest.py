"""An engine on a real database."""

from collections.abc import Iterator

import pytest
from tests.jobs.sample import QUEUES, Handlers, Run

from vitascope.db import Database
from vitascope.jobs.engine import Engine


@pytest.fixture
def run(db: Database) -> Iterator[Run]:
    """Start an engine with the given handlers; it stops with the test."""
    engines: list[Engine] = []

    def start(handlers: Handlers) -> Engine:
        engine = Engine(db, handlers, QUEUES)
        engines.append(engine)
        engine.start()
        return engine

    yield start
    for engine in engines:
        engine.stop()
