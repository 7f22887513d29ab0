from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.dialects.videocms.settings_texts import FRESH, HEIGHTS, put, rows

from vitascope.base.errors import Invalid
from vitascope.core.settings.model import CaptchaProvider, Cdn, Rate, RungSetting
from vitascope.dialects.videocms.input import Broken, Given
from vitascope.dialects.videocms.settings_kinds import MASK
from vitascope.dialects.videocms.wire_settings import FIELDS, example_out, read_row, row_out

UUID = "0c4aa6ad-5aa6-4f3c-a8d0-3d5b9f4c1d11"


# What every installation begins with, but for the sizes of videos.
USUAL = {
    "AppName": "Vitascope",
    "BaseUrl": "http://localhost:8080",
    "ProjectExampleVideo": "notfound",
    "JwtSecretKey": MASK,
    "JwtMediaSecretKey": MASK,
    "ReloadHtml": "false",
    "EncodingEnabled": "true",
    "UploadEnabled": "true",
    "RatelimitEnabled": "false",
    "RatelimitRateGlobal": "100",
    "RatelimitBurstGlobal": "200",
    "RatelimitRateAuth": "5",
    "RatelimitBurstAuth": "10",
    "RatelimitRateApi": "50",
    "RatelimitBurstApi": "100",
    "RatelimitRateUpload": "20",
    "RatelimitBurstUpload": "50",
    "RatelimitRateWeb": "50",
    "RatelimitBurstWeb": "100",
    "CloudflareEnabled": "false",
    "BunnyCDNEnabled": "false",
    "FastlyEnabled": "false",
    "KeyCDNEnabled": "false",
    "TrustLocalTraffic": "false",
    "TrustedProxies": "",
    "MaxItemsMultiDelete": "1000",
    "MaxRunningEncodes": "1",
    "MaxFramerate": "60",
    "MaxUploadFilesize": str(10 * 1024**3),
    "MaxUploadChunkSize": str(20 * 1024**2),
    "MaxUploadSessions": "10",
    "MaxPostSize": str(100 * 1024**2),
    "CorsAllowOrigins": "*",
    "CorsAllowHeaders": "*",
    "CorsAllowCredentials": "true",
    "CaptchaEnabled": "false",
    "CaptchaLoginEnabled": "false",
    "CaptchaPlayerEnabled": "false",
    "CaptchaType": "builtin",
    "Captcha_Recaptcha_PrivateKey": "",
    "Captcha_Recaptcha_PublicKey": "",
    "Captcha_Hcaptcha_PrivateKey": "",
    "Captcha_Hcaptcha_PublicKey": "",
    "Captcha_Turnstile_PrivateKey": "",
    "Captcha_Turnstile_PublicKey": "",
    "PluginPgsServer": "http://127.0.0.1:5000",
    "EnablePluginPgsServer": "false",
    "DownloadEnabled": "true",
    "RemoteDownloadEnabled": "true",
    "ContinueWatchingPopupEnabled": "true",
    "PlayerV2Enabled": "true",
    "MaxParallelDownloads": "2",
    "RemoteDownloadTimeout": "3600",
}


def test_the_whole_row_is_texts() -> None:
    row = row_out(FRESH)

    assert {name: row.pop(name) for name in ("ID", "CreatedAt", "UpdatedAt", "DeletedAt")} == {
        "ID": 1,
        "CreatedAt": None,
        "UpdatedAt": None,
        "DeletedAt": None,
    }
    ladder = {name: row.pop(name) for name in [*row] if "Hls" in name}
    assert row == USUAL
    kbps = (400, 800, 1400, 2800, 5000, 9000, 16000)
    assert ladder == {
        **{f"EncodeHls{height}p": "true" for height in HEIGHTS},
        **{f"Hls{h}pVideoBitrate": f"{rate}k" for h, rate in zip(HEIGHTS, kbps, strict=True)},
        **{f"Hls{height}pCrf": "23" for height in HEIGHTS},
    }


@given(rows())
def test_every_field_is_shown_as_it_was_sent(texts: dict[str, str]) -> None:
    after = put(FRESH, **texts)

    shown = row_out(after)
    assert {name: shown[name] for name in texts} == texts
    assert set(texts) == {field.name for field in FIELDS}


@given(rows())
def test_what_is_shown_and_sent_back_changes_nothing(texts: dict[str, str]) -> None:
    settings = put(FRESH, **texts)

    assert read_row(Given(row_out(settings)), settings) == {}


def test_what_cannot_be_shown_exactly_stays_as_it_is() -> None:
    odd = replace(
        FRESH,
        ladder=(RungSetting(height=540, max_bps=1), RungSetting(height=720, max_bps=1234567)),
        import_timeout_s=0.25,
        rate_all=Rate(per_s=0.123456789012, burst=7),
        jwt_secret="a secret",
        hcaptcha_secret="another",
    )

    assert read_row(Given(row_out(odd)), odd) == {}
    assert put(odd, Hls720pCrf="20").ladder == (
        RungSetting(height=720, max_bps=1234567, crf=20),
        RungSetting(height=540, max_bps=1),
    )


def test_other_forms_of_a_value_mean_the_same() -> None:
    after = put(
        FRESH,
        BaseUrl="https://video.example/",
        ProjectExampleVideo=UUID.upper(),
        Hls720pVideoBitrate="4M",
        Hls480pVideoBitrate="1500000",
        TrustedProxies=" 10.0.0.0/8 , ,::1",
        CaptchaType="",
        RatelimitRateAuth="0.5",
        RatelimitBurstAuth="0",
        FastlyEnabled="true",
        CloudflareEnabled="true",
    )

    rates = {rung.height: rung.max_bps for rung in after.ladder}
    assert (after.public_url, after.example_video) == ("https://video.example", UUID)
    assert (rates[720], rates[480]) == (4_000_000, 1_500_000)
    assert after.trusted_proxies == ("10.0.0.0/8", "::1")
    assert after.captcha_provider is CaptchaProvider.BUILT_IN
    assert after.rate_auth == Rate(per_s=0.5, burst=1)
    assert after.trusted_cdns == (Cdn.CLOUDFLARE, Cdn.FASTLY)


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
def test_all_fields_have_to_be_there(field: str) -> None:
    row = row_out(FRESH)
    del row[field]

    with pytest.raises(Broken, match=rf"^{field} \[required\] : $"):
        read_row(Given(row), FRESH)


@pytest.mark.parametrize(
    ("field", "text", "refusal"),
    [
        ("AppName", "", "AppName [required] : "),
        ("AppName", "A" * 121, "AppName [max] : 120"),
        ("BaseUrl", "", "BaseUrl [required] : "),
        ("BaseUrl", "video.example", "BaseUrl [http_url] : "),
        ("BaseUrl", "https://video.example/below", "BaseUrl [http_url] : "),
        ("ProjectExampleVideo", "", "ProjectExampleVideo [required] : "),
        ("ProjectExampleVideo", "some video", "ProjectExampleVideo [uuid_rfc4122] : "),
        ("JwtSecretKey", "", "JwtSecretKey [required] : "),
        ("JwtSecretKey", "1234567", "JwtSecretKey [min] : 8"),
        ("JwtMediaSecretKey", "1" * 513, "JwtMediaSecretKey [max] : 512"),
        ("ReloadHtml", "perhaps", "ReloadHtml [boolean] : "),
        ("EncodingEnabled", "", "EncodingEnabled [boolean] : "),
        ("RatelimitRateWeb", "-1", "RatelimitRateWeb [number] : "),
        ("RatelimitRateWeb", "0.0", "RatelimitRateWeb [gt] : 0"),
        ("RatelimitBurstWeb", "many", "RatelimitBurstWeb [number] : "),
        ("TrustedProxies", "10.0.0.0/8,me", "TrustedProxies [cidr] : me"),
        ("TrustedProxies", "10.0.0.0/8," * 200, "TrustedProxies [max] : 2000"),
        ("MaxRunningEncodes", "0", "MaxRunningEncodes [min] : 1"),
        ("MaxRunningEncodes", "", "MaxRunningEncodes [required] : "),
        ("MaxUploadFilesize", "5GiB", "MaxUploadFilesize [number] : "),
        ("MaxUploadFilesize", str(2**53 + 1), f"MaxUploadFilesize [max] : {2**53}"),
        ("MaxPostSize", "65535", "MaxPostSize [min] : 65536"),
        (
            "CorsAllowOrigins",
            "https://a.example/x",
            "CorsAllowOrigins [origin] : https://a.example/x",
        ),
        ("CorsAllowHeaders", "X Mine", "CorsAllowHeaders [header] : X Mine"),
        ("CaptchaType", "mine", "CaptchaType [oneof] : builtin hcaptcha recaptcha turnstile"),
        ("Captcha_Recaptcha_PrivateKey", "k" * 41, "Captcha_Recaptcha_PrivateKey [max] : 40"),
        ("Captcha_Hcaptcha_PublicKey", "key", "Captcha_Hcaptcha_PublicKey [uuid_rfc4122] : "),
        ("EncodeHls720p", "yes", "EncodeHls720p [boolean] : "),
        ("Hls720pVideoBitrate", "", "Hls720pVideoBitrate [required] : "),
        ("Hls720pVideoBitrate", "12345678", "Hls720pVideoBitrate [max] : 7"),
        ("Hls720pVideoBitrate", "fast", "Hls720pVideoBitrate [bitrate] : "),
        ("Hls720pVideoBitrate", "9k", "Hls720pVideoBitrate [min] : 10k"),
        ("Hls720pCrf", "52", "Hls720pCrf [max] : 51"),
        ("Hls720pCrf", "", "Hls720pCrf [number] : "),
        ("PluginPgsServer", "file:///etc", "PluginPgsServer [url] : "),
        ("PluginPgsServer", "", "PluginPgsServer [required] : "),
        ("RemoteDownloadTimeout", "0", "RemoteDownloadTimeout [min] : 1"),
        ("AppName", 7, "malformated request"),
        ("AppName", "a\0b", "malformated request"),
        ("ID", None, "ID [required] : "),
        ("ID", 0, "ID [required] : "),
        ("ID", "x", "malformated request"),
        ("ID", 2, "Setting not found by id"),
    ],
)
def test_what_breaks_a_rule_is_told_in_words(field: str, text: Any, refusal: str) -> None:
    with pytest.raises(Invalid) as refused:
        put(FRESH, **{field: text})

    assert refused.value.message == refusal


def test_the_example_is_a_word_where_there_is_none() -> None:
    assert example_out(FRESH) == "notfound"
    assert example_out(replace(FRESH, example_video=UUID)) == UUID
