from pathlib import Path

from tests.pipeline.importing import open_desk

from vitascope.core.imports import events
from vitascope.core.imports.events import (
    ChannelImportAsked,
    ImportAsked,
    ImportCancelAsked,
    ImportEnded,
    SyncDue,
)
from vitascope.db import Database
from vitascope.jobs import Event
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_handlers import IMPORT, SYNC, import_handlers


def test_every_event_about_imports_is_heard(db: Database, tmp_path: Path, tools: Tools) -> None:
    listed = import_handlers(open_desk(db, tmp_path, tools))

    kinds = {kind for kind in vars(events).values() if isinstance(kind, type)} - {Event}
    assert set(listed) == kinds


def test_jobs_are_found_by_what_they_are_about_and_do_not_hold_each_other_up(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    listed = import_handlers(open_desk(db, tmp_path, tools), cleanup="short")
    happened = [
        ImportAsked(1),
        ImportCancelAsked(1),
        ImportEnded(1, "00"),
        SyncDue(2),
        ChannelImportAsked(3, 4, "http://127.0.0.1/"),
    ]

    jobs = [
        (handler.name, handler.queue, handler.key(event))
        for event in happened
        for handler in listed[type(event)]
    ]

    assert jobs == [
        ("run_import", IMPORT, "1"),
        ("stop_import", "short", "1"),
        ("clean_import", "short", "1"),
        ("run_sync", SYNC, "2"),
        ("run_channel_import", SYNC, "3"),
    ]
