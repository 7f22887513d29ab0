from typing import Any

import pytest
from msgspec.structs import replace

from vitascope.base.errors import Invalid
from vitascope.core.settings.check import check_settings, is_header, is_network, is_origin
from vitascope.core.settings.model import (
    CaptchaProvider,
    Rate,
    RungSetting,
    Settings,
    TranslationProvider,
)

RUNG = RungSetting(height=720, max_bps=1_000_000)
GOOD = Settings(ladder=(RUNG,))
UUID = "0c4aa6ad-5aa6-4f3c-a8d0-3d5b9f4c1d11"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("instance_name", "A"),
        ("public_url", "https://video.example:8443"),
        ("example_video", UUID),
        ("example_video", ""),
        ("ladder", (RUNG, RungSetting(height=360, is_on=False, max_bps=10_000, crf=51))),
        ("ocr_url", "http://127.0.0.1:5000/read?this"),
        ("translation_url", ""),
        ("translation_url", "http://[::1]:5000/here"),
        ("translation_key", "sk-1 2"),
        ("translation_provider", TranslationProvider.ARGOS),
        ("translation_daily_characters", 0),
        ("jwt_secret", ""),
        ("media_jwt_secret", "8 signs."),
        ("encodes", 1),
        ("import_timeout_s", 1.0),
        ("max_body_bytes", 65536),
        ("rate_all", Rate(per_s=0.5, burst=1)),
        ("trusted_proxies", ("10.1.0.0/16", "::1", "unix")),
        ("cors_origins", ("https://a.example", "*")),
        ("cors_headers", ("X-Mine", "*")),
        ("captcha_enabled", True),
    ],
)
def test_values_that_keep_the_rules_pass(name: str, value: Any) -> None:
    check_settings(replace(GOOD, **{name: value}), [name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("instance_name", ""),
        ("instance_name", "A" * 121),
        ("public_url", "video.example"),
        ("public_url", "https://video.example/below"),
        ("public_url", "https://video.example/"),
        ("public_url", f"https://{'a' * 120}.example"),
        ("example_video", "notfound"),
        ("example_video", UUID.upper()),
        ("ladder", ()),
        ("ladder", (replace(RUNG, is_on=False),)),
        ("ladder", (RUNG, RUNG)),
        ("ladder", (replace(RUNG, max_bps=9999),)),
        ("ladder", (replace(RUNG, crf=52),)),
        ("ladder", (replace(RUNG, crf=-1),)),
        ("ocr_url", "file:///etc/passwd"),
        ("ocr_url", "http://"),
        ("translation_url", "127.0.0.1:5000"),
        ("translation_key", "two\nlines"),
        ("translation_key", "schlüssel"),
        ("translation_daily_characters", -1),
        ("jwt_secret", "7 signs"),
        ("media_jwt_secret", "a" * 513),
        ("encodes", 0),
        ("most_fps", 0),
        ("max_upload_bytes", 0),
        ("max_upload_bytes", 2**53 + 1),
        ("max_chunk_bytes", 0),
        ("max_upload_sessions", 0),
        ("max_items_at_once", 0),
        ("imports_at_once", 0),
        ("import_timeout_s", 0.5),
        ("max_body_bytes", 65535),
        ("rate_all", Rate(per_s=0, burst=1)),
        ("rate_auth", Rate(per_s=1, burst=0)),
        ("trusted_proxies", ("10.1.0.1/16",)),
        ("trusted_proxies", ("somebody",)),
        ("cors_origins", ()),
        ("cors_origins", ("https://a.example/",)),
        ("cors_headers", ()),
        ("cors_headers", ("X Mine",)),
    ],
)
def test_a_value_that_breaks_a_rule_is_named(name: str, value: Any) -> None:
    with pytest.raises(Invalid) as refusal:
        check_settings(replace(GOOD, **{name: value}), [name])

    assert refusal.value.field == name


def test_what_is_not_asked_about_is_not_looked_at() -> None:
    check_settings(replace(GOOD, encodes=0), ["most_fps", "uploads_enabled"])


@pytest.mark.parametrize("provider", [p for p in CaptchaProvider if p != "builtin"])
def test_a_captcha_that_nobody_could_pass_is_not_switched_on(
    provider: CaptchaProvider,
) -> None:
    keys = {f"{provider}_site_key": "site", f"{provider}_secret": "hush"}
    bare = replace(GOOD, captcha_provider=provider, captcha_enabled=True)

    check_settings(replace(bare, captcha_enabled=False), ["captcha_provider"])
    check_settings(replace(bare, **keys), ["captcha_enabled"])
    for missing in keys:
        with pytest.raises(Invalid) as refusal:
            check_settings(replace(bare, **{**keys, missing: ""}), [missing])
        assert refusal.value.field == "captcha_provider"


@pytest.mark.parametrize(
    ("provider", "needed"),
    [
        (TranslationProvider.LIBRETRANSLATE, ["translation_url"]),
        (TranslationProvider.OPENAI, ["translation_url", "translation_model"]),
    ],
)
def test_a_translator_is_named_with_all_that_it_takes(
    provider: TranslationProvider, needed: list[str]
) -> None:
    whole = replace(
        GOOD,
        translation_provider=provider,
        translation_url="http://127.0.0.1:5000",
        translation_model="small",
    )

    check_settings(whole, ["translation_provider"])
    for missing in needed:
        with pytest.raises(Invalid) as refusal:
            check_settings(replace(whole, **{missing: ""}), ["translation_provider"])
        assert refusal.value.field == missing


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example",
        "http://[::1]:80",
        "http://127.0.0.1:3000",
        "https://xn--4ca.example",
    ],
)
def test_origins_are_a_scheme_and_a_host(text: str) -> None:
    assert is_origin(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "null",
        "ftp://a.example",
        "https://",
        "https://a.example/",
        "https://a.example?x",
        "https://a.example#x",
        "https://me@a.example",
        "https://a.example:0",
        "https://a.example:99999",
        "https://[::1",
        "HTTPS://a.example",
        "https://a\n.example",
        "https://ä.example",
        "https://a b.example",
        "https://a;b.example",
    ],
)
def test_everything_else_is_no_origin(text: str) -> None:
    assert not is_origin(text)


def test_networks_and_headers_are_told_from_other_words() -> None:
    assert [is_network(text) for text in ("10.0.0.0/8", "2001:db8::/32", "unix")] == [True] * 3
    assert [is_network(text) for text in ("", "10.0.0.1/8", "localhost")] == [False] * 3
    assert [is_header(text) for text in ("X-Mine", "*", "x.y_z")] == [True] * 3
    assert [is_header(text) for text in ("", "a b", "a,b", "a:b", "a\r\n")] == [False] * 5
