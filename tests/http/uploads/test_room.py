from dataclasses import replace
from pathlib import Path

import pytest
from tests.http.uploads.making import make_runtime
from tests.settings import changed

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.room import Room
from vitascope.core.users.usage import QuotaRule
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.room import check_disk, room_of

NO_DISK_HAS = 1 << 60


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path, max_upload_bytes=1000)


@pytest.mark.parametrize(("asked", "most"), [(None, 1000), (999, 999), (1001, 1000)])
def test_the_smaller_of_two_limits_holds(
    runtime: Runtime, asked: int | None, most: int
) -> None:
    room = room_of(runtime, most_bytes=asked, rule=QuotaRule.UP_TO)

    assert room == Room(most_bytes=most, free_bytes=room.free_bytes, rule=QuotaRule.UP_TO)
    assert room.free_bytes > 0


def test_what_is_to_stay_free_is_no_room(runtime: Runtime) -> None:
    full = replace(runtime, min_free_bytes=NO_DISK_HAS)

    assert room_of(full).free_bytes == 0


def test_the_disk_is_asked_again_before_each_piece(runtime: Runtime) -> None:
    full = replace(runtime, min_free_bytes=NO_DISK_HAS)

    check_disk(runtime, 1)
    check_disk(full, 0)
    with pytest.raises(StorageFull, match="nearly full"):
        check_disk(full, 1)
    with pytest.raises(StorageFull, match="nearly full"):
        check_disk(runtime, NO_DISK_HAS)


def test_the_settings_say_whether_anything_new_may_come_in(runtime: Runtime) -> None:
    closed = changed(runtime, uploads_enabled=False)

    assert [room_of(one).is_open for one in (runtime, closed)] == [True, False]
