from pathlib import Path

from tests.factories import NOON
from tests.pipeline.importing import ask, open_desk

from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import get_import
from vitascope.core.settings.events import SettingsChanged
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.settings_steps import adjust_queues, cancel_unoffered_imports


def change(desk: ImportDesk, **values: object) -> None:
    with desk.db.begin() as tx:
        write_settings(tx, values, now=NOON)


async def test_queues_are_adjusted_when_the_settings_are_about_them(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    desk = open_desk(db, tmp_path, tools)
    desk.settings.current()
    change(desk, encodes=7)
    seen: list[int] = []

    for names in (["instance_name"], ["encodes", "most_fps"], ["encoding_enabled"]):
        await adjust_queues(
            desk.settings,
            lambda: seen.append(desk.settings.current().encodes),
            SettingsChanged(names),
        )

    assert seen == [7, 7]


async def test_imports_that_are_offered_no_more_are_canceled(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    desk = open_desk(db, tmp_path, tools)
    url, magnet = ask(db), ask(db, url=None, magnet="magnet:?xt=urn:btih:0")
    change(desk, imports_urls=False, imports_torrents=True)

    states = []
    for names in (["imports_at_once"], ["imports_urls"], ["imports_urls"]):
        await cancel_unoffered_imports(desk, SettingsChanged(names))
        with db.read() as tx:
            states.append([get_import(tx, one.id).state for one in (url, magnet)])

    pending, canceled = ImportState.PENDING, ImportState.CANCELED
    assert states == [[pending, pending], [canceled, pending], [canceled, pending]]
