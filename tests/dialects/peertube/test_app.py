from typing import Any

import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_ready
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import Client

from vitascope.core.accounts.model import User
from vitascope.db import Database


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/nothing"),
        ("POST", "/api/v1/config"),
        ("PATCH", "/api/v1/videos/1"),
        ("GET", "/api/v1/videos/1/nothing"),
    ],
)
def test_an_unknown_operation_is_answered_with_400_for_clients_of_either_api(
    client: Client, method: str, path: str
) -> None:
    answer = client.request(method, path)

    body = answer.json()
    body.pop("docs", None)
    expected = problem(400, "Bad Request", "No such operation", code="not_found")
    assert (answer.status_code, body) == (400, {**expected, "request_id": ""})
    assert answer.headers["content-type"] == "application/problem+json; charset=utf-8"


def test_an_unknown_file_is_not_found(client: Client) -> None:
    answer = client.get("/static/nothing")

    assert (answer.status_code, answer.json()) == (404, problem(404, "Not Found", "Not Found"))


def test_pages_of_any_origin_may_call(client: Client) -> None:
    asked = {
        "Origin": "https://else.example",
        "Access-Control-Request-Headers": "Authorization",
    }

    preflight = client.options("/api/v1/videos", headers=asked)
    answer = client.get("/api/v1/config")

    allowed = {k: v for k, v in preflight.headers.items() if k.startswith("access-control")}
    assert (preflight.status_code, allowed) == (
        204,
        {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "GET,HEAD,PUT,PATCH,POST,DELETE",
            "access-control-allow-headers": "Authorization",
        },
    )
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", ["/api/v1/videos", "/api/v1/videos/1"])
def test_caches_tell_callers_of_shared_paths_apart(
    client: Client, db: Database, ada: User, login: Login, path: str
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada)

    anonymous = [client.get(path) for _ in range(2)]
    known = client.get(path, headers=login(ada))
    wrong = client.get(path, headers={"Authorization": "Bearer unknown"})
    by_key = client.get(path, headers={"X-API-Key": "avc_unknown"})

    def caching(answer: Any) -> tuple[int, str | None, str | None]:
        headers = answer.headers
        return answer.status_code, headers.get("vary"), headers.get("cache-control")

    vary = "Authorization, X-API-Key"
    assert [caching(answer) for answer in anonymous] == [(200, vary, None)] * 2
    assert caching(known) == (200, vary, "private")
    assert caching(wrong) == (401, vary, "private")
    assert caching(by_key) == (401, vary, "private")


def test_a_wrong_token_is_never_taken_for_no_token(client: Client) -> None:
    headers = {"Authorization": f"Bearer {'0' * 40}"}

    answer = client.get("/api/v1/videos", headers=headers)

    expected = problem(
        401, "Unauthorized", "Token is invalid", code="invalid_token", operation="getVideos"
    )
    assert (answer.status_code, answer.json()) == (401, expected)
