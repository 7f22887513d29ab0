"""The settings that count while the server runs, in the product's own words.

What the operator has set at start is the default of each; what an administrator has changed
since is kept in the database and goes before it.
"""

from enum import StrEnum

from msgspec import Struct

MIB, GIB = 1024**2, 1024**3


class CaptchaProvider(StrEnum):
    """Who asks for proof of a person. Only ``BUILT_IN`` involves nobody else."""

    BUILT_IN = "builtin"
    RECAPTCHA = "recaptcha"
    HCAPTCHA = "hcaptcha"
    TURNSTILE = "turnstile"


class TranslationProvider(StrEnum):
    """Who translates captions: nobody, two kinds of servers, or a program beside this one."""

    NONE = ""
    LIBRETRANSLATE = "libretranslate"
    OPENAI = "openai"
    ARGOS = "argos"


class Cdn(StrEnum):
    """Networks that stand in front of servers and publish the addresses they come from."""

    CLOUDFLARE = "cloudflare"
    BUNNYCDN = "bunnycdn"
    FASTLY = "fastly"
    KEYCDN = "keycdn"


class RungSetting(Struct, frozen=True, kw_only=True):
    """One size that videos are made in. ``height`` is the shorter side in pixels, ``max_bps``
    the most its picture may take at up to 30 frames a second, ``crf`` the encoder's constant
    quality: 0 (best) to 51; None leaves it to the encoder.
    """

    height: int
    is_on: bool = True
    max_bps: int
    crf: int | None = None


class Rate(Struct, frozen=True, kw_only=True):
    """``burst`` requests at once, and ``per_s`` a second for ever."""

    per_s: float
    burst: int


class Settings(Struct, frozen=True, kw_only=True):
    """Every field is one row of the database once it was changed.

    ``public_url`` has no slash at its end. Sizes are bytes. ``example_video`` is the uuid of
    the video that the start page may show, or empty. Networks are written as in
    ``10.1.0.0/16``. ``extras`` are what clients of an API keep here and nobody else reads.
    """

    instance_name: str = "Vitascope"
    instance_description: str = ""
    public_url: str = "http://localhost:8080"
    example_video: str = ""

    encoding_enabled: bool = True
    encodes: int = 1
    most_fps: int = 60
    ladder: tuple[RungSetting, ...] = ()
    ocr_enabled: bool = False
    ocr_url: str = "http://127.0.0.1:5000"
    translation_provider: TranslationProvider = TranslationProvider.NONE
    translation_url: str = ""
    translation_key: str = ""
    translation_model: str = ""
    translation_daily_characters: int = 1_000_000

    uploads_enabled: bool = True
    max_upload_bytes: int = 10 * GIB
    max_chunk_bytes: int = 20 * MIB
    max_upload_sessions: int = 10
    max_body_bytes: int = 100 * MIB
    max_items_at_once: int = 1000

    imports_at_once: int = 2
    import_timeout_s: float = 3600.0
    imports_urls: bool = True
    imports_sites: bool = False
    imports_torrents: bool = False

    downloads_enabled: bool = True
    continue_watching: bool = True
    relays_heartbeats: bool = False
    stream_binds_address: bool = False

    videocms_rate_limits: bool = False
    rate_all: Rate = Rate(per_s=100, burst=200)
    rate_auth: Rate = Rate(per_s=5, burst=10)
    rate_api: Rate = Rate(per_s=50, burst=100)
    rate_upload: Rate = Rate(per_s=20, burst=50)
    rate_web: Rate = Rate(per_s=50, burst=100)
    trusted_proxies: tuple[str, ...] = ()
    trusts_local_networks: bool = False
    trusted_cdns: tuple[Cdn, ...] = ()
    cors_origins: tuple[str, ...] = ("*",)
    cors_headers: tuple[str, ...] = ("*",)
    cors_credentials: bool = True

    captcha_enabled: bool = False
    captcha_at_login: bool = False
    captcha_at_player: bool = False
    captcha_provider: CaptchaProvider = CaptchaProvider.BUILT_IN
    recaptcha_site_key: str = ""
    recaptcha_secret: str = ""
    hcaptcha_site_key: str = ""
    hcaptcha_secret: str = ""
    turnstile_site_key: str = ""
    turnstile_secret: str = ""

    jwt_secret: str = ""
    media_jwt_secret: str = ""
    extras: dict[str, str] = {}

    @property
    def heights(self) -> tuple[int, ...]:
        """The sizes that are made, best first."""
        return tuple(sorted((r.height for r in self.ladder if r.is_on), reverse=True))


SECRETS = frozenset(
    {
        "jwt_secret",
        "media_jwt_secret",
        "recaptcha_secret",
        "hcaptcha_secret",
        "turnstile_secret",
        "translation_key",
    }
)
"""Kept sealed, and shown to nobody."""
