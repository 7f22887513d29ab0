from datetime import timedelta
from pathlib import Path

from tests.factories import NOON
from tests.pipeline.importing import ask

from vitascope.core.imports.advance import begin_import, fail_import
from vitascope.db import Database
from vitascope.pipeline.import_sweep import sweep_imports

DAY = timedelta(days=1)


def test_folders_stay_while_their_import_may_need_them(db: Database, tmp_path: Path) -> None:
    waiting, running, failed, old = (ask(db) for _ in range(4))
    with db.begin() as tx:
        begin_import(tx, running.id, now=NOON - 3 * DAY)
        fail_import(tx, failed.id, "gone", now=NOON - DAY / 2)
        fail_import(tx, old.id, "gone", now=NOON - 2 * DAY)
    names = [one.uuid.hex for one in (waiting, running, failed, old)]
    for name in (*names, "unknown"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_bytes(b"bytes")

    sweep_imports(db, tmp_path, now=NOON)

    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == set(names[:3])


def test_nothing_is_swept_where_nothing_was_imported(db: Database, tmp_path: Path) -> None:
    missing = tmp_path / "imports"

    sweep_imports(db, missing, now=NOON)

    assert not missing.exists()
