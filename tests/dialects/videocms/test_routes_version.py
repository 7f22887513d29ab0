from pathlib import Path

import pytest
from litestar.testing import TestClient
from tests.answering import answering
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import whole, words

from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.dialects.videocms.routes_version import own_version
from vitascope.fetch.guard import Guard

PATH = "/api/versioncheck"
LATEST = words(200, f"You are using the latest version: {own_version()}")
UNKNOWN = words(500, "code=500, message=Internal Server Error")


def test_nobody_is_asked_unless_the_operator_names_somebody(
    client: Client, admin: Headers
) -> None:
    assert whole(client.get(PATH, headers=admin)) == LATEST


@pytest.mark.parametrize(
    ("status", "body", "answered"),
    [
        (200, f'{{"tag_name": "v{own_version()}"}}', LATEST),
        (200, f'{{"version": "{own_version()}.0"}}', LATEST),
        (200, '{"tag_name": "v0.0.9"}', LATEST),
        (
            200,
            '{"tag_name": "v99.1", "version": "1"}',
            words(400, f"A new version is available: 99.1. Current version: {own_version()}"),
        ),
        (200, '{"tag_name": "the best"}', UNKNOWN),
        (200, '{"tag_name": 7}', UNKNOWN),
        (200, "[]", UNKNOWN),
        (200, "no JSON", UNKNOWN),
        (500, '{"tag_name": "v99.1"}', UNKNOWN),
    ],
)
def test_what_the_feed_says_is_compared_with_what_runs(
    db: Database,
    tmp_path: Path,
    admin: Headers,
    status: int,
    body: str,
    answered: tuple[int, str, str],
) -> None:
    with answering({"/latest": (status, body.encode())}) as feed:
        runtime = make_runtime(
            db, tmp_path, version_feed_url=f"{feed.url}/latest", guard=Guard(["127.0.0.0/8"])
        )
        with TestClient(built(build, runtime)) as client:
            answer = client.get(PATH, headers=admin)

    assert whole(answer) == answered


def test_a_feed_where_this_server_does_not_go_is_no_feed(
    db: Database, tmp_path: Path, admin: Headers
) -> None:
    with answering({"/latest": (200, b'{"tag_name": "v99"}')}) as feed:
        runtime = make_runtime(db, tmp_path, version_feed_url=f"{feed.url}/latest")
        with TestClient(built(build, runtime)) as client:
            answer = client.get(PATH, headers=admin)

    assert whole(answer) == UNKNOWN


def test_others_do_not_check(client: Client, his: Headers, his_key: Headers) -> None:
    answers = [client.get(PATH, headers=headers) for headers in ({}, his, his_key)]

    assert [answer.text for answer in answers] == [
        "No JWT Token",
        "Not Permitted",
        "API Key Not Permitted for Admin Routes",
    ]
