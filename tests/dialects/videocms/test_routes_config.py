from pathlib import Path

from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, make_runtime

from vitascope.core.imports.ask import ImportPolicy
from vitascope.db import Database
from vitascope.dialects.videocms import build


def test_anybody_may_know_what_the_server_does(client: Client) -> None:
    answer = client.get("/api/config")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.text.endswith("}\n")
    assert answer.json() == {
        "AppName": "Vitascope",
        "BaseUrl": "https://video.example",
        "EncodingEnabled": True,
        "UploadEnabled": True,
        "MaxUploadFilesize": 10 * 1024**2,
        "MaxUploadChunkSize": 20 * 1024**2,
        "MaxUploadSessions": 10,
        "FolderVideoQualitys": "/videos/qualitys",
        "CaptchaEnabled": False,
        "CaptchaLoginEnabled": False,
        "CaptchaPlayerEnabled": False,
        "CaptchaType": "builtin",
        "Captcha_Recaptcha_PublicKey": "",
        "Captcha_Hcaptcha_PublicKey": "",
        "Captcha_Turnstile_PublicKey": "",
        "ContinueWatchingPopupEnabled": True,
        "DownloadEnabled": True,
        "RemoteDownloadEnabled": True,
        "PlayerV2Enabled": True,
    }


def test_what_the_operator_switched_off_is_not_announced(db: Database, tmp_path: Path) -> None:
    runtime = make_runtime(db, tmp_path, imports=ImportPolicy(urls=False))

    with TestClient(built(build, runtime)) as client:
        answer = client.get("/api/config")

    assert answer.json()["RemoteDownloadEnabled"] is False
