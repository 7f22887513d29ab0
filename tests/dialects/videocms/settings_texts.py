"""Texts that VideoCMS's settings may have, written as they are shown."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec.structs import replace
from tests.settings import WHOLE_LADDER

from vitascope.core.settings.model import Settings
from vitascope.dialects.videocms.input import Given
from vitascope.dialects.videocms.settings_kinds import MASK
from vitascope.dialects.videocms.wire_settings import read_row, row_out

FRESH = Settings(ladder=WHOLE_LADDER)

HEIGHTS = (240, 360, 480, 720, 1080, 1440, 2160)
GROUPS = ("Global", "Auth", "Api", "Upload", "Web")
CDNS = ("CloudflareEnabled", "BunnyCDNEnabled", "FastlyEnabled", "KeyCDNEnabled")
FLAGS = (
    "ReloadHtml",
    "EncodingEnabled",
    "UploadEnabled",
    "RatelimitEnabled",
    "TrustLocalTraffic",
    "CorsAllowCredentials",
    "CaptchaEnabled",
    "CaptchaLoginEnabled",
    "CaptchaPlayerEnabled",
    "EnablePluginPgsServer",
    "DownloadEnabled",
    "RemoteDownloadEnabled",
    "ContinueWatchingPopupEnabled",
    "PlayerV2Enabled",
    *CDNS,
    *(f"EncodeHls{height}p" for height in HEIGHTS),
)
COUNTS = (
    "MaxItemsMultiDelete",
    "MaxRunningEncodes",
    "MaxFramerate",
    "MaxUploadFilesize",
    "MaxUploadChunkSize",
    "MaxUploadSessions",
    "MaxParallelDownloads",
    "RemoteDownloadTimeout",
    *(f"RatelimitRate{group}" for group in GROUPS),
    *(f"RatelimitBurst{group}" for group in GROUPS),
)
SECRETS = (
    "JwtSecretKey",
    "JwtMediaSecretKey",
    "Captcha_Recaptcha_PrivateKey",
    "Captcha_Hcaptcha_PrivateKey",
    "Captcha_Turnstile_PrivateKey",
)

_HOSTS = st.sampled_from(
    ["https://a.example", "http://127.0.0.1:3000", "https://b.example:8443"]
)
_LETTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S"))


def words(longest: int, *, shortest: int = 0) -> SearchStrategy[str]:
    return st.text(_LETTERS, min_size=shortest, max_size=longest)


def listed(*known: str, shortest: int = 0) -> SearchStrategy[str]:
    found = st.lists(st.sampled_from(known), min_size=shortest, unique=True)
    return found.map(",".join)


def rows() -> SearchStrategy[dict[str, str]]:
    """Whole rows; secrets stay as they are."""
    flags = st.sampled_from(["true", "false"])
    counts = st.integers(1, 10**8).map(str)
    fields = {
        "AppName": words(120, shortest=1),
        "BaseUrl": _HOSTS,
        "ProjectExampleVideo": st.one_of(st.just("notfound"), st.uuids().map(str)),
        **dict.fromkeys(FLAGS, flags),
        **dict.fromkeys(COUNTS, counts),
        "TrustedProxies": listed("10.0.0.0/8", "::1", "192.0.2.0/24", "unix"),
        "MaxPostSize": st.integers(65536, 2**53).map(str),
        "CorsAllowOrigins": listed("*", "https://a.example", "http://b.example:81", shortest=1),
        "CorsAllowHeaders": listed("*", "X-Mine", "Range", shortest=1),
        "CaptchaType": st.sampled_from(["recaptcha", "hcaptcha", "turnstile", "builtin"]),
        "Captcha_Recaptcha_PublicKey": words(40),
        "Captcha_Hcaptcha_PublicKey": st.one_of(st.just(""), st.uuids().map(str)),
        "Captcha_Turnstile_PublicKey": words(100),
        "PluginPgsServer": _HOSTS.map(lambda host: f"{host}/read"),
        **{f"Hls{h}pVideoBitrate": st.integers(10, 999_999).map("{}k".format) for h in HEIGHTS},
        **{f"Hls{h}pCrf": st.integers(0, 51).map(str) for h in HEIGHTS},
        **dict.fromkeys(SECRETS[:2], st.just(MASK)),
        **dict.fromkeys(SECRETS[2:], st.just("")),
    }
    return st.fixed_dictionaries(fields)


def put(settings: Settings, **texts: Any) -> Settings:
    """What there is after the row that is shown has been sent back with other texts."""
    given = Given({**row_out(settings), **texts})
    return replace(settings, **read_row(given, settings))
