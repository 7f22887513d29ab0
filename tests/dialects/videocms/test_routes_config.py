from tests.dialects.runtimes import Client


def test_anybody_may_know_what_the_server_does(client: Client) -> None:
    answer = client.get("/api/config")

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.text.endswith("}\n")
    assert answer.json() == {
        "AppName": "Vitascope",
        "BaseUrl": "https://video.example",
        "EncodingEnabled": True,
        "UploadEnabled": False,
        "MaxUploadFilesize": 10 * 1024**2,
        "MaxUploadChunkSize": 20 * 1024**2,
        "MaxUploadSessions": 10,
        "FolderVideoQualitys": "/videos/qualitys",
        "CaptchaEnabled": False,
        "CaptchaLoginEnabled": False,
        "CaptchaPlayerEnabled": False,
        "CaptchaType": "",
        "Captcha_Recaptcha_PublicKey": "",
        "Captcha_Hcaptcha_PublicKey": "",
        "Captcha_Turnstile_PublicKey": "",
        "ContinueWatchingPopupEnabled": False,
        "DownloadEnabled": False,
        "RemoteDownloadEnabled": False,
        "PlayerV2Enabled": False,
    }
