import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.core.captcha.solving import solve
from tests.dialects.built import built
from tests.dialects.runtimes import VAULT, make_runtime
from tests.dialects.videocms.captchas import CHALLENGE, JSON, VERIFY
from tests.dialects.videocms.conftest import calling
from tests.factories import NOON
from tests.fetch.loopback import HERE
from tests.http.provider import forms, provider_saying
from tests.web.people import FormReader

from vitascope.core.captcha.challenge import new_challenge
from vitascope.core.captcha.passes import mint_pass
from vitascope.core.settings.model import CaptchaProvider
from vitascope.db import Database
from vitascope.dialects.videocms import build

VIDEO = uuid.UUID("5f3b1c1e-8a57-4c6a-9d1c-0a5d2f6e7b11")
HOME, ELSEWHERE = "192.0.2.7", "192.0.2.8"
AGAIN = "Captcha verification failed. Please try again."


def easy_answer(now: datetime = NOON) -> str:
    asked = new_challenge(VAULT, now=now, bits=4)
    return f"{asked.text}.{solve(asked.salt, asked.bits)}"


def app(db: Database, folder: Path, **changes: Any) -> Any:
    given = {"captcha_enabled": True, "captcha_at_player": True}
    return built(build, make_runtime(db, folder, **{**given, **changes}))


async def test_a_challenge_is_a_page_that_leads_back_to_the_video(
    db: Database, tmp_path: Path
) -> None:
    async with calling(app(db, tmp_path), HOME) as caller:
        answer = await caller.get(CHALLENGE, params={"uuid": str(VIDEO)})

    [(action, fields)] = FormReader(answer.text).forms
    assert (answer.status_code, answer.headers["content-type"]) == (
        200,
        "text/html; charset=utf-8",
    )
    assert (action, fields) == (VERIFY, {"uuid": str(VIDEO), "captcha-response": ""})
    assert answer.headers["cache-control"] == "private, no-store"
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert "://" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("given", [{}, {"uuid": ""}, {"uuid": "//elsewhere.example"}])
async def test_without_a_video_there_is_no_challenge_but_the_home_page(
    db: Database, tmp_path: Path, given: dict[str, str]
) -> None:
    async with calling(app(db, tmp_path), HOME) as caller:
        answer = await caller.get(CHALLENGE, params=given)

    assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/", "")


async def test_programs_get_the_challenge_as_json(db: Database, tmp_path: Path) -> None:
    async with calling(app(db, tmp_path), HOME) as caller:
        answer = await caller.get(CHALLENGE, headers=JSON)

    asked = answer.json()
    assert asked == {
        "provider": "builtin",
        "field": "captcha-response",
        "challenge": asked["challenge"],
        "salt": asked["salt"],
        "bits": 18,
        "expires_at": "2026-03-01T12:10:00Z",
    }
    assert asked["challenge"].startswith(f"{asked['salt']}.")


async def test_programs_are_told_of_a_provider_too(db: Database, tmp_path: Path) -> None:
    chosen = {"captcha_provider": CaptchaProvider.HCAPTCHA, "hcaptcha_site_key": "site"}

    async with calling(app(db, tmp_path, **chosen), HOME) as caller:
        answer = await caller.get(CHALLENGE, headers=JSON)

    assert answer.json() == {
        "provider": "hcaptcha",
        "field": "h-captcha-response",
        "site_key": "site",
    }


async def test_the_right_answer_leads_to_the_video_with_a_pass(
    db: Database, tmp_path: Path
) -> None:
    given = {"uuid": str(VIDEO), "captcha-response": easy_answer()}

    async with calling(app(db, tmp_path), HOME) as caller:
        answer = await caller.post(VERIFY, data=given)

    token = mint_pass(VAULT, HOME, now=NOON)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/v/{VIDEO}")
    assert answer.headers["set-cookie"] == (
        f"captcha_bypass={token}; Path=/; Max-Age=1200; HttpOnly; "
        "Secure; SameSite=None; Partitioned"
    )


async def test_without_tls_the_pass_is_for_this_site_only(db: Database, tmp_path: Path) -> None:
    given = {"captcha-response": easy_answer()}
    plain = app(db, tmp_path, public_url="http://localhost:8080")

    async with calling(plain, HOME) as caller:
        answer = await caller.post(VERIFY, data=given)

    assert answer.headers["location"] == "/"
    assert answer.headers["set-cookie"].endswith("; HttpOnly; SameSite=Lax")


async def test_a_wrong_answer_is_a_page_to_try_again(db: Database, tmp_path: Path) -> None:
    used, late = easy_answer(), easy_answer(NOON - timedelta(minutes=10))

    async with calling(app(db, tmp_path), HOME) as caller:
        await caller.post(VERIFY, data={"captcha-response": used})
        answers = [
            await caller.post(VERIFY, data={"uuid": str(VIDEO), "captcha-response": token})
            for token in (used, late, "", "made up", "x" * 2000)
        ]

    for answer in answers:
        page = FormReader(answer.text)
        assert (answer.status_code, page.alerts) == (400, [AGAIN])
        assert page.forms == [(VERIFY, {"uuid": str(VIDEO), "captcha-response": ""})]
        assert "set-cookie" not in answer.headers


async def test_without_captchas_every_answer_passes(db: Database, tmp_path: Path) -> None:
    async with calling(app(db, tmp_path, captcha_enabled=False), HOME) as caller:
        answer = await caller.post(VERIFY, data={"uuid": str(VIDEO)})

    assert (answer.status_code, answer.headers["location"]) == (303, f"/v/{VIDEO}")


async def test_a_provider_decides_and_only_its_page_names_its_hosts(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = CaptchaProvider.TURNSTILE
    chosen = app(
        db,
        tmp_path,
        captcha_provider=kind,
        turnstile_site_key="our-site",
        turnstile_secret="our secret",
        guard=HERE,
    )
    given = {"uuid": str(VIDEO), "cf-turnstile-response": "a token"}

    async with calling(chosen, HOME) as caller:
        page = await caller.get(CHALLENGE, params={"uuid": str(VIDEO)})
        async with provider_saying(monkeypatch, kind, {"success": True}) as server:
            passed = await caller.post(VERIFY, data=given)
        refused = await caller.post(VERIFY, data=given)

    hosts = "https://challenges.cloudflare.com"
    policy = page.headers["content-security-policy"].split("; ")
    assert [part for part in policy if "://" in part] == [
        f"script-src 'self' {hosts}",
        f"style-src 'self' 'unsafe-inline' {hosts}",
        f"connect-src 'self' {hosts}",
        f"frame-src {hosts}",
    ]
    assert '<div class="cf-turnstile" id="captcha" data-sitekey="our-site">' in page.text
    assert (passed.status_code, passed.headers["location"]) == (303, f"/v/{VIDEO}")
    assert forms(server) == [
        {"secret": ["our secret"], "response": ["a token"], "remoteip": [HOME]}
    ]
    assert (refused.status_code, FormReader(refused.text).alerts) == (400, [AGAIN])
