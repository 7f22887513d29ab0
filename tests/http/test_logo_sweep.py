import asyncio
import io
from pathlib import Path

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.core.access.model import Actor
from vitascope.core.presets.keep import add_preset, change_preset, remove_preset
from vitascope.core.presets.logo import logo_key
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.db import Database
from vitascope.http.logo_sweep import sweep_logos, sweeping_logos
from vitascope.storage.local import LocalStore

STRAY = "presets/5f2b7c1e-0000-4000-8000-000000000001/0"


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path)


@pytest.fixture
def ada(db: Database) -> Actor:
    with db.begin() as tx:
        return actor_of(make_user(tx))


def shown(db: Database, store: LocalStore, ada: Actor, logo_url: str) -> tuple[Preset, str]:
    """A preset whose logo is in the store, and its key there."""
    with db.begin() as tx:
        preset = add_preset(tx, ada, looking(logo_url), now=NOON)
    key = logo_key(preset)
    assert key is not None
    store.put(key, io.BytesIO(b"GIF89a"))
    return preset, key


def looking(logo_url: str) -> NewPreset:
    return NewPreset(name="House", is_default=False, look=Look(logo_url=logo_url))


def test_logos_of_presets_that_changed_or_are_gone_are_deleted(
    db: Database, store: LocalStore, ada: Actor
) -> None:
    _, kept = shown(db, store, ada, "https://logos.example/a.png")
    changed, _ = shown(db, store, ada, "https://logos.example/b.png")
    gone, _ = shown(db, store, ada, "https://logos.example/c.png")
    store.put("assets/other", io.BytesIO(b"film"))
    with db.begin() as tx:
        change_preset(tx, ada, changed.uuid, looking(""), now=NOON)
        remove_preset(tx, ada, gone.uuid)

    sweep_logos(db, store)

    assert sorted(store.list("")) == ["assets/other", kept]


async def test_they_are_swept_while_the_server_is_up(db: Database, store: LocalStore) -> None:
    store.put(STRAY, io.BytesIO(b"GIF89a"))

    async with sweeping_logos(db, store, period_s=3600):
        while list(store.list("presets")):
            await asyncio.sleep(0.01)

    assert list(store.list("presets")) == []
