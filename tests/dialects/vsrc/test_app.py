from pathlib import Path

import pytest
from litestar.testing import TestClient
from structlog.testing import capture_logs
from tests.dialects.runtimes import Client, make_runtime

from vitascope.db import Database
from vitascope.dialects.vsrc import build


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "message"),
    [
        ("GET", "/api/public/v1/nothing", 404, "NOT_FOUND", "Not Found"),
        ("GET", "/api/public", 404, "NOT_FOUND", "Not Found"),
        ("PUT", "/api/public/v1/media", 405, "METHOD_NOT_ALLOWED", "Method Not Allowed"),
    ],
)
def test_what_no_route_answers_is_answered_in_the_envelope(
    client: Client, method: str, path: str, status: int, code: str, message: str
) -> None:
    answer = client.request(method, path)

    assert (answer.status_code, answer.json()) == (
        status,
        {"success": False, "message": message, "error": {"code": code}},
    )


def test_our_own_mistake_shows_nothing_of_the_inside(tmp_path: Path) -> None:
    without_tables = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    app = build(make_runtime(without_tables, tmp_path))

    with capture_logs() as logs, TestClient(app) as client:
        answer = client.get("/api/public/v1/media", headers={"Authorization": "Bearer vsrc_0"})
    without_tables.close()

    assert (answer.status_code, answer.json()) == (
        500,
        {
            "success": False,
            "message": "Something went wrong on this server",
            "error": {"code": "INTERNAL_ERROR"},
        },
    )
    assert [(line["event"], line["method"]) for line in logs] == [("request failed", "GET")]


def test_a_page_elsewhere_may_call_with_its_own_key(client: Client) -> None:
    headers = {
        "Origin": "https://school.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }

    answer = client.options("/api/public/v1/vod/upload", headers=headers)

    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "authorization" in answer.headers["access-control-allow-headers"]
