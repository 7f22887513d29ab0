import io
import os
import time
import uuid
from pathlib import Path

from tests.factories import make_user, make_video

from vitascope.core.assets.model import asset_folder
from vitascope.db import Database
from vitascope.pipeline.sweep import sweep
from vitascope.storage import StorageOptions, open_store
from vitascope.storage.local import LocalStore
from vitascope.storage.scratch import Scratch


def put(store: LocalStore, key: str, *, age_s: float) -> str:
    store.put(key, io.BytesIO(b"bytes"))
    then = time.time() - age_s
    os.utime(store.local_path(key), (then, then))
    return key


def test_what_a_crash_left_goes_and_what_somebody_knows_stays(
    db: Database, tmp_path: Path
) -> None:
    store = open_store(StorageOptions(url=f"file:{tmp_path / 'media'}"))
    assert isinstance(store, LocalStore)
    scratch, incoming = Scratch(tmp_path / "scratch"), tmp_path / "incoming"
    incoming.mkdir()
    (incoming / "half").write_bytes(b"half a film")
    with db.begin() as tx:
        entry = make_video(tx, make_user(tx))
    assert entry.media is not None
    stray = uuid.uuid4()
    kept = put(store, f"{asset_folder(entry.media.uuid)}/source", age_s=9000)
    young = put(store, f"{asset_folder(uuid.uuid4())}/source", age_s=10)
    put(store, f"{asset_folder(stray)}/source", age_s=9000)
    scratch.make(entry.media.uuid)
    scratch.make(stray)

    sweep(db, store, scratch, incoming)

    assert sorted(store.list("assets/")) == sorted([kept, young])
    assert scratch.list() == [entry.media.uuid]
    assert list(incoming.iterdir()) == []
