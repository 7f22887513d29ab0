import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.factories import NOON

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.http.fresh_settings import kept_fresh

DEFAULTS = Settings(instance_name="Ours")
LONG_S = 20.0


async def test_settings_are_read_before_anybody_asks(db: Database) -> None:
    live = LiveSettings(db, DEFAULTS, clock=lambda: 0.0)
    live.current()
    with db.begin() as tx:
        write_settings(tx, {"encodes": 3}, now=NOON)

    async with kept_fresh(live, period_s=0.01), asyncio.timeout(LONG_S):
        while live.current() == DEFAULTS:
            await asyncio.sleep(0.01)

    assert live.current() == replace(DEFAULTS, encodes=3)


async def test_a_database_that_is_away_is_told_once_and_asked_again(
    db: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    away = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    live = LiveSettings(away, replace(DEFAULTS, encodes=7), clock=lambda: 0.0)

    async with kept_fresh(live, period_s=0.01), asyncio.timeout(LONG_S):
        while not caplog.messages:
            await asyncio.sleep(0.01)
        live._db = db
        while live._known is None:
            await asyncio.sleep(0.01)

    assert caplog.messages == ["settings not read"]
    away.close()
