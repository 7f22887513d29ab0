import shutil
from ipaddress import ip_address
from pathlib import Path

from tests.pipeline.importing import open_desk

from vitascope.core.uploads.room import Room
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools


def test_what_has_arrived_is_room_for_itself(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    free_bytes = shutil.disk_usage(tmp_path).free
    desk = open_desk(db, tmp_path, tools, min_free_bytes=2 * free_bytes, max_upload_bytes=70)

    nothing, something = desk.room_with(0), desk.room_with(4 * free_bytes)

    assert nothing == Room(most_bytes=70, free_bytes=0)
    assert something.free_bytes > 2 * free_bytes


def test_private_networks_are_fetched_from_only_when_they_are_named(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    desk = open_desk(db, tmp_path, tools, networks=("127.0.0.0/8",))

    passes = [desk.guard.passes(ip_address(ip)) for ip in ("127.0.0.1", "10.0.0.1")]

    assert passes == [True, False]
