"""The settings as VideoCMS has them: one row, and every value in it a text."""

from typing import Any

from msgspec.structs import fields, replace

from vitascope.base.errors import Invalid
from vitascope.core.settings.check import is_header, is_network, is_origin
from vitascope.core.settings.model import CaptchaProvider, Cdn, Settings
from vitascope.dialects.videocms.input import Broken, Given
from vitascope.dialects.videocms.settings_kinds import (
    Field,
    body_size,
    cdn,
    checked,
    flag,
    kept_flag,
    listed,
    maybe_uuid,
    number,
    one_of,
    rate,
    read_uuid,
    seconds,
    secret,
    words,
)
from vitascope.dialects.videocms.settings_ladder import ladder_fields

PLAYER_V2 = kept_flag("PlayerV2Enabled", True)
NO_EXAMPLE = "notfound"
_ID = 1
_LONGEST = 4000
_LONGEST_URL = 255


def row_out(settings: Settings) -> dict[str, Any]:
    """The whole row; secrets are masked. Nobody notes when it was made or changed."""
    times = dict.fromkeys(("CreatedAt", "UpdatedAt", "DeletedAt"))
    return {"ID": _ID, **times, **{field.name: field.show(settings) for field in FIELDS}}


def read_row(given: Given, settings: Settings) -> dict[str, Any]:
    """What a whole row changes, by the names that our settings have.

    Raises:
        Broken: a value is missing or breaks a rule.
        Invalid: there is no such row.
    """
    number_given = given.number("ID", least=0)
    if not number_given:
        raise Broken("ID", "required")
    if number_given != _ID:
        raise Invalid("ID", "Setting not found by id")
    changed = settings
    for field in FIELDS:
        if not given.has(field.name):
            raise Broken(field.name, "required")
        text = given.text(field.name, longest=_LONGEST)
        # Compared with what was shown to the sender rather than with what came before here.
        if text != field.show(settings):
            changed = field.read(changed, text)
    names = [field.name for field in fields(Settings)]
    return {
        name: getattr(changed, name)
        for name in names
        if getattr(changed, name) != getattr(settings, name)
    }


def example_out(settings: Settings) -> str:
    """The UUID of the video to show, or the word for none."""
    return settings.example_video or NO_EXAMPLE


def _base_url() -> Field:
    def read(settings: Settings, text: str) -> Settings:
        if not text:
            raise Broken("BaseUrl", "required")
        if not is_origin(text.rstrip("/")):
            raise Broken("BaseUrl", "http_url")
        return replace(settings, public_url=text.rstrip("/"))

    return Field("BaseUrl", lambda settings: settings.public_url, read)


def _example() -> Field:
    name = "ProjectExampleVideo"

    def read(settings: Settings, text: str) -> Settings:
        if not text:
            raise Broken(name, "required")
        video = "" if text == NO_EXAMPLE else read_uuid(name, text)
        return replace(settings, example_video=video)

    return Field(name, example_out, read)


def _captcha_type() -> Field:
    name = "CaptchaType"

    def read(settings: Settings, text: str) -> Settings:
        # Nobody else's: ours.
        chosen = one_of(name, text or CaptchaProvider.BUILT_IN, CaptchaProvider)
        return replace(settings, captcha_provider=CaptchaProvider(chosen))

    return Field(name, lambda settings: settings.captcha_provider.value, read)


def _is_url(text: str) -> bool:
    return is_origin("/".join(text.split("/")[:3]))


FIELDS: tuple[Field, ...] = (
    words("AppName", "instance_name", shortest=1, longest=120),
    _base_url(),
    _example(),
    secret("JwtSecretKey", "jwt_secret", shortest=8, longest=512),
    secret("JwtMediaSecretKey", "media_jwt_secret", shortest=8, longest=512),
    kept_flag("ReloadHtml", False),
    flag("EncodingEnabled", "encoding_enabled"),
    flag("UploadEnabled", "uploads_enabled"),
    flag("RatelimitEnabled", "videocms_rate_limits"),
    *rate("Global", "rate_all"),
    *rate("Auth", "rate_auth"),
    *rate("Api", "rate_api"),
    *rate("Upload", "rate_upload"),
    *rate("Web", "rate_web"),
    cdn("CloudflareEnabled", Cdn.CLOUDFLARE),
    cdn("BunnyCDNEnabled", Cdn.BUNNYCDN),
    cdn("FastlyEnabled", Cdn.FASTLY),
    cdn("KeyCDNEnabled", Cdn.KEYCDN),
    flag("TrustLocalTraffic", "trusts_local_networks"),
    listed("TrustedProxies", "trusted_proxies", "cidr", is_network, most=2000),
    number("MaxItemsMultiDelete", "max_items_at_once"),
    number("MaxRunningEncodes", "encodes"),
    number("MaxFramerate", "most_fps"),
    number("MaxUploadFilesize", "max_upload_bytes"),
    number("MaxUploadChunkSize", "max_chunk_bytes"),
    number("MaxUploadSessions", "max_upload_sessions"),
    body_size("MaxPostSize", "max_body_bytes"),
    listed(
        "CorsAllowOrigins",
        "cors_origins",
        "origin",
        lambda text: text == "*" or is_origin(text),
        most=1000,
    ),
    listed("CorsAllowHeaders", "cors_headers", "header", is_header, most=1000),
    flag("CorsAllowCredentials", "cors_credentials"),
    flag("CaptchaEnabled", "captcha_enabled"),
    flag("CaptchaLoginEnabled", "captcha_at_login"),
    flag("CaptchaPlayerEnabled", "captcha_at_player"),
    _captcha_type(),
    secret("Captcha_Recaptcha_PrivateKey", "recaptcha_secret", longest=40),
    words("Captcha_Recaptcha_PublicKey", "recaptcha_site_key", longest=40),
    secret("Captcha_Hcaptcha_PrivateKey", "hcaptcha_secret", longest=42),
    maybe_uuid("Captcha_Hcaptcha_PublicKey", "hcaptcha_site_key"),
    secret("Captcha_Turnstile_PrivateKey", "turnstile_secret", longest=100),
    words("Captcha_Turnstile_PublicKey", "turnstile_site_key", longest=100),
    *ladder_fields(),
    checked("PluginPgsServer", "ocr_url", "url", _is_url, longest=_LONGEST_URL),
    flag("EnablePluginPgsServer", "ocr_enabled"),
    flag("DownloadEnabled", "downloads_enabled"),
    flag("RemoteDownloadEnabled", "imports_urls"),
    flag("ContinueWatchingPopupEnabled", "continue_watching"),
    PLAYER_V2,
    number("MaxParallelDownloads", "imports_at_once"),
    seconds("RemoteDownloadTimeout", "import_timeout_s"),
)
