"""Settings: read once at start, frozen, handed down as plain values.

First ``vitascope.toml``, then ``VITASCOPE_*`` variables, then the command line's options.
"""

import difflib
import ipaddress
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

PREFIX = "VITASCOPE_"

_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


RESOLUTIONS = (2160, 1440, 1080, 720, 480, 360, 240)
_NUMBERS = ("resolutions",)
_NETWORKS = (
    "trusted_proxies",
    "signup_allowed_networks",
    "signup_refused_networks",
    "fetch_networks",
)
_SIGNUPS = ("closed", "open", "approval")
_TRANSLATORS = ("", "libretranslate", "openai", "argos")


class BadSetting(ValueError):
    """A setting is unknown or cannot be read; the text says which and what to do."""


def setting(default: Any, doc: str) -> Any:
    """A field with the sentence that documents it, as ``docs/operate/settings.md`` shows it."""
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    data: Path = setting(Path("data"), "Folder of the database, the media and the secrets.")
    host: str = setting("127.0.0.1", "Address to listen on; 0.0.0.0 for every network.")
    port: int = setting(8080, "TCP port to listen on.")
    public_url: str = setting(
        "",
        "Origin people see, such as https://video.example; by default http://localhost:PORT.",
    )
    database_url: str = setting(
        "",
        "postgresql://user:password@host/name; by default an SQLite file in the data folder.",
    )
    storage_url: str = setting(
        "", "s3://bucket/prefix or file:PATH; by default the folder media in the data folder."
    )
    storage_endpoint: str = setting("", "Address of the S3 service when it is not Amazon's.")
    storage_region: str = setting("us-east-1", "Region of the S3 bucket.")
    storage_access_key: str = setting("", "Access key of the S3 bucket.")
    storage_secret_key: str = setting("", "Secret key of the S3 bucket.")
    storage_redirect: bool = setting(
        False, "Send viewers to signed addresses of the bucket; it must allow other origins."
    )
    secret: str = setting(
        "",
        "Signs tokens and seals what must not be read from a copy of the database; set the "
        "same one on every machine. Drawn by default.",
    )
    admin_password: str = setting(
        "", "Password of the first administrator, root. Drawn and printed by default."
    )
    admin_email: str = setting("root@localhost.localdomain", "E-mail address of root.")
    instance_name: str = setting(
        "Vitascope", "Name of this server, on its pages and in its API."
    )
    instance_description: str = setting("", "One sentence about this server.")
    max_upload_bytes: int = setting(10 * 1024**3, "Largest file accepted, in bytes.")
    min_free_bytes: int = setting(
        1024**3, "Room that uploads and imports leave free on the disk, in bytes."
    )
    avcaption_direct_bytes: int = setting(
        100 * 1024**2, "Largest file of AVCaption's upload in one request, in bytes."
    )
    clones_any_file: bool = setting(
        False,
        "Let users make videos of any file whose SHA-256 they know, and not only of their own.",
    )
    replaces_sources: bool = setting(
        True, "Let owners replace the file of a video and keep its address and views."
    )
    imports: int = setting(2, "Imports fetched at the same time.")
    import_timeout_s: float = setting(3600.0, "Longest time that one import may take.")
    imports_urls: bool = setting(True, "Let users import files from addresses.")
    imports_sites: bool = setting(
        False, "Let users import from the video sites that yt-dlp knows, and follow channels."
    )
    imports_torrents: bool = setting(False, "Let users import magnet links and torrents.")
    fetch_networks: tuple[str, ...] = setting(
        (),
        "Private networks that may be fetched from all the same, such as 10.1.0.0/16.",
    )
    resolutions: tuple[int, ...] = setting(
        RESOLUTIONS,
        "Heights to offer, in pixels; a video gets those its source has.",
    )
    video_encoder: str = setting(
        "h264", "Encoder of the renditions; doctor lists those that work."
    )
    encodes: int = setting(1, "Ladders encoded at the same time.")
    worker_dead_after_s: float = setting(
        30.0, "On PostgreSQL, seconds of silence after which others take a worker's jobs over."
    )
    ffmpeg_path: str = setting("", "ffmpeg to use instead of the one that comes along.")
    accel_prefix: str = setting(
        "", "Internal nginx location of the media folder, for X-Accel-Redirect."
    )
    trusted_proxies: tuple[str, ...] = setting(
        ("127.0.0.0/8", "::1"),
        "Proxies whose word about a caller's address is taken: addresses or networks.",
    )
    rate_limits: bool = setting(
        True, "Limit how fast each API may be called, as its document says."
    )
    rate_limits_url: str = setting(
        "memory:",
        "Where limits are counted: memory:, or for several processes database: or "
        "redis://host:6379.",
    )
    videocms_rate_limits: bool = setting(
        False, "Limit VideoCMS's API as well, which it leaves off itself."
    )
    signup: str = setting(
        "closed", "Who may join: closed, open, or approval for those whom you approve."
    )
    signup_most_users: int = setting(-1, "How many users the server takes; -1 for any number.")
    signup_verifies_email: bool = setting(
        False, "Ask newcomers to prove that their e-mail address is theirs. Needs smtp_url."
    )
    signup_minimum_age: int = setting(16, "The age that newcomers are told they must have.")
    signup_allowed_networks: tuple[str, ...] = setting(
        (), "Networks that people may join from; all when empty."
    )
    signup_refused_networks: tuple[str, ...] = setting(
        (), "Networks that nobody may join from."
    )
    user_quota_bytes: int = setting(
        -1, "What a newcomer's videos may take, in bytes; -1 for any amount."
    )
    user_daily_quota_bytes: int = setting(
        -1, "What a newcomer may add within a day, in bytes; -1 for any amount."
    )
    smtp_url: str = setting(
        "",
        "Mail server: smtp://user:password@host:587, or smtps:// for TLS from the first byte. "
        "Without it mails are noted in the log and nobody gets them.",
    )
    mail_from: str = setting("", "Address that mails come from; by default admin_email.")
    oidc_issuer: str = setting(
        "", "OpenID Connect: address of the service that people may log in with."
    )
    oidc_client_id: str = setting("", "OpenID Connect: what this server is called there.")
    oidc_client_secret: str = setting("", "OpenID Connect: the secret agreed with it.")
    oidc_name: str = setting("Single sign-on", "OpenID Connect: its name on the login page.")
    oidc_creates_users: bool = setting(
        True, "OpenID Connect: whoever logs in there for the first time becomes a user here."
    )
    version_feed_url: str = setting(
        "",
        "Address that VideoCMS's version check asks for the newest release: JSON with tag_name "
        "or version. By default nobody is asked.",
    )
    translation_provider: str = setting(
        "", "Who translates captions: libretranslate, openai or argos. By default nobody."
    )
    translation_url: str = setting(
        "", "Address of the translator, such as http://127.0.0.1:5000; argos has none."
    )
    translation_key: str = setting("", "Key that the translator asks for, if it does.")
    translation_model: str = setting("", "Language model that openai is to use.")
    webhook_allows_http: bool = setting(
        False, "Let webhooks have addresses without TLS: what they are told can be read."
    )
    webhook_header_prefix: str = setting(
        "",
        "What the names of webhooks' headers begin with; by default X-AVCaption or X-VSRC.",
    )
    log_level: str = setting("info", "debug, info, warning or error.")


def load(environ: Mapping[str, str], *, file: Path | None = None, **options: Any) -> Config:
    """Read the settings; ``options`` that are not None win over file and environment.

    ``file`` is ``vitascope.toml`` in the working folder unless another is named.

    Raises:
        BadSetting: a name is unknown or a value cannot be read.
    """
    texts = _from_file(file) | _from_environ(environ)
    texts |= {name: value for name, value in options.items() if value is not None}
    known = {spec.name: spec.default for spec in fields(Config)}
    values = {name: _read(name, value, known[name]) for name, value in texts.items()}
    config = Config(**values)
    if config.port not in range(65536):
        raise BadSetting("port: a TCP port is a number from 0 to 65535")
    if unknown := set(config.resolutions) - set(RESOLUTIONS):
        raise BadSetting(f"resolutions: {sorted(unknown)} are not among {list(RESOLUTIONS)}")
    if config.signup not in _SIGNUPS:
        raise BadSetting(f"signup: choose one of {', '.join(_SIGNUPS)}")
    _check_translator(config)
    if not re.fullmatch(r"([A-Za-z][A-Za-z0-9-]*)?", config.webhook_header_prefix):
        raise BadSetting("webhook_header_prefix: letters, digits and hyphens, as in X-Videos")
    if config.oidc_issuer and not (config.oidc_client_id and config.oidc_client_secret):
        raise BadSetting("oidc_issuer: set oidc_client_id and oidc_client_secret too")
    if config.signup_verifies_email and not config.smtp_url:
        raise BadSetting("signup_verifies_email: set smtp_url too, or nobody gets the mail")
    for name in _NETWORKS:
        _check_networks(name, getattr(config, name))
    return config


def _check_translator(config: Config) -> None:
    provider = config.translation_provider
    if provider not in _TRANSLATORS:
        raise BadSetting(f"translation_provider: choose one of {', '.join(_TRANSLATORS[1:])}")
    if provider in {"libretranslate", "openai"} and not config.translation_url:
        raise BadSetting("translation_provider: set translation_url too")
    if provider == "openai" and not config.translation_model:
        raise BadSetting("translation_provider: set translation_model too")


def _check_networks(name: str, networks: tuple[str, ...]) -> None:
    for network in networks:
        if network == "unix":
            continue
        try:
            ipaddress.ip_network(network)
        except ValueError as error:
            raise BadSetting(f"{name}: {error}") from error


def _from_file(file: Path | None) -> dict[str, Any]:
    path = file or Path("vitascope.toml")
    if file is None and not path.exists():
        return {}
    try:
        values = tomllib.loads(path.read_text())
    except OSError as error:
        raise BadSetting(f"{path} cannot be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{path} is not TOML: {error}") from error
    for name in values:
        _check_known(name, f"{path}: {name}")
    return values


def _from_environ(environ: Mapping[str, str]) -> dict[str, Any]:
    values = {}
    for name, text in environ.items():
        if name.startswith(PREFIX) and not name.startswith(f"{PREFIX}TEST_"):
            key = name.removeprefix(PREFIX).lower()
            _check_known(key, name)
            values[key] = text
    return values


def _check_known(key: str, shown: str) -> None:
    known = [spec.name for spec in fields(Config)]
    if key not in known:
        near = difflib.get_close_matches(key, known, n=1)
        hint = (
            f"; did you mean {near[0]}?" if near else "; docs/operate/settings.md has them all"
        )
        raise BadSetting(f"Unknown setting {shown}{hint}")


def _read(name: str, value: Any, default: Any) -> Any:
    try:
        if isinstance(default, tuple):
            parts = value.split(",") if isinstance(value, str) else value
            given = [part for part in parts if part != ""]
            return tuple(int(part) if name in _NUMBERS else str(part) for part in given)
        if isinstance(default, bool):
            return value if isinstance(value, bool) else _TRUTH[str(value).lower()]
        return type(default)(value)
    except (KeyError, TypeError, ValueError) as error:
        kind = {
            bool: "true or false",
            int: "a number",
            tuple: "numbers with commas between",
        }.get(type(default), "text")
        raise BadSetting(f"{name}: {value!r} is not {kind}") from error
