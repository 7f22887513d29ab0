"""Asking for proof of a person, and weighing it: our own way or a provider's."""

import json
from dataclasses import dataclass
from functools import partial

from vitascope.core.captcha.challenge import Challenge, new_challenge, read_answer, spend_solved
from vitascope.core.captcha.model import CaptchaMissing
from vitascope.core.settings.model import CaptchaProvider, Settings
from vitascope.http.captcha_providers import PROVIDERS, ask_provider
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread

BUILT_IN_FIELD = "captcha-response"
_LONGEST_TOKEN = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a page has to show. ``site_key`` is what the provider knows this site by, and
    ``challenge`` is that of the built-in captcha, None for the others. The answer is sent back
    as ``field``.
    """

    provider: CaptchaProvider
    field: str
    site_key: str = ""
    challenge: Challenge | None = None

    @property
    def script_text(self) -> str:
        """The challenge as JSON for the script that solves it; empty where there is none."""
        if self.challenge is None:
            return ""
        asked = {name: getattr(self.challenge, name) for name in ("text", "salt", "bits")}
        return json.dumps(asked, separators=(",", ":"))


def new_question(runtime: Runtime) -> Question:
    """The captcha that the settings name."""
    settings = runtime.settings.current()
    provider = settings.captcha_provider
    if provider is CaptchaProvider.BUILT_IN:
        challenge = new_challenge(runtime.vault, now=runtime.now())
        return Question(provider=provider, field=BUILT_IN_FIELD, challenge=challenge)
    site_key, _ = _keys(settings)
    return Question(provider=provider, field=answer_field(runtime), site_key=site_key)


def answer_field(runtime: Runtime) -> str:
    """What the answer is called in forms."""
    known = PROVIDERS.get(runtime.settings.current().captcha_provider)
    return BUILT_IN_FIELD if known is None else known.field


async def check_answer(runtime: Runtime, token: str, address: str) -> None:
    """Do nothing when ``token`` shows that a person, or a patient program, is at ``address``.
    Where no captcha is enabled, everything does.

    Raises:
        CaptchaMissing: it is no answer at all.
        CaptchaWrong: it is not right, too old, or was given before.
        CaptchaUnavailable: nobody can tell.
    """
    settings = runtime.settings.current()
    if not settings.captcha_enabled:
        return
    if not 0 < len(token) <= _LONGEST_TOKEN:
        raise CaptchaMissing
    if settings.captcha_provider is CaptchaProvider.BUILT_IN:
        await on_thread(partial(_spend, runtime, token))
        return
    provider, (_, secret) = PROVIDERS[settings.captcha_provider], _keys(settings)
    await ask_provider(runtime.guard, provider, secret=secret, token=token, address=address)


def _spend(runtime: Runtime, token: str) -> None:
    # Read before there is a transaction: what is made up must not keep others from writing.
    solved = read_answer(runtime.vault, token, now=runtime.now())
    with runtime.db.begin() as tx:
        spend_solved(tx, solved, now=runtime.now())


def _keys(settings: Settings) -> tuple[str, str]:
    """What is told to everybody, and what to the provider only."""
    keys = {
        CaptchaProvider.RECAPTCHA: (settings.recaptcha_site_key, settings.recaptcha_secret),
        CaptchaProvider.HCAPTCHA: (settings.hcaptcha_site_key, settings.hcaptcha_secret),
        CaptchaProvider.TURNSTILE: (settings.turnstile_site_key, settings.turnstile_secret),
    }
    return keys.get(settings.captcha_provider, ("", ""))
