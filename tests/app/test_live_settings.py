"""What administrators change counts in the server that runs, and not in one API only."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.factories import NOON

from vitascope.app import Parts, asgi_app, open_parts
from vitascope.config import Config
from vitascope.core.settings.model import Rate
from vitascope.core.settings.queries import write_settings
from vitascope.http.asgi import ASGIApp

PROXY = "192.0.2.50"
CHECK = "/api/auth/check"


@pytest.fixture
def parts(template: Path, tmp_path: Path) -> Iterator[Parts]:
    shutil.copy(template, tmp_path / "vitascope.db")
    parts = open_parts(Config(data=tmp_path, instance_name="Ours"))
    yield parts
    parts.db.close()


@pytest.fixture
def app(parts: Parts) -> ASGIApp:
    return asgi_app(parts)


def change(parts: Parts, **values: object) -> None:
    with parts.db.begin() as tx:
        write_settings(tx, values, now=NOON)
    parts.settings.forget()


def calling(app: ASGIApp) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, client=(PROXY, 5000))
    return httpx.AsyncClient(transport=transport, base_url="http://server")


async def names(app: ASGIApp) -> list[str]:
    """What the server is called by two of its APIs and on its pages."""
    async with calling(app) as client:
        videocms = (await client.get("/api/config")).json()
        peertube = (await client.get("/api/v1/config")).json()
        page = (await client.get("/")).text
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title is not None
    return [videocms["AppName"], peertube["instance"]["name"], title[1].strip()]


async def test_another_name_is_on_every_page_and_in_every_api(
    parts: Parts, app: ASGIApp
) -> None:
    before = await names(app)
    change(parts, instance_name="Theirs")
    after = await names(app)

    assert all("Ours" in name for name in before)
    assert after == [name.replace("Ours", "Theirs") for name in before]


async def test_another_address_is_where_uploads_and_services_are(
    parts: Parts, app: ASGIApp
) -> None:
    change(parts, public_url="https://theirs.example")

    async with calling(app) as client:
        config = (await client.get("/api/config")).json()
        oembed = await client.get("/services/oembed?url=https://theirs.example/w/none")

    assert config["BaseUrl"] == "https://theirs.example"
    # An address of this server, and no video there: of another server it would be a 400.
    assert oembed.status_code == 404


async def test_proxies_that_are_trusted_while_it_runs_speak_for_others(
    parts: Parts, app: ASGIApp
) -> None:
    change(parts, videocms_rate_limits=True, rate_auth=Rate(per_s=0.001, burst=1))

    async with calling(app) as client:

        async def check(address: str) -> int:
            headers = {"X-Forwarded-For": address}
            return (await client.get(CHECK, headers=headers)).status_code

        not_yet = [await check("203.0.113.1"), await check("203.0.113.2")]
        change(parts, trusted_proxies=(PROXY,))
        trusted = [await check(f"203.0.113.{number}") for number in (1, 2, 1)]

    assert (not_yet, trusted) == ([403, 429], [403, 403, 429])


async def test_keys_are_managed_at_the_root_by_those_who_are_known(app: ASGIApp) -> None:
    async with calling(app) as client:
        answers = [
            await client.request(method, path)
            for method, path in (
                ("GET", "/apikeys"),
                ("POST", "/apikey"),
                ("DELETE", "/apikey/1"),
                ("GET", "/apikey/1/audit"),
            )
        ]

    assert [(one.status_code, one.text) for one in answers] == [(403, "No JWT Token")] * 4
