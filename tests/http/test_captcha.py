import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.core.captcha.solving import solve
from tests.dialects.runtimes import VAULT, make_runtime
from tests.factories import NOON
from tests.fetch.loopback import HERE
from tests.http.provider import forms, provider_saying

from vitascope.core.captcha.challenge import LIFETIME, new_challenge
from vitascope.core.captcha.model import CaptchaMissing, CaptchaWrong
from vitascope.core.settings.model import CaptchaProvider
from vitascope.db import Database
from vitascope.http.captcha import Question, answer_field, check_answer, new_question

ADDRESS = "192.0.2.7"
KEYS = {
    CaptchaProvider.RECAPTCHA: {"recaptcha_site_key": "site", "recaptcha_secret": "secret"},
    CaptchaProvider.HCAPTCHA: {"hcaptcha_site_key": "site", "hcaptcha_secret": "secret"},
    CaptchaProvider.TURNSTILE: {"turnstile_site_key": "site", "turnstile_secret": "secret"},
}
FIELDS = {
    CaptchaProvider.RECAPTCHA: "g-recaptcha-response",
    CaptchaProvider.HCAPTCHA: "h-captcha-response",
    CaptchaProvider.TURNSTILE: "cf-turnstile-response",
}


def solved(*, now: datetime = NOON) -> str:
    """The answer to an easy challenge of ours."""
    asked = new_challenge(VAULT, now=now, bits=4)
    return f"{asked.text}.{solve(asked.salt, asked.bits)}"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Any:
    return make_runtime(db, tmp_path, captcha_enabled=True)


async def test_an_answer_opens_once(runtime: Any) -> None:
    answer = solved()
    await check_answer(runtime, answer, ADDRESS)

    with pytest.raises(CaptchaWrong):
        await check_answer(runtime, answer, ADDRESS)


async def test_an_answer_that_comes_too_late_opens_nothing(runtime: Any) -> None:
    with pytest.raises(CaptchaWrong):
        await check_answer(runtime, solved(now=NOON - LIFETIME), ADDRESS)


@pytest.mark.parametrize("token", ["", "x" * 1501])
async def test_no_answer_and_one_that_is_too_long_are_missing(runtime: Any, token: str) -> None:
    with pytest.raises(CaptchaMissing):
        await check_answer(runtime, token, ADDRESS)


async def test_without_captchas_everything_passes(db: Database, tmp_path: Path) -> None:
    runtime = make_runtime(db, tmp_path, captcha_provider=CaptchaProvider.HCAPTCHA)

    await check_answer(runtime, "", ADDRESS)


def test_the_built_in_question_is_one_for_a_script(runtime: Any) -> None:
    question = new_question(runtime)

    asked = question.challenge
    assert asked is not None
    assert (question.provider, question.field) == (CaptchaProvider.BUILT_IN, "captcha-response")
    assert asked.expires_at == NOON + timedelta(minutes=10)
    assert json.loads(question.script_text) == {
        "text": asked.text,
        "salt": asked.salt,
        "bits": 18,
    }


@pytest.mark.parametrize("kind", list(KEYS))
async def test_a_provider_has_its_own_key_and_field_and_is_asked(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: CaptchaProvider
) -> None:
    runtime = make_runtime(
        db, tmp_path, captcha_enabled=True, captcha_provider=kind, guard=HERE, **KEYS[kind]
    )

    async with provider_saying(monkeypatch, kind, {"success": True}) as server:
        await check_answer(runtime, "a token", ADDRESS)

    assert new_question(runtime) == Question(provider=kind, field=FIELDS[kind], site_key="site")
    assert (answer_field(runtime), new_question(runtime).script_text) == (FIELDS[kind], "")
    assert forms(server) == [
        {"secret": ["secret"], "response": ["a token"], "remoteip": [ADDRESS]}
    ]
