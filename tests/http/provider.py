"""A captcha provider on loopback that says what a test wants."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest
from tests.fetch.loopback import LoopbackServer, always, serve, whole

from vitascope.core.settings.model import CaptchaProvider
from vitascope.http.captcha_providers import PROVIDERS


@asynccontextmanager
async def provider_saying(
    monkeypatch: pytest.MonkeyPatch, kind: CaptchaProvider, said: Any, *, status: int = 200
) -> AsyncIterator[LoopbackServer]:
    """While it runs, the provider of that kind is asked here. ``said`` is its answer."""
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    async with serve(always(whole(body, status=status))) as server:
        here = replace(PROVIDERS[kind], verify=server.url("/siteverify"))
        monkeypatch.setitem(PROVIDERS, kind, here)
        yield server


def forms(server: LoopbackServer) -> list[dict[str, list[str]]]:
    """What it was asked, each with the fields of its form."""
    return [parse_qs(asked.body.decode()) for asked in server.asked]
