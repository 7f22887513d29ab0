"""What every dialect owes."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from structlog.testing import capture_logs
from tests.dialects.runtimes import Client, make_runtime

from vitascope.app import DIALECTS
from vitascope.base.errors import ProductError
from vitascope.db import Database
from vitascope.http.runtime import Runtime

Build: TypeAlias = Callable[[Runtime], Litestar]

PARTS = ("README.md", "app.py", "auth.py", "errors.py", "wire.py")
# Of the shape that each dialect takes, so that the database is asked for them.
CREDENTIALS = {
    "avcaption": "avc_" + "0" * 64,
    "peertube": "0" * 40,
    "videocms": "ak_" + "0" * 64,
    "vsrc": "vsrc_" + "0" * 48,
}
INSIDE = ("Traceback", "sqlite", "no such table", ".py", "sqlalchemy", "SELECT")

each_dialect = pytest.mark.parametrize("name", sorted(DIALECTS))


def package_of(name: str) -> ModuleType:
    return importlib.import_module(DIALECTS[name].__module__.rpartition(".")[0])


def plain_paths(app: Litestar) -> list[str]:
    """Paths under /api that are read and have no parameters."""
    return sorted(
        route.path
        for route in app.routes
        if route.path.startswith("/api/")
        and "{" not in route.path
        and "GET" in getattr(route, "methods", ())
    )


@pytest.fixture
def app(name: str, db: Database, tmp_path: Path) -> Litestar:
    return DIALECTS[name](make_runtime(db, tmp_path))


@pytest.fixture
def client(app: Litestar) -> Iterator[Client]:
    with TestClient(app) as client:
        yield client


@each_dialect
@pytest.mark.parametrize(
    "error", ProductError.__subclasses__(), ids=lambda error: str(error.__name__)
)
def test_every_product_error_has_wire_words(name: str, error: type[ProductError]) -> None:
    table = importlib.import_module(f"{package_of(name).__name__}.errors").STATUS

    assert error in table


@each_dialect
def test_a_folder_reads_like_the_others(name: str) -> None:
    folder = Path(str(package_of(name).__file__)).parent

    missing = [part for part in PARTS if not (folder / part).is_file()]

    assert missing == []


@each_dialect
def test_an_unknown_route_is_answered_in_the_words_of_the_dialect(
    name: str, app: Litestar, client: Client
) -> None:
    path = plain_paths(app)[0]

    answer = client.get(f"{path}/no/such/thing")

    assert 400 <= answer.status_code < 500
    # VideoCMS alone speaks in plain text, and asks who is calling before anything else.
    kind = "text/plain" if name == "videocms" else "json"
    assert kind in answer.headers["content-type"]
    # The framework's own words, which no dialect has.
    assert "status_code" not in answer.text


@each_dialect
def test_our_own_mistake_shows_nothing_of_the_inside(name: str, tmp_path: Path) -> None:
    without_tables = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    app = DIALECTS[name](make_runtime(without_tables, tmp_path))

    # Silenced: drawing a trace with its variables takes the console's renderer seconds.
    with capture_logs(), TestClient(app) as client:
        headers = {"Authorization": f"Bearer {CREDENTIALS[name]}"}
        answers = [client.get(path, headers=headers) for path in plain_paths(app)]
    without_tables.close()

    failed = [answer for answer in answers if answer.status_code == 500]
    assert failed
    assert [(a.url.path, word) for a in failed for word in INSIDE if word in a.text] == []
