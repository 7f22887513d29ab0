from pathlib import Path

import pytest

from vitascope.cli.routes import list_routes


def test_every_operation_is_listed_once_and_options_only_where_they_mean_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    found = [(one["dialect"], one["method"], one["path"]) for one in list_routes()]

    ours = {(method, path) for dialect, method, path in found if dialect == "videocms"}
    assert len(found) == len(set(found))
    assert {path for method, path in ours if method == "OPTIONS"} == {
        "/api/uploads",
        "/api/uploads/{upload_id}",
    }
    assert {(method, path) for method, path in ours if not path.startswith("/api/")} >= {
        ("GET", "/apikeys"),
        ("POST", "/apikey"),
        ("DELETE", "/apikey/{key_id}"),
        ("GET", "/apikey/{key_id}/audit"),
    }


def test_sockets_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    found = [one for one in list_routes() if one["method"] == "WEBSOCKET"]

    assert found == [
        {"dialect": "vsrc", "method": "WEBSOCKET", "path": path}
        for path in ("/ws/analytics", "/ws/chat/{media_id}")
    ]
