import shutil
from pathlib import Path

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf
from tests.factories import PASSWORD, make_user, make_video

from vitascope.core.accounts.model import Allowances
from vitascope.db import Database

ACCOUNT, SETTINGS, LOGIN = "/api/account", "/api/account/settings", "/api/auth/login"
KEY_REFUSED = words(403, "API Key Not Permitted to Update Settings")


def test_an_account_tells_what_its_user_has_and_may(
    client: Client, db: Database, session_of: HeadersOf, key_of: HeadersOf
) -> None:
    allowances = Allowances(balance=1.5, max_imports=7, imports_enabled=False)
    with db.begin() as tx:
        eve = make_user(tx, "eve", quota_bytes=5000, allowances=allowances)
        make_video(tx, eve)

    answers = [
        client.get(ACCOUNT, headers=headers_of(eve)) for headers_of in (session_of, key_of)
    ]

    assert [(answer.status_code, answer.text[-1]) for answer in answers] == [(200, "\n")] * 2
    assert [answer.json() for answer in answers] == [
        {
            "Username": "eve",
            "Admin": False,
            "Email": "eve@example.org",
            "Balance": 1.5,
            "Storage": 5000,
            "Used": 1000,
            "Files": 1,
            "Settings": {
                "WebhooksEnabled": True,
                "WebhooksMax": 10,
                "UploadSessionsMax": 10,
                "EnablePlayerCaptcha": False,
                "MaxRemoteDownloads": 7,
                "RemoteDownloadEnabled": False,
            },
            "MaxRemoteDownloads": 7,
            "RemoteDownloadEnabled": False,
        }
    ] * 2


def test_an_account_without_a_quota_has_what_the_disk_has_left(
    client: Client, admin: Headers, tmp_path: Path
) -> None:
    answer = client.get(ACCOUNT, headers=admin)

    given, disk = answer.json(), shutil.disk_usage(tmp_path)
    assert (given["Username"], given["Admin"], given["Used"]) == ("ada", True, 0)
    # Others write to the disk meanwhile.
    assert 0 < given["Storage"] < disk.total


def test_settings_are_told_to_sessions_and_keys(
    client: Client, his: Headers, his_key: Headers
) -> None:
    answers = [client.get(SETTINGS, headers=headers) for headers in (his, his_key)]

    told = (200, "application/json", '{"EnablePlayerCaptcha":false}\n')
    assert [whole(answer) for answer in answers] == [told, told]


def test_settings_are_changed_and_the_number_of_downloads_is_not(
    client: Client, his: Headers
) -> None:
    fields = {"enablePlayerCaptcha": True, "MaxRemoteDownloads": 99}

    answer = client.put(SETTINGS, json=fields, headers=his)

    assert (answer.status_code, answer.content) == (200, b"")
    assert client.get(SETTINGS, headers=his).json() == {"EnablePlayerCaptcha": True}
    assert client.get(ACCOUNT, headers=his).json()["MaxRemoteDownloads"] == 5


@pytest.mark.usefixtures("bob")
def test_a_new_password_is_taken_without_the_old_one(client: Client, his: Headers) -> None:
    fields = {"EnablePlayerCaptcha": "false", "NewPassword": "a new password"}

    answer = client.put(SETTINGS, data=fields, headers=his)

    logins = [
        client.post(LOGIN, json={"username": "bob", "password": password}).status_code
        for password in (PASSWORD, "a new password")
    ]
    assert (answer.status_code, logins) == (200, [400, 200])


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "EnablePlayerCaptcha [required] : "),
        ({"EnablePlayerCaptcha": None}, "EnablePlayerCaptcha [required] : "),
        ({"EnablePlayerCaptcha": 1}, "malformated request"),
        ({"EnablePlayerCaptcha": True, "NewPassword": "1234567"}, "NewPassword [min] : 8"),
        ({"EnablePlayerCaptcha": True, "NewPassword": "1" * 65}, "NewPassword [max] : 64"),
    ],
)
def test_settings_that_break_a_rule_change_nothing(
    client: Client, his: Headers, fields: dict[str, object], told: str
) -> None:
    answer = client.put(SETTINGS, json=fields, headers=his)

    assert whole(answer) == words(400, told)
    assert client.get(SETTINGS, headers=his).json() == {"EnablePlayerCaptcha": False}


def test_a_key_changes_no_settings(client: Client, his_key: Headers) -> None:
    answer = client.put(SETTINGS, json={"EnablePlayerCaptcha": True}, headers=his_key)

    assert whole(answer) == KEY_REFUSED
    assert client.get(SETTINGS, headers=his_key).json() == {"EnablePlayerCaptcha": False}
