from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.dialects.runtimes import make_runtime
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import calling
from tests.factories import NOON

from vitascope.core.settings.model import Rate
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.asgi import ASGIApp
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.runtime import Runtime

TOO_FAST = words(429, "Too fast")
ADDRESS = "192.0.2.7"


def limiter() -> MemoryLimiter:
    """Its clock stands, so no bucket fills up again."""
    return MemoryLimiter(clock=lambda: 0.0)


@pytest.fixture
def app(db: Database, tmp_path: Path) -> ASGIApp:
    return build(make_runtime(db, tmp_path, limiter=limiter(), videocms_rate_limits=True))


async def statuses(app: ASGIApp, paths: Sequence[str], address: str = ADDRESS) -> list[int]:
    async with calling(app, address) as client:
        return [(await client.get(path)).status_code for path in paths]


async def test_each_route_of_auth_has_a_bucket_of_ten(app: ASGIApp) -> None:
    check, refresh = "/api/auth/check", "/api/auth/refresh"

    found = await statuses(app, [check] * 11 + [refresh] * 11)

    assert found == ([403] * 10 + [429]) * 2


async def test_everything_that_needs_a_credential_shares_a_bucket_of_100(
    app: ASGIApp,
) -> None:
    found = await statuses(app, ["/api/account"] * 50 + ["/api/no/such"] * 51)

    assert found == [403] * 100 + [429]


async def test_uploads_share_a_bucket_of_50(app: ASGIApp) -> None:
    found = await statuses(app, ["/api/uploads/sessions"] * 50 + ["/api/uploads/1"])

    assert found == [403] * 50 + [429]


async def test_nobody_asks_more_than_200_times_at_once(app: ASGIApp) -> None:
    found = await statuses(app, ["/api/config"] * 201)

    assert found == [200] * 200 + [429]


async def test_addresses_have_buckets_of_their_own_and_the_machine_itself_none(
    app: ASGIApp,
) -> None:
    paths = ["/api/auth/check"] * 11

    first = await statuses(app, paths)
    second = await statuses(app, paths, "192.0.2.8")
    itself = await statuses(app, paths, "127.0.0.1")

    assert (first[-1], second, itself) == (429, first, [403] * 11)


async def test_a_refusal_is_two_words_and_tells_no_more(app: ASGIApp) -> None:
    await statuses(app, ["/api/auth/check"] * 10)

    async with calling(app, ADDRESS) as client:
        answer = await client.get("/api/auth/check")

    assert whole(answer) == TOO_FAST
    assert [name for name in answer.headers if "rate" in name or "retry" in name] == []
    assert answer.headers["access-control-allow-origin"] == "*"


async def test_nothing_is_limited_unless_asked_for(db: Database, tmp_path: Path) -> None:
    unasked = build(make_runtime(db, tmp_path, limiter=limiter()))
    switched_off = build(make_runtime(db, tmp_path, videocms_rate_limits=True))

    found = [await statuses(app, ["/api/auth/check"] * 11) for app in (unasked, switched_off)]

    assert found == [[403] * 11] * 2


async def test_other_numbers_and_the_switch_count_while_the_server_runs(
    db: Database, tmp_path: Path
) -> None:
    runtime = make_runtime(db, tmp_path, limiter=limiter())
    app = build(runtime)
    check, config = "/api/auth/check", "/api/config"

    off = await statuses(app, [check] * 11)
    change(runtime, videocms_rate_limits=True, rate_auth=Rate(per_s=1, burst=3))
    on = await statuses(app, [check] * 4)
    change(runtime, rate_auth=Rate(per_s=1, burst=100), rate_all=Rate(per_s=1, burst=5))
    fewer = await statuses(app, [config] * 6)
    change(runtime, videocms_rate_limits=False)
    off_again = await statuses(app, [check] * 4)

    assert off == [403] * 11
    assert on == [403] * 3 + [429]
    assert fewer == [200] * 5 + [429]
    assert off_again == [403] * 4


UUID = "0c4aa6ad-5aa6-4f3c-a8d0-3d5b9f4c1d11"


@pytest.mark.parametrize(
    "path",
    [
        f"/v/{UUID}/status",
        f"/videos/qualitys/{UUID}/stream/multi/master.m3u8",
        f"/{UUID}/stream/multi/master.m3u8",
    ],
)
async def test_players_and_media_share_a_bucket(
    db: Database, tmp_path: Path, path: str
) -> None:
    web = Rate(per_s=1, burst=2)
    limited = {"limiter": limiter(), "videocms_rate_limits": True, "rate_web": web}
    app = build(make_runtime(db, tmp_path, **limited))

    found = await statuses(app, [f"/v/{UUID}/status", path, path])

    assert [status == 429 for status in found] == [False, False, True]


def change(runtime: Runtime, **values: object) -> None:
    """As an administrator may while the server runs."""
    with runtime.db.begin() as tx:
        write_settings(tx, values, now=NOON)
    runtime.settings.forget()
