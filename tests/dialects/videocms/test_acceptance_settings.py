"""Item 12 of the acceptance list (facts: section 7), and items 1 to 3 and section 1.1 as far as
they are not tested elsewhere.
"""

import gzip
import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from tests.dialects.runtimes import VAULT, Client, Headers
from tests.dialects.videocms.answers import unknown, whole, words
from tests.factories import NOON, PASSWORD

from vitascope.core.accounts.model import User

OK = words(200, "ok")
MASK = "********"


def test_settings_go_round_as_texts_and_show_in_the_config_with_secrets_masked(
    client: Client, admin: Headers
) -> None:
    row = client.get("/api/settings", headers=admin).json()
    texts = {
        "AppName": "Ours",
        "BaseUrl": "https://ours.example",
        "UploadEnabled": "false",
        "EncodingEnabled": "0",
        "MaxUploadFilesize": "5368709120",
        "MaxUploadChunkSize": "1048576",
        "MaxUploadSessions": "3",
        "DownloadEnabled": "false",
        "RemoteDownloadEnabled": "false",
        "ContinueWatchingPopupEnabled": "false",
        "PlayerV2Enabled": "false",
        "CaptchaEnabled": "true",
        "CaptchaLoginEnabled": "true",
        "CaptchaPlayerEnabled": "true",
        "CaptchaType": "turnstile",
        "Captcha_Turnstile_PublicKey": "a site",
        "Captcha_Turnstile_PrivateKey": "hush",
    }

    answer = client.put("/api/settings", json={**row, **texts}, headers=admin)

    after = client.get("/api/settings", headers=admin).json()
    masked = {"Captcha_Turnstile_PrivateKey": MASK, "EncodingEnabled": "false"}
    assert whole(answer) == OK
    assert after == {**row, **texts, **masked}
    assert [name for name, value in after.items() if not isinstance(value, str)] == [
        "ID",
        "CreatedAt",
        "UpdatedAt",
        "DeletedAt",
    ]
    assert client.get("/api/config").json() == {
        "AppName": "Ours",
        "BaseUrl": "https://ours.example",
        "EncodingEnabled": False,
        "UploadEnabled": False,
        "MaxUploadFilesize": 5368709120,
        "MaxUploadChunkSize": 1048576,
        "MaxUploadSessions": 3,
        "FolderVideoQualitys": "/videos/qualitys",
        "CaptchaEnabled": True,
        "CaptchaLoginEnabled": True,
        "CaptchaPlayerEnabled": True,
        "CaptchaType": "turnstile",
        "Captcha_Recaptcha_PublicKey": "",
        "Captcha_Hcaptcha_PublicKey": "",
        "Captcha_Turnstile_PublicKey": "a site",
        "ContinueWatchingPopupEnabled": False,
        "DownloadEnabled": False,
        "RemoteDownloadEnabled": False,
        "PlayerV2Enabled": False,
    }


def test_a_row_that_is_sent_back_as_it_was_shown_changes_nothing(
    client: Client, admin: Headers
) -> None:
    before = client.get("/api/settings", headers=admin)

    answer = client.put("/api/settings", json=before.json(), headers=admin)

    assert whole(answer) == OK
    assert client.get("/api/settings", headers=admin).text == before.text


def test_a_login_is_a_token_for_seven_days_with_the_documented_claims(
    client: Client, bob: User
) -> None:
    given = {"username": "bob", "password": PASSWORD}

    answer = client.post("/api/auth/login", json=given)
    refresh = client.get(
        "/api/auth/refresh", headers={"Authorization": f"Bearer {answer.json()['token']}"}
    )

    told = answer.json()
    key = OctKey.import_key(VAULT.jwt_key)
    claims = jwt.decode(told["token"], key, algorithms=["HS256"]).claims
    week = NOON + timedelta(days=7)
    assert datetime.fromisoformat(told["exp"]) == week
    assert claims == {
        "userid": bob.id,
        "username": "bob",
        "admin": False,
        "exp": int(week.timestamp()),
        "iss": "vitascope",
        "aud": ["videocms", "avcaption"],
    }
    expires = week.isoformat().replace("+00:00", "Z")
    assert whole(refresh) == words(403, f"Wait until time to expire: {expires}")


def test_wrong_names_and_wrong_passwords_are_told_in_the_same_words(
    client: Client, bob: User
) -> None:
    tried = [("bob", "not the password"), ("nobody", PASSWORD)]

    answers = [
        client.post("/api/auth/login", data={"username": name, "password": password})
        for name, password in tried
    ]

    assert [whole(answer) for answer in answers] == [words(400, "Wrong password")] * 2
    assert bob.username == "bob"


def test_a_key_opens_files_and_nothing_that_is_for_people(
    client: Client, his_key: Headers
) -> None:
    refused: list[tuple[str, str, str]] = [
        ("GET", "/api/users", "API Key Not Permitted for Admin Routes"),
        ("GET", "/api/settings", "API Key Not Permitted for Admin Routes"),
        ("GET", "/api/versioncheck", "API Key Not Permitted for Admin Routes"),
        ("GET", "/api/apikeys", "API Key Not Permitted to Manage API Keys"),
        ("GET", "/apikeys", "API Key Not Permitted to Manage API Keys"),
        ("PUT", "/api/account/settings", "API Key Not Permitted to Update Settings"),
        ("GET", "/api/auth/refresh", "API Keys cannot be refreshed"),
    ]

    files = client.get("/api/files", headers=his_key)
    answers = [client.request(method, path, headers=his_key) for method, path, _ in refused]

    assert (files.status_code, files.text) == (200, "[]\n")
    assert [whole(answer) for answer in answers] == [words(403, told) for *_, told in refused]


@pytest.mark.parametrize("path", ["/api/files", "/api/settings", "/api/no/such", "/apikeys"])
def test_strangers_are_told_that_no_token_came_whatever_there_is(
    client: Client, path: str
) -> None:
    assert whole(client.get(path)) == words(403, "No JWT Token")


def test_what_the_framework_refuses_is_always_not_found(client: Client, his: Headers) -> None:
    asked: list[tuple[str, str, dict[str, Any], int]] = [
        ("GET", "/api/no/such", {}, 404),
        ("DELETE", "/api/config", {}, 405),
        ("PATCH", "/api/folder", {}, 405),
        ("POST", "/api/folder", {"headers": {"Content-Length": "999999999"}}, 413),
    ]

    answers = [
        client.request(method, path, headers={**his, **more.get("headers", {})})
        for method, path, more, _ in asked
    ]

    assert [whole(answer) for answer in answers] == [unknown(status) for *_, status in asked]


def test_names_have_any_case_and_stand_in_the_query_in_json_and_in_forms(
    client: Client, his: Headers
) -> None:
    path, name = "/api/folder", "Films"
    sent: list[dict[str, Any]] = [
        {"json": {"name": name}},
        {"json": {"NAME": name}},
        {"data": {"nAmE": name}},
        {"files": {"name": (None, name)}},
        {"params": {"Name": name}},
    ]

    answers = [client.post(path, headers=his, **one) for one in sent]

    assert [answer.status_code for answer in answers] == [200] * 5
    assert [answer.json()["Name"] for answer in answers] == [name] * 5
    assert all(answer.content.endswith(b"}\n") for answer in answers)


def test_only_the_first_field_that_breaks_a_rule_is_told(client: Client, his: Headers) -> None:
    sent = [b"{}", b'{"name": ""}', b"{", b'{"name": 7}']

    answers = [client.post("/api/folder", content=body, headers=his) for body in sent]

    assert [whole(answer) for answer in answers] == [
        words(400, "Name [required] : "),
        words(400, "Name [required] : "),
        words(400, "malformated request"),
        words(400, "malformated request"),
    ]


def test_long_answers_are_sent_as_gzip_and_those_of_tus_are_not(
    client: Client, admin: Headers
) -> None:
    headers = {**admin, "Accept-Encoding": "gzip"}

    with client.stream("GET", "/api/settings", headers=headers) as answer:
        packed = b"".join(answer.iter_raw())
    sessions = client.get("/api/uploads/sessions", headers=headers)

    assert answer.headers["content-encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed))["ID"] == 1
    assert "content-encoding" not in sessions.headers
    assert "vary" not in sessions.headers
