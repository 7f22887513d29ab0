import asyncio
import logging
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.answering import Answering, answering
from tests.factories import NOON

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Cdn, Settings
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.http.cdn_ranges import CdnRanges, refreshing
from vitascope.http.cdn_sources import Source, parse_fields, parse_lines

A, B = Cdn.CLOUDFLARE, Cdn.FASTLY
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LISTS = {
    "/v4": (200, b"192.0.2.0/24\n"),
    "/v6": (200, b"2001:db8::/32\n"),
    "/json": (200, b'{"addresses": ["198.51.100.0/24"]}'),
}


@pytest.fixture
def server() -> Iterator[Answering]:
    with answering(LISTS) as server:
        yield server


def sources(server: Answering) -> Mapping[Cdn, tuple[Source, ...]]:
    """As the real table, but on loopback."""
    return {
        A: (Source(f"{server.url}/v4", parse_lines), Source(f"{server.url}/v6", parse_lines)),
        B: (Source(f"{server.url}/json", parse_fields("addresses")),),
    }


def open_ranges(server: Answering, folder: Path) -> CdnRanges:
    guard = Guard(["127.0.0.0/8"])
    return CdnRanges(folder / "addresses.json", guard, sources=sources(server))


def paths(server: Answering) -> list[str]:
    return [path for _, path, _ in server.asked]


async def test_only_lists_that_somebody_wants_are_asked_for(
    server: Answering, tmp_path: Path
) -> None:
    ranges = open_ranges(server, tmp_path)

    await ranges.refresh((), now=NOON)
    nothing = paths(server)
    await ranges.refresh((A,), now=NOON)

    assert (nothing, paths(server)) == ([], ["/v4", "/v6"])
    assert ranges.networks((A, B)) == ("192.0.2.0/24", "2001:db8::/32")
    assert ranges.networks((B,)) == ranges.networks(()) == ()


async def test_a_list_is_fresh_for_a_day_and_outlives_a_restart(
    server: Answering, tmp_path: Path
) -> None:
    await open_ranges(server, tmp_path).refresh((A, B), now=NOON)
    again = open_ranges(server, tmp_path)
    known = again.networks((A, B))

    await again.refresh((A, B), now=NOON + DAY - HOUR)
    quiet = len(server.asked)
    server.answers["/json"] = (200, b'{"addresses": ["203.0.113.0/24"]}')
    await again.refresh((A, B), now=NOON + DAY)

    assert known == ("192.0.2.0/24", "2001:db8::/32", "198.51.100.0/24")
    assert (quiet, len(server.asked)) == (3, 6)
    assert again.networks((B,)) == ("203.0.113.0/24",)


@pytest.mark.parametrize("answer", [(500, b""), (200, b"<html>"), (200, b""), (302, b"")])
async def test_what_cannot_be_read_leaves_the_last_list_and_is_asked_for_an_hour_later(
    server: Answering,
    tmp_path: Path,
    answer: tuple[int, bytes],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    ranges = open_ranges(server, tmp_path)
    await ranges.refresh((A,), now=NOON)
    server.answers["/v6"] = answer

    await ranges.refresh((A,), now=NOON + DAY)
    failed = len(server.asked)
    await ranges.refresh((A,), now=NOON + DAY + HOUR / 2)
    waited = len(server.asked)
    server.answers["/v6"] = (200, b"2001:db8:1::/48")
    before = ranges.networks((A,))
    await ranges.refresh((A,), now=NOON + DAY + HOUR)

    assert (failed, waited, len(server.asked)) == (4, 4, 6)
    assert before == ("192.0.2.0/24", "2001:db8::/32")
    assert ranges.networks((A,)) == ("192.0.2.0/24", "2001:db8:1::/48")
    assert caplog.messages == ["addresses of a CDN not read"]


async def test_a_broken_file_is_as_good_as_none(server: Answering, tmp_path: Path) -> None:
    (tmp_path / "addresses.json").write_text("{")

    ranges = open_ranges(server, tmp_path)
    await ranges.refresh((B,), now=NOON)

    assert ranges.networks((B,)) == ("198.51.100.0/24",)


async def test_switching_one_on_while_the_server_runs_fetches_its_list(
    server: Answering, tmp_path: Path, db: Database
) -> None:
    ranges = open_ranges(server, tmp_path)
    live = LiveSettings(db, replace(Settings(), trusted_cdns=()), clock=lambda: 0.0)

    async with refreshing(ranges, live, _noon, period_s=0.01):
        with db.begin() as tx:
            write_settings(tx, {"trusted_cdns": (B,)}, now=NOON)
        live.forget()
        async with asyncio.timeout(30):
            while not ranges.networks((B,)):
                await asyncio.sleep(0.01)

    assert paths(server) == ["/json"]


def _noon() -> datetime:
    return NOON
