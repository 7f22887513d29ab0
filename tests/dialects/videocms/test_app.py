from pathlib import Path

import pytest
from litestar.testing import TestClient
from structlog.testing import capture_logs
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import unknown, whole
from tests.dialects.videocms.conftest import bearer

from vitascope.db import Database
from vitascope.dialects.videocms import build

UNKNOWN = "00000000-0000-4000-8000-000000000000"
KEY = bearer(f"ak_{'0' * 64}")


@pytest.mark.parametrize("path", ["/api/account", "/api/auth/check", "/api/no/such"])
def test_our_own_mistake_is_logged_and_not_told(tmp_path: Path, path: str) -> None:
    without_tables = Database(f"sqlite:///{tmp_path / 'empty.db'}")

    with (
        capture_logs() as logs,
        TestClient(build(make_runtime(without_tables, tmp_path))) as client,
    ):
        answer = client.get(path, headers=KEY)
    without_tables.close()

    assert whole(answer) == unknown(500)
    assert [(log["event"], log["method"]) for log in logs] == [("request failed", "GET")]


@pytest.mark.parametrize("path", ["/api/account/", "//api//account", "/api/users//"])
def test_slashes_too_many_open_no_door(client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.text) == (403, "No JWT Token")


def test_a_slash_at_the_end_does_not_matter(client: Client, his: Headers) -> None:
    answers = [
        client.get("/api/config/"),
        client.get("/api/account/settings/", headers=his),
    ]

    assert [answer.status_code for answer in answers] == [200, 200]


def test_a_body_of_more_than_100_mib_is_refused(client: Client, his: Headers) -> None:
    headers = {**his, "Content-Length": str(100 * 1024**2 + 1)}

    answer = client.post("/api/apikey", content=b"{}", headers=headers)

    assert whole(answer) == unknown(413)


@pytest.mark.parametrize(
    "path",
    ["/videos/qualitys", "/videos/qualitys/x", "/videos/qualitys/a/b/c/d/e/f", f"/{UNKNOWN}"],
)
def test_below_the_files_a_page_says_that_there_is_nothing(client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (
        404,
        "text/html; charset=utf-8",
    )
    assert "<h1>This video does not exist</h1>" in answer.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", f"/v/{UNKNOWN}", 405),
        ("PUT", f"/videos/qualitys/{UNKNOWN}/720p/out.m3u8", 405),
        ("POST", "/captcha/verify", 413),
    ],
)
def test_outside_the_api_other_refusals_are_empty(
    client: Client, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path, content=b" " * 70_000)

    assert (answer.status_code, answer.content) == (status, b"")
