"""What values the settings may have."""

import ipaddress
import re
import uuid
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from vitascope.base.errors import Invalid
from vitascope.core.settings.model import (
    CaptchaProvider,
    Rate,
    RungSetting,
    Settings,
    TranslationProvider,
)

# Whoever sets less could not send the form that sets it back.
LEAST_BODY_BYTES = 64 * 1024
LEAST_BPS = 10_000
MOST = 2**53
"""Beyond it, programs that read numbers as JavaScript does see another one."""

_LONGEST_NAME = 120
_WORSE_CRF = 51
_UNIX = "unix"
_HEADER = re.compile(r"\*|[A-Za-z0-9!#$%&'+.^_`|~-]+")
# Names in other alphabets are written as browsers send them (xn--…): it stands in headers.
_NETLOC = re.compile(r"[A-Za-z0-9._-]+(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?")
_KEYS = {
    CaptchaProvider.RECAPTCHA: ("recaptcha_site_key", "recaptcha_secret"),
    CaptchaProvider.HCAPTCHA: ("hcaptcha_site_key", "hcaptcha_secret"),
    CaptchaProvider.TURNSTILE: ("turnstile_site_key", "turnstile_secret"),
}
_TRANSLATING = {
    TranslationProvider.LIBRETRANSLATE: ("translation_url",),
    TranslationProvider.OPENAI: ("translation_url", "translation_model"),
}

_Rule: TypeAlias = tuple[Callable[[Any], bool], str]


def check_settings(settings: Settings, names: Collection[str]) -> None:
    """Look at the fields called ``names``, and at what they have to agree with.

    Raises:
        Invalid: a value breaks a rule; its ``field`` names it.
    """
    for name in names:
        for holds, sentence in _RULES.get(name, ()):
            if not holds(getattr(settings, name)):
                raise Invalid(name, sentence)
    check_agreement(settings, names)


def check_agreement(settings: Settings, names: Collection[str]) -> None:
    """Look only at what the fields called ``names`` have to agree with.

    Raises:
        Invalid: with these values nobody could log in, or have anything translated.
    """
    if any(name.startswith("translation_") for name in names):
        _check_translating(settings)
    if any(name.startswith(("captcha_", *_KEYS)) for name in names):
        _check_keys(settings)


def is_origin(text: str) -> bool:
    """Whether ``text`` is a scheme, a host and perhaps a port, as browsers write an origin."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not host or port == 0:
        return False
    # Whatever else there is, a login or a lone slash, makes it something else.
    is_bare = text == f"{parts.scheme}://{parts.netloc}"
    return is_bare and _NETLOC.fullmatch(parts.netloc) is not None


def is_network(text: str) -> bool:
    """Whether ``text`` is an address, a network, or the word for a Unix socket."""
    if text == _UNIX:
        return True
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True


def is_header(text: str) -> bool:
    """Whether ``text`` may be the name of a header, or is the star for any."""
    return _HEADER.fullmatch(text) is not None


def _check_keys(settings: Settings) -> None:
    needed = _KEYS.get(settings.captcha_provider, ())
    if settings.captcha_enabled and not all(getattr(settings, name) for name in needed):
        words = "Set both keys of this provider: nobody could pass without them"
        raise Invalid("captcha_provider", words)


def _check_translating(settings: Settings) -> None:
    for name in _TRANSLATING.get(settings.translation_provider, ()):
        if not getattr(settings, name):
            raise Invalid(name, "Whoever translates needs this as well")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _is_video(text: str) -> bool:
    try:
        return not text or str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _has_good_crfs(ladder: tuple[RungSetting, ...]) -> bool:
    return all(rung.crf is None or 0 <= rung.crf <= _WORSE_CRF for rung in ladder)


def _each(holds: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda values: all(holds(value) for value in values)


_ADDRESS = "An address begins with http:// or https://"
_ORIGIN = "An origin is written as in https://video.example, without anything behind it"
_AT_LEAST_ONE: _Rule = (lambda value: 1 <= value <= MOST, "At least 1")
_RATE: _Rule = (
    lambda rate: isinstance(rate, Rate) and 0 < rate.per_s <= MOST and 1 <= rate.burst <= MOST,
    "More than 0 requests a second, and at least 1 at once",
)
# None lets the server use one of its own.
_SIGNING_KEY: _Rule = (lambda key: not key or 8 <= len(key) <= 512, "8 to 512 characters")
_RULES: Mapping[str, tuple[_Rule, ...]] = {
    "instance_name": ((lambda name: 1 <= len(name) <= _LONGEST_NAME, "1 to 120 characters"),),
    "public_url": (
        (is_origin, _ORIGIN),
        (lambda url: len(url) <= _LONGEST_NAME, "120 characters at most"),
    ),
    "example_video": ((_is_video, "The UUID of a video, or nothing"),),
    "ladder": (
        (lambda ladder: any(rung.is_on for rung in ladder), "At least one size has to stay on"),
        (
            lambda ladder: len({rung.height for rung in ladder}) == len(ladder),
            "Each size stands here once",
        ),
        (
            lambda ladder: all(LEAST_BPS <= rung.max_bps <= MOST for rung in ladder),
            "At least 10 kbit/s",
        ),
        (_has_good_crfs, "A CRF is 0 to 51"),
    ),
    **dict.fromkeys(("jwt_secret", "media_jwt_secret"), (_SIGNING_KEY,)),
    "ocr_url": ((_is_web_address, _ADDRESS),),
    "translation_url": ((lambda url: not url or _is_web_address(url), _ADDRESS),),
    "translation_key": (
        (lambda key: not key or (key.isascii() and key.isprintable()), "Letters and signs"),
    ),
    "translation_daily_characters": (
        (lambda most: 0 <= most <= MOST, "A number of characters, or 0 for no limit"),
    ),
    "max_body_bytes": (
        (lambda size: LEAST_BODY_BYTES <= size <= MOST, "At least 64 KiB (65536)"),
    ),
    "trusted_proxies": (
        (_each(is_network), "Addresses and networks, as in 10.1.0.0/16, or the word unix"),
    ),
    "cors_origins": (
        (bool, "At least one origin, or * for any"),
        (_each(lambda origin: origin == "*" or is_origin(origin)), _ORIGIN),
    ),
    "cors_headers": (
        (bool, "At least one header, or * for any"),
        (_each(is_header), "Names of headers"),
    ),
    **dict.fromkeys(("rate_all", "rate_auth", "rate_api", "rate_upload", "rate_web"), (_RATE,)),
    **dict.fromkeys(
        (
            "encodes",
            "most_fps",
            "max_upload_bytes",
            "max_chunk_bytes",
            "max_upload_sessions",
            "max_items_at_once",
            "imports_at_once",
            "import_timeout_s",
        ),
        (_AT_LEAST_ONE,),
    ),
}
