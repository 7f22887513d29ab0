"""The services that tell people from programs, when an administrator has chosen one: what their
widgets need of a page, and how they are asked whether an answer is right.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import structlog

from vitascope.core.captcha.model import CaptchaUnavailable, CaptchaWrong
from vitascope.core.settings.model import CaptchaProvider
from vitascope.fetch.client import open_client, read_body, request
from vitascope.fetch.errors import BadAnswer, FetchError
from vitascope.fetch.guard import Guard

log = structlog.get_logger(__name__)

_TIMEOUT_S = 10.0
_MOST_ANSWER_BYTES = 64 * 1024
_FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
# The person's fault; every other code is about what an administrator has set.
_THEIR_FAULT = frozenset(
    {
        "invalid-input-response",
        "missing-input-response",
        "timeout-or-duplicate",
        "expired-input-response",
        "already-seen-response",
        "invalid-or-already-seen-response",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """``field`` is what the widget calls its answer in a form, ``widget`` the class of the
    element that it takes over. A page with it takes scripts, frames and styles from ``hosts``.
    """

    name: str
    field: str
    widget: str
    script: str
    verify: str
    hosts: tuple[str, ...]


PROVIDERS: dict[CaptchaProvider, Provider] = {
    CaptchaProvider.RECAPTCHA: Provider(
        name="reCAPTCHA",
        field="g-recaptcha-response",
        widget="g-recaptcha",
        script="https://www.google.com/recaptcha/api.js",
        verify="https://www.google.com/recaptcha/api/siteverify",
        hosts=(
            "https://www.google.com/recaptcha/",
            "https://www.gstatic.com/recaptcha/",
            "https://recaptcha.google.com/recaptcha/",
        ),
    ),
    CaptchaProvider.HCAPTCHA: Provider(
        name="hCaptcha",
        field="h-captcha-response",
        widget="h-captcha",
        script="https://js.hcaptcha.com/1/api.js",
        verify="https://api.hcaptcha.com/siteverify",
        hosts=("https://hcaptcha.com", "https://*.hcaptcha.com"),
    ),
    CaptchaProvider.TURNSTILE: Provider(
        name="Turnstile",
        field="cf-turnstile-response",
        widget="cf-turnstile",
        script="https://challenges.cloudflare.com/turnstile/v0/api.js",
        verify="https://challenges.cloudflare.com/turnstile/v0/siteverify",
        hosts=("https://challenges.cloudflare.com",),
    ),
}


async def ask_provider(
    guard: Guard, provider: Provider, *, secret: str, token: str, address: str
) -> None:
    """Do nothing when the provider says that ``token`` is the right answer of somebody at
    ``address``.

    Raises:
        CaptchaWrong: it says that it is not.
        CaptchaUnavailable: it does not say.
    """
    form = {"secret": secret, "response": token, "remoteip": address}
    try:
        said = await _post(guard, provider.verify, urlencode(form).encode())
    except (FetchError, TimeoutError) as error:
        log.warning("captcha provider not reached", provider=provider.name, reason=str(error))
        raise CaptchaUnavailable(f"{provider.name} cannot be reached") from error
    if said.get("success") is True:
        return
    codes = _codes(said)
    if codes <= _THEIR_FAULT:
        raise CaptchaWrong
    log.warning("captcha provider refuses us", provider=provider.name, codes=sorted(codes))
    raise CaptchaUnavailable(f"{provider.name} refuses what this server sends")


async def _post(guard: Guard, url: str, content: bytes) -> dict[str, Any]:
    async with (
        asyncio.timeout(_TIMEOUT_S),
        open_client(guard, timeout_s=_TIMEOUT_S) as client,
        request(
            client, "POST", url, headers=_FORM, content=content, most_redirects=0
        ) as answer,
    ):
        # Some say what is wrong with a status of its own, and in the same words all the same.
        if answer.status_code >= 500:
            raise BadAnswer(answer.status_code)
        body = await read_body(answer, limit_bytes=_MOST_ANSWER_BYTES)
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadAnswer(answer.status_code, "It did not answer with JSON") from error
    if not isinstance(said, dict):
        raise BadAnswer(answer.status_code, "It did not answer with a JSON object")
    return said


def _codes(said: Mapping[str, Any]) -> set[str]:
    codes = said.get("error-codes")
    return {str(code) for code in codes} if isinstance(codes, list) else set()
