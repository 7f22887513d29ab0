import asyncio
from email import message_from_bytes
from typing import Any

import httpx
import pytest
from tests.dialects.built import built
from tests.dialects.videocms.conftest import allow, calling
from tests.dialects.videocms.films import put_film
from tests.factories import NOON, actor_of
from tests.fetch.loopback import HERE, Asked, LoopbackServer, always, serve, whole
from tests.settings import changed

from vitascope.base.ids import UserId
from vitascope.core.accounts.model import User
from vitascope.core.heartbeats.keep import add_heartbeat
from vitascope.core.heartbeats.model import Heartbeat, NewHeartbeat
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.dialects.videocms.input import Given
from vitascope.dialects.videocms.relaying import Lines, Pace, Relay, multipart
from vitascope.fetch.guard import Guard
from vitascope.http.runtime import Runtime

HOME, ELSEWHERE = "192.0.2.7", "192.0.2.8"


@pytest.fixture
def film(runtime: Runtime, bob: User) -> VideoEntry:
    return put_film(runtime, bob)


def relaying(runtime: Runtime, **changes: Any) -> Any:
    given = {"relays_heartbeats": True, "guard": HERE}
    return built(build, changed(runtime, **{**given, **changes}))


def keep(db: Database, owner: User, url: str, per_minute: int = 60) -> Heartbeat:
    new = NewHeartbeat(
        name="Who watches", url=url, per_minute=per_minute, query_name="user", field_name="uid"
    )
    with db.begin() as tx:
        return add_heartbeat(tx, actor_of(owner), new, now=NOON)


async def beat(caller: httpx.AsyncClient, film: VideoEntry, number: int, **more: str) -> int:
    said = {"id": str(number), "position": "12.5", "value": "42", **more}
    answer = await caller.post(
        f"/v/{film.video.uuid}/heartbeat",
        files={name: (None, word) for name, word in said.items()},
    )
    return answer.status_code


def fields(server: LoopbackServer) -> list[dict[str, str]]:
    return [
        read_form(asked.headers["content-type"], asked.body)
        for asked in server.asked
        if asked.method == "POST"
    ]


def read_form(content_type: str, body: bytes) -> dict[str, str]:
    form = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    return {
        str(part.get_param("name", header="content-disposition")): str(part.get_payload())
        for part in form.walk()
        if not part.is_multipart()
    }


async def test_what_a_player_says_is_sent_on_as_the_owner_wants_it(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry
) -> None:
    async with (
        serve(always(whole(b"thanks"))) as server,
        calling(relaying(runtime), HOME) as caller,
    ):
        kept = keep(db, bob, server.url("/take"))

        status = await beat(caller, film, kept.id)

    uuid = str(film.video.uuid)
    assert status == 204
    assert fields(server) == [{"uuid": uuid, "position": "12.5", "uid": "42"}]
    assert [asked.target for asked in server.asked] == ["/take"]


async def test_a_viewer_is_relayed_no_oftener_than_the_owner_has_said(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry
) -> None:
    app = relaying(runtime)
    async with serve(always(whole(b""))) as server, calling(app, HOME) as caller:
        kept = keep(db, bob, server.url(), per_minute=1)
        statuses = [await beat(caller, film, kept.id) for _ in range(3)]
        async with calling(app, ELSEWHERE) as other:
            statuses.append(await beat(other, film, kept.id))

    assert (statuses, len(server.asked)) == ([204] * 4, 2)


@pytest.mark.parametrize(
    "why", ["switched off", "another's", "unknown", "not allowed", "hidden"]
)
async def test_nothing_is_relayed_that_no_page_has_offered(
    runtime: Runtime, db: Database, ada: User, bob: User, why: str
) -> None:
    privacy = Privacy.PRIVATE if why == "hidden" else Privacy.UNLISTED
    film = put_film(runtime, bob, privacy=privacy)
    app = relaying(runtime, relays_heartbeats=why != "switched off")
    async with serve(always(whole(b""))) as server, calling(app, HOME) as caller:
        kept = keep(db, ada if why == "another's" else bob, server.url())
        if why == "not allowed":
            allow(db, bob, webhooks_enabled=False)

        status = await beat(caller, film, kept.id + (why == "unknown"))

    assert status in {403, 404}
    assert server.asked == []


@pytest.mark.parametrize("where", ["inside", "nowhere"])
async def test_an_address_that_does_not_answer_is_nobodys_business(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry, where: str
) -> None:
    guard = Guard() if where == "inside" else HERE
    async with serve(always(whole(b""))) as server:
        kept = keep(db, bob, server.url())
        if where == "inside":
            async with calling(relaying(runtime, guard=guard), HOME) as caller:
                status = await beat(caller, film, kept.id)
    if where == "nowhere":
        async with calling(relaying(runtime, guard=guard), HOME) as caller:
            status = await beat(caller, film, kept.id)

    assert (status, server.asked) == (204, [])


async def test_values_of_another_kind_are_refused(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry
) -> None:
    kept = keep(db, bob, "http://127.0.0.1:9/")
    async with calling(relaying(runtime), HOME) as caller:
        statuses = [
            await beat(caller, film, kept.id, position="soon"),
            await beat(caller, film, kept.id, value="x" * 501),
        ]

    assert statuses == [400, 400]


def test_a_pace_forgets_nobody_too_early() -> None:
    now = [100.0]
    pace = Pace(clock=lambda: now[0])

    said = []
    for moment in (100.0, 101.0, 109.9, 110.0, 119.0):
        now[0] = moment
        said.append(pace.allows("viewer", 10.0))

    assert said == [True, False, False, True, False]
    assert pace.allows("another", 10.0) is True


def test_lines_are_for_everybody_and_nobody_has_all_of_them() -> None:
    lines, ada, bob = Lines(3, 2), UserId(1), UserId(2)

    with lines.take(ada) as first, lines.take(ada) as second:
        with lines.take(ada) as third, lines.take(bob) as other, lines.take(bob) as more:
            said = [first, second, third, other, more]
        with lines.take(ada) as still:
            pass
    with lines.take(ada) as again:
        pass

    assert said == [True, True, False, True, False]
    assert (still, again) == (False, True)


async def test_a_beat_is_dropped_while_the_owners_address_keeps_all_lines_busy(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry
) -> None:
    allow(db, bob, webhooks_enabled=True, max_webhooks=9)
    ends = asyncio.Event()

    async def hang(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        await ends.wait()
        writer.write(whole(b""))

    async with serve(hang) as server, calling(relaying(runtime), HOME) as caller:
        kept = [keep(db, bob, server.url()) for _ in range(9)]
        waiting = [asyncio.create_task(beat(caller, film, each.id)) for each in kept[:8]]
        while len(server.asked) < 8:
            await asyncio.sleep(0.01)

        dropped = await beat(caller, film, kept[8].id)

        ends.set()
        statuses = [dropped, *await asyncio.gather(*waiting)]
    assert (statuses, len(server.asked)) == ([204] * 9, 8)


async def test_an_answer_that_never_ends_is_not_waited_for(
    runtime: Runtime, db: Database, bob: User, film: VideoEntry
) -> None:
    async def drip(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"x: y\r\n")
            await writer.drain()
            await asyncio.sleep(0.01)

    relay = Relay(changed(runtime, relays_heartbeats=True, guard=HERE), timeout_s=0.2)
    async with serve(drip) as server:
        kept = keep(db, bob, server.url())

        await relay.send(film, Given({"id": kept.id}), HOME)

    assert len(server.asked) == 1


def test_a_form_carries_any_text() -> None:
    content_type, body = multipart({"uid": 'ä"\r\n--x', "position": "1"})

    assert content_type.startswith("multipart/form-data; boundary=")
    assert body.count(content_type.partition("=")[2].encode()) == 3
    assert 'name="uid"\r\n\r\nä"\r\n--x\r\n'.encode() in body
