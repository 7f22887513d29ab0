from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.answering import Answering, answering
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import NOON
from tests.web.people import browsing

from vitascope.core.accounts.model import User
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.core.presets.queries import (
    get_preset,
    insert_preset,
    list_presets,
    update_preset,
)
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.web.player_look import logo_path

PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)
HEADERS = {
    "content-type": "image/png",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=86400",
}


@pytest.fixture
def server() -> Iterator[Answering]:
    with answering({"/a.png": (200, PNG)}) as server:
        yield server


@pytest.fixture
def client(db: Database, tmp_path: Path) -> Iterator[Client]:
    with browsing(make_runtime(db, tmp_path, guard=Guard(["127.0.0.0/8"]))) as client:
        yield client


def looking(logo_url: str) -> NewPreset:
    return NewPreset(name="House", is_default=False, look=Look(logo_url=logo_url))


@pytest.fixture
def preset(db: Database, ada: User, server: Answering) -> Preset:
    """By no form: those take https only."""
    with db.begin() as tx:
        insert_preset(tx, ada.id, looking(f"{server.url}/a.png"), now=NOON)
        return list_presets(tx, ada.id)[0]


def test_everybody_gets_a_logo_from_this_server(
    client: Client, server: Answering, preset: Preset
) -> None:
    answers = [client.get(logo_path(preset)) for _ in range(2)]

    assert [(answer.status_code, answer.content) for answer in answers] == [(200, PNG)] * 2
    assert {name: answers[0].headers[name] for name in HEADERS} == HEADERS
    assert "content-encoding" not in answers[0].headers
    assert server.asked == [("GET", "/a.png", b"")]


def test_a_logo_has_no_other_mark_than_its_own(
    client: Client, db: Database, server: Answering, preset: Preset
) -> None:
    path = logo_path(preset)
    with db.begin() as tx:
        update_preset(tx, preset.id, looking(f"{server.url}/b.png"), now=NOON)
        changed = get_preset(tx, preset.uuid)

    answers = [client.get(p) for p in (path, path.partition("?")[0], logo_path(changed))]

    assert [answer.status_code for answer in answers] == [404] * 3
    assert server.asked == [("GET", "/b.png", b"")]


@pytest.mark.parametrize("ref", ["x", "5f2b7c1e-0000-4000-8000-000000000001"])
def test_no_preset_has_no_logo(client: Client, ref: str) -> None:
    assert client.get(f"/presets/{ref}/logo?v=0").status_code == 404
