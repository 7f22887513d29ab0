import asyncio
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.factories import NOON
from tests.http.uploads.making import begun, body, make_runtime, uploader

from vitascope.core.uploads.begin import LIFETIME
from vitascope.core.uploads.model import UploadState
from vitascope.core.uploads.proceed import cancel_upload
from vitascope.core.uploads.queries import get_upload_row
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.receive import receive_bytes
from vitascope.http.uploads.sweep import sweep_uploads, sweeping

LONG_AGO = NOON - timedelta(days=1000)


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def tomorrow(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, now=lambda: NOON + LIFETIME)


def left(runtime: Runtime) -> list[str]:
    return sorted(path.name for path in runtime.uploads.iterdir())


def grow_old(runtime: Runtime) -> None:
    for path in runtime.uploads.iterdir():
        os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))


async def test_what_has_expired_goes_and_the_rest_stays(
    runtime: Runtime, tomorrow: Runtime
) -> None:
    ada = uploader(runtime.db)
    old = begun(runtime, ada, 10)
    await receive_bytes(runtime, old, body(b"hello"), offset=0)
    too_early = sweep_uploads(runtime)
    stayed = left(runtime)

    swept = sweep_uploads(tomorrow)

    with runtime.db.read() as tx:
        assert get_upload_row(tx, old.id).state is UploadState.EXPIRED
    assert (too_early, swept) == (0, 1)
    assert stayed == [old.uuid.hex, f"{old.uuid.hex}.lock"]
    assert left(runtime) == []


async def test_what_nobody_needs_goes_once_it_is_old(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    needed, stray = begun(runtime, ada, 10), begun(runtime, ada, 10)
    for upload in (needed, stray):
        await receive_bytes(runtime, upload, body(b"hello"), offset=0)
    with runtime.db.begin() as tx:
        cancel_upload(tx, stray, now=NOON)

    sweep_uploads(runtime)
    while_new = left(runtime)
    grow_old(runtime)
    sweep_uploads(runtime)

    assert len(while_new) == 4
    assert left(runtime) == [needed.uuid.hex, f"{needed.uuid.hex}.lock"]


async def test_what_is_being_finished_is_left_alone(
    runtime: Runtime, tomorrow: Runtime
) -> None:
    upload = begun(runtime, uploader(runtime.db), 5)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)
    grow_old(runtime)

    with files_of(runtime).hold(upload.uuid):
        swept = sweep_uploads(tomorrow)
        content = files_of(runtime).path(upload.uuid).read_bytes()
    sweep_uploads(tomorrow)

    assert (swept, content) == (1, b"hello")
    assert left(runtime) == []


async def test_it_is_swept_at_once(runtime: Runtime, tomorrow: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), 10)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)

    async with sweeping(tomorrow):
        await until(lambda: not left(runtime))

    assert left(runtime) == []


async def test_it_is_swept_again(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), 10)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)
    asked: list[datetime] = []

    def tomorrow_from_the_second_round_on() -> datetime:
        asked.append(NOON + (LIFETIME if asked else timedelta()))
        return asked[-1]

    turning = replace(runtime, now=tomorrow_from_the_second_round_on)
    async with sweeping(turning, period_s=0.01):
        await until(lambda: not left(runtime))

    assert asked[:2] == [NOON, NOON + LIFETIME]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.001)
