from typing import Any

import pytest
from tests.fetch.loopback import HERE
from tests.http.provider import forms, provider_saying

from vitascope.core.captcha.model import CaptchaUnavailable, CaptchaWrong
from vitascope.core.settings.model import CaptchaProvider
from vitascope.fetch.guard import Guard
from vitascope.http.captcha_providers import PROVIDERS, ask_provider

TURNSTILE = CaptchaProvider.TURNSTILE


async def ask(kind: CaptchaProvider = TURNSTILE, guard: Guard = HERE) -> None:
    await ask_provider(
        guard, PROVIDERS[kind], secret="our secret", token="a token", address="192.0.2.7"
    )


@pytest.mark.parametrize("kind", list(PROVIDERS))
async def test_a_provider_is_told_the_secret_the_answer_and_the_address(
    monkeypatch: pytest.MonkeyPatch, kind: CaptchaProvider
) -> None:
    async with provider_saying(monkeypatch, kind, {"success": True}) as server:
        await ask(kind)

    form = {"secret": ["our secret"], "response": ["a token"], "remoteip": ["192.0.2.7"]}
    assert forms(server) == [form]
    assert [(asked.method, asked.target) for asked in server.asked] == [("POST", "/siteverify")]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"success": False}, 200),
        ({"success": False, "error-codes": ["invalid-input-response"]}, 200),
        ({"success": False, "error-codes": ["timeout-or-duplicate"]}, 400),
        ({"success": "true", "error-codes": []}, 200),
    ],
)
async def test_an_answer_that_the_provider_does_not_take_is_wrong(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, Any], status: int
) -> None:
    async with provider_saying(monkeypatch, TURNSTILE, said, status=status):
        with pytest.raises(CaptchaWrong):
            await ask()


@pytest.mark.parametrize("code", ["invalid-input-secret", "sitekey-secret-mismatch"])
async def test_what_an_administrator_has_set_wrong_is_not_the_persons_fault(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    said = {"success": False, "error-codes": ["invalid-input-response", code]}

    async with provider_saying(monkeypatch, TURNSTILE, said):
        with pytest.raises(
            CaptchaUnavailable, match="Turnstile refuses what this server sends"
        ):
            await ask()


@pytest.mark.parametrize(
    ("said", "status"),
    [({"success": True}, 500), (b"<html>", 200), ([True], 200), (b" " * 70_000, 200)],
)
async def test_what_is_no_answer_is_not_taken_for_one(
    monkeypatch: pytest.MonkeyPatch, said: Any, status: int
) -> None:
    async with provider_saying(monkeypatch, TURNSTILE, said, status=status):
        with pytest.raises(CaptchaUnavailable, match="Turnstile cannot be reached"):
            await ask()


async def test_a_provider_in_a_private_network_is_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with provider_saying(monkeypatch, TURNSTILE, {"success": True}) as server:
        with pytest.raises(CaptchaUnavailable):
            await ask(guard=Guard())

    assert server.connections == 0
