"""Acceptance item 10: with the player captcha on, viewers are sent to it and get a pass."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.dialects.built import built
from tests.dialects.runtimes import make_runtime
from tests.dialects.videocms.captchas import CHALLENGE, VERIFY, answer_to
from tests.dialects.videocms.conftest import calling
from tests.factories import NOON, make_rendition, make_video
from tests.settings import changed

from vitascope.core.accounts.model import Preferences, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime

HOME, ELSEWHERE = "192.0.2.7", "192.0.2.8"
PASS = "captcha_bypass"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(
        db,
        tmp_path,
        captcha_enabled=True,
        captcha_at_player=True,
        public_url="http://server",
    )


@pytest.fixture
def film(db: Database, bob: User) -> VideoEntry:
    with db.begin() as tx:
        entry = make_video(tx, bob)
        assert entry.media is not None
        make_rendition(tx, entry.media.id)
        mark_ready(tx, entry.media.id, now=NOON)
        return entry


def caller(runtime: Runtime, address: str = HOME) -> httpx.AsyncClient:
    return calling(built(build, runtime), address)


async def solve(viewer: httpx.AsyncClient, film: VideoEntry) -> httpx.Response:
    answer = await answer_to(viewer)
    given = {"uuid": str(film.video.uuid), "captcha-response": answer}
    return await viewer.post(VERIFY, data=given)


def refusal(film: VideoEntry) -> dict[str, Any]:
    """What the status of a video says to those who have a captcha to solve."""
    return {
        "uuid": str(film.video.uuid),
        "ready": False,
        "state": "captcha_required",
        "message": "Captcha verification is required before checking this video.",
        "playback_progress": 0,
        "active_task_progress": 0,
        "ready_quality_count": 0,
        "total_quality_count": 0,
        "tasks": [],
    }


async def test_viewers_solve_a_captcha_and_then_they_watch(
    runtime: Runtime, film: VideoEntry
) -> None:
    page = f"/v/{film.video.uuid}"

    async with caller(runtime) as viewer:
        sent_away = await viewer.get(page)
        status_before = await viewer.get(f"{page}/status")
        solved = await solve(viewer, film)
        admitted = await viewer.get(page)
        status = await viewer.get(f"{page}/status")

    assert (sent_away.status_code, sent_away.headers["location"]) == (
        303,
        f"{CHALLENGE}?uuid={film.video.uuid}",
    )
    assert "vc_media" not in sent_away.headers.get("set-cookie", "")
    assert (status_before.status_code, status_before.json()) == (403, refusal(film))
    assert (solved.status_code, solved.headers["location"]) == (303, page)
    assert PASS in viewer.cookies
    assert admitted.status_code == 200
    assert (status.status_code, status.json()["state"]) == (200, "ready")


async def test_an_answer_opens_once(runtime: Runtime, film: VideoEntry) -> None:
    async with caller(runtime) as viewer, caller(runtime, ELSEWHERE) as other:
        answer = await answer_to(viewer)
        given = {"uuid": str(film.video.uuid), "captcha-response": answer}
        first = await viewer.post(VERIFY, data=given)
        second = await other.post(VERIFY, data=given)

    assert (first.status_code, second.status_code) == (303, 400)
    assert list(other.cookies) == []


async def test_a_pass_is_good_at_the_address_it_was_given_to_only(
    runtime: Runtime, film: VideoEntry
) -> None:
    async with caller(runtime) as viewer, caller(runtime, ELSEWHERE) as other:
        await solve(viewer, film)
        other.cookies.set(PASS, viewer.cookies[PASS])
        answer = await other.get(f"/v/{film.video.uuid}")

    assert answer.headers["location"] == f"{CHALLENGE}?uuid={film.video.uuid}"


@pytest.mark.parametrize(("after", "status"), [(19, 200), (20, 403)])
async def test_a_pass_is_good_for_twenty_minutes(
    runtime: Runtime, film: VideoEntry, after: int, status: int
) -> None:
    def later() -> datetime:
        return NOON + timedelta(minutes=after)

    async with caller(runtime) as viewer:
        await solve(viewer, film)
        kept = viewer.cookies[PASS]
    async with caller(changed(runtime, now=later)) as viewer:
        viewer.cookies.set(PASS, kept)
        answer = await viewer.get(f"/v/{film.video.uuid}/status")

    assert answer.status_code == status


async def test_an_owner_asks_for_it_where_the_server_does_not(
    db: Database, runtime: Runtime, film: VideoEntry, bob: User
) -> None:
    lenient = changed(runtime, captcha_at_player=False)
    page = f"/v/{film.video.uuid}"

    async with caller(lenient) as viewer:
        before = await viewer.get(page)
        with db.begin() as tx:
            update_user(tx, bob.id, NOON, preferences=Preferences(player_captcha=True))
        after = await viewer.get(page)

    assert (before.status_code, after.status_code) == (200, 303)


async def test_nobody_is_asked_where_captchas_are_off(
    runtime: Runtime, film: VideoEntry
) -> None:
    async with caller(changed(runtime, captcha_enabled=False)) as viewer:
        answer = await viewer.get(f"/v/{film.video.uuid}")

    assert answer.status_code == 200
