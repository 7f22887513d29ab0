from typing import Any

import pytest
import sqlalchemy as sa
from msgspec.structs import asdict, replace
from structlog.testing import capture_logs
from tests.factories import NOON

from vitascope.core.settings.model import (
    CaptchaProvider,
    Cdn,
    Rate,
    RungSetting,
    Settings,
    TranslationProvider,
)
from vitascope.core.settings.queries import (
    forget_settings,
    read_settings,
    write_settings,
)
from vitascope.core.settings.tables import instance_settings
from vitascope.db import Tx

DEFAULTS = Settings()
OTHER = Settings(
    instance_name="Ours",
    instance_description="A test",
    public_url="https://video.example",
    example_video="0c4aa6ad-5aa6-4f3c-a8d0-3d5b9f4c1d11",
    encoding_enabled=False,
    encodes=2,
    most_fps=30,
    ladder=(RungSetting(height=720, max_bps=1_000_000, crf=20),),
    ocr_enabled=True,
    ocr_url="http://127.0.0.1:1",
    translation_provider=TranslationProvider.OPENAI,
    translation_url="http://127.0.0.1:2",
    translation_key="i",
    translation_model="small",
    translation_daily_characters=5,
    uploads_enabled=False,
    max_upload_bytes=2**40,
    max_chunk_bytes=1,
    max_upload_sessions=2,
    max_body_bytes=3,
    max_items_at_once=4,
    imports_at_once=5,
    import_timeout_s=6.5,
    imports_urls=False,
    imports_sites=True,
    imports_torrents=True,
    downloads_enabled=False,
    continue_watching=False,
    relays_heartbeats=True,
    stream_binds_address=True,
    videocms_rate_limits=True,
    rate_all=Rate(per_s=1, burst=2),
    rate_auth=Rate(per_s=1, burst=2),
    rate_api=Rate(per_s=1, burst=2),
    rate_upload=Rate(per_s=1, burst=2),
    rate_web=Rate(per_s=1, burst=2),
    trusted_proxies=("10.0.0.0/8",),
    trusts_local_networks=True,
    trusted_cdns=(Cdn.FASTLY,),
    cors_origins=("https://a.example",),
    cors_headers=("X-Mine",),
    cors_credentials=False,
    captcha_enabled=True,
    captcha_at_login=True,
    captcha_at_player=True,
    captcha_provider=CaptchaProvider.TURNSTILE,
    recaptcha_site_key="a",
    recaptcha_secret="b",
    hcaptcha_site_key="c",
    hcaptcha_secret="d",
    turnstile_site_key="e",
    turnstile_secret="f",
    jwt_secret="g",
    media_jwt_secret="h",
    extras={"ReloadHtml": "true"},
)


def fields_of(settings: Settings) -> dict[str, Any]:
    return asdict(settings)


def test_every_setting_is_read_as_it_was_written(tx: Tx) -> None:
    defaults, other = fields_of(DEFAULTS), fields_of(OTHER)

    write_settings(tx, other, now=NOON)

    assert [name for name in other if other[name] == defaults[name]] == []
    assert read_settings(tx, DEFAULTS) == OTHER


def test_what_was_forgotten_is_the_default_again(tx: Tx) -> None:
    write_settings(tx, {"encodes": 3, "most_fps": 30}, now=NOON)

    forget_settings(tx, ["encodes", "jwt_secret"])

    assert read_settings(tx, DEFAULTS) == replace(DEFAULTS, most_fps=30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("encodes", '"many"'),
        ("encodes", "{"),
        ("trusted_cdns", '["somebody"]'),
        ("jwt_secret", '"in clear"'),
        ("no_longer_known", "1"),
    ],
)
def test_what_this_version_cannot_read_is_left_out_and_logged(
    tx: Tx, name: str, value: str
) -> None:
    row = {"name": name, "value": value, "updated_at": NOON}
    tx.execute(sa.insert(instance_settings).values(row))
    write_settings(tx, {"most_fps": 30}, now=NOON)

    with capture_logs() as logs:
        found = read_settings(tx, DEFAULTS)

    assert found == replace(DEFAULTS, most_fps=30)
    assert [(log["event"], log["setting"]) for log in logs] == [
        ("setting is not readable", name)
    ]
