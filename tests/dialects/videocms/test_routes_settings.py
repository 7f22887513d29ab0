from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import whole, words

from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.limit_memory import MemoryLimiter

PATH = "/api/settings"


def change(client: Client, headers: Headers, **texts: Any) -> tuple[int, str, str]:
    """Send the row that is shown, with other texts."""
    row = client.get(PATH, headers=headers).json()
    return whole(client.put(PATH, json={**row, **texts}, headers=headers))


OK = (200, "text/plain; charset=UTF-8", "ok")


def test_a_change_is_answered_with_ok_and_shown_and_in_the_config(
    client: Client, admin: Headers
) -> None:
    texts = {"AppName": "Ours", "DownloadEnabled": "false", "MaxUploadFilesize": "1000"}

    answer = change(client, admin, **texts)

    row = client.get(PATH, headers=admin).json()
    config = client.get("/api/config").json()
    assert answer == OK
    assert {name: row[name] for name in texts} == texts
    shown = {name: config[name] for name in texts}
    assert shown == {"AppName": "Ours", "DownloadEnabled": False, "MaxUploadFilesize": 1000}


def test_the_row_may_be_sent_as_a_form_and_in_any_case(client: Client, admin: Headers) -> None:
    row = {**client.get(PATH, headers=admin).json(), "AppName": "Ours", "ID": "1"}
    form = {name.lower(): value for name, value in row.items() if isinstance(value, str)}

    answer = client.put(PATH, data=form, headers=admin)

    assert whole(answer) == OK
    assert client.get("/api/config").json()["AppName"] == "Ours"


@pytest.mark.parametrize(
    ("texts", "refusal"),
    [
        ({"ID": 2}, "Setting not found by id"),
        ({"ID": None}, "ID [required] : "),
        ({"AppName": None}, "AppName [required] : "),
        ({"MaxFramerate": "0"}, "MaxFramerate [min] : 1"),
        (
            {"CaptchaType": "hcaptcha", "CaptchaEnabled": "true"},
            "Set both keys of this provider: nobody could pass without them",
        ),
        (
            {f"EncodeHls{height}p": "false" for height in (720, 360)},
            "At least one size has to stay on",
        ),
        (
            {"RatelimitEnabled": "true"},
            "RatelimitEnabled: whoever runs this server has switched all limits off",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_changes(
    client: Client, admin: Headers, texts: dict[str, Any], refusal: str
) -> None:
    before = client.get(PATH, headers=admin).text

    answer = change(client, admin, **texts)

    assert answer == words(400, refusal)
    assert client.get(PATH, headers=admin).text == before


def test_what_is_no_object_is_malformed(client: Client, admin: Headers) -> None:
    answer = client.put(PATH, content=b"[]", headers=admin)

    assert whole(answer) == words(400, "malformated request")


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_settings_are_for_administrators_who_have_logged_in(
    client: Client, his: Headers, his_key: Headers, method: str
) -> None:
    answers = [client.request(method, PATH, headers=headers) for headers in ({}, his, his_key)]

    assert [whole(answer) for answer in answers] == [
        words(403, "No JWT Token"),
        words(403, "Not Permitted"),
        words(403, "API Key Not Permitted for Admin Routes"),
    ]


def test_another_key_for_signing_ends_all_sessions(
    client: Client, admin: Headers, his: Headers, his_key: Headers
) -> None:
    answer = change(client, admin, JwtSecretKey="a new secret")

    after = [client.get("/api/account", headers=h) for h in (admin, his, his_key)]
    assert answer == OK
    assert [whole(one)[::2] for one in after[:2]] == [(403, "Invalid JWT Token")] * 2
    assert after[2].status_code == 200


def test_limits_can_be_switched_on_where_anything_is_limited(
    db: Database, tmp_path: Path, admin: Headers
) -> None:
    runtime = make_runtime(db, tmp_path, limiter=MemoryLimiter())

    with TestClient(built(build, runtime)) as client:
        answer = change(client, admin, RatelimitEnabled="true")

    assert answer == OK
    assert runtime.settings.current().videocms_rate_limits is True


def test_the_example_is_public_text(client: Client, admin: Headers) -> None:
    uuid = "0c4aa6ad-5aa6-4f3c-a8d0-3d5b9f4c1d11"

    before = client.get("/api/file/example")
    change(client, admin, ProjectExampleVideo=uuid)
    after = client.get("/api/file/example")

    assert [whole(before), whole(after)] == [words(200, "notfound"), words(200, uuid)]
