"""Callers who are asked for proof of a person."""

import httpx
from tests.core.captcha.solving import solve

CHALLENGE, VERIFY = "/captcha/challenge", "/captcha/verify"
JSON = {"Accept": "application/json"}


async def answer_to(caller: httpx.AsyncClient) -> str:
    """What a program answers that has asked for a challenge."""
    asked = (await caller.get(CHALLENGE, headers=JSON)).json()
    return f"{asked['challenge']}.{solve(asked['salt'], asked['bits'])}"
