import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from structlog.testing import capture_logs
from tests.dialects.avcaption.conftest import Client
from tests.dialects.runtimes import Headers, make_runtime

from vitascope.db import Database
from vitascope.dialects.avcaption import build

KEY = "avc_" + "5ec2e7" * 10
TOKEN = "70cea1" * 5 + "70"


@pytest.mark.parametrize(
    ("method", "path", "status", "code", "error"),
    [
        ("GET", "/api/v1/embed", 404, "not_found", "Not Found"),
        ("GET", "/api/v1/nothing", 404, "not_found", "Not Found"),
        ("POST", "/api/v1/videos", 405, "method_not_allowed", "Method Not Allowed"),
    ],
)
def test_what_no_route_answers_is_answered_in_the_words_of_this_api(
    client: Client, method: str, path: str, status: int, code: str, error: str
) -> None:
    answer = client.request(method, path, headers={"X-Request-ID": "request-0001"})

    assert (answer.status_code, answer.json()) == (
        status,
        {"error": error, "code": code, "request_id": "request-0001"},
    )


def test_an_error_names_the_request_as_its_header_does(client: Client) -> None:
    answers = [
        client.get("/api/v1/stats"),
        client.get("/api/v1/stats", headers={"X-Request-ID": "mine.0001"}),
    ]

    assert [a.json()["request_id"] == a.headers["x-request-id"] for a in answers] == [True] * 2
    assert answers[1].headers["x-request-id"] == "mine.0001"


def test_no_cache_gives_an_answer_to_anybody_else(client: Client, keyed: Headers) -> None:
    answers = [
        client.get("/api/v1/videos", headers=keyed),
        client.get("/api/v1/videos/nothing", headers=keyed),
        client.get("/api/v1/videos"),
        client.delete("/api/v1/videos/nothing"),
        client.get("/api/v1/nothing"),
    ]

    told = [(a.headers["cache-control"], a.headers["vary"]) for a in answers]
    assert told == [("private", "Authorization, X-API-Key")] * 5


def test_a_page_elsewhere_may_call_with_its_own_key(client: Client) -> None:
    headers = {
        "Origin": "https://school.example",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "x-api-key",
    }

    answer = client.options("/api/v1/videos/1", headers=headers)

    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "x-api-key" in answer.headers["access-control-allow-headers"]


@pytest.fixture
def without_tables(tmp_path: Path) -> Iterator[Litestar]:
    database = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    yield build(make_runtime(database, tmp_path))
    database.close()


def test_our_own_mistake_shows_nothing_of_the_inside_and_logs_no_key(
    without_tables: Litestar,
) -> None:
    with capture_logs() as logs, TestClient(without_tables) as client:
        answer = client.get("/api/v1/stats", params={"api_key": KEY})

    assert (answer.status_code, answer.json()) == (
        500,
        {
            "error": "Something went wrong on this server",
            "code": "internal_error",
            "request_id": "",
        },
    )
    (line,) = logs
    told = (line["event"], line["method"], line["path"])
    assert told == ("request failed", "GET", "/api/v1/stats")
    assert KEY not in repr(line) + "".join(traceback.format_exception(line["exc_info"]))


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        (f"/api/stream/{TOKEN}/token", "/api/stream/-/token"),
        (f"/api/stream/{TOKEN}/file/captions/en.vtt", "/api/stream/-/file/captions/en.vtt"),
        (f"/api/v1/embed/{TOKEN}", "/api/v1/embed/-"),
        (f"/embed/{TOKEN}", "/embed/-"),
        (f"/watch/{TOKEN}", "/watch/-"),
    ],
)
def test_a_mistake_is_logged_with_a_dash_for_the_embed_token_in_its_path(
    without_tables: Litestar, path: str, logged: str
) -> None:
    with capture_logs() as logs, TestClient(without_tables) as client:
        answer = client.get(path)

    (line,) = logs
    assert (answer.status_code, line["event"], line["path"]) == (500, "request failed", logged)
