"""Webhooks to a receiver that fails half the time, with the sender killed in the middle,
against a loop that posts as much and keeps nothing.

Every delivery is to arrive at least once, and of each video in order. One run of each, in turn.
"""

import argparse
import asyncio
import os
import re
import signal
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import KW_ONLY, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import httpx2
import psutil

from bench.harness import cpu_s
from vitascope.base.ids import EndpointId
from vitascope.core.access.model import Actor, Permission
from vitascope.core.accounts.model import User
from vitascope.core.schema import metadata
from vitascope.core.users.add import Newcomer, add_user
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Endpoint, Happening
from vitascope.core.webhooks.places import AT_ONCE_USER
from vitascope.core.webhooks.record import record
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.notify.webhooks import Courier

ENDPOINTS, VIDEOS, TOLD_OF_EACH = 4, 250, 10
PASSWORD_HASH = "nobody logs in"  # noqa: S105 -- not even a hash
# As many as the courier has under way: they are all of one user.
AT_ONCE = AT_ONCE_USER
_LOOK_S = 0.005
HERE = Guard(["127.0.0.0/8"])
SECRET = b"of the benchmark"
DETAILS = {"title": "A film", "filename": "a.mp4", "size_bytes": 7, "embed_token": "e" * 32}
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
_NAME = re.compile(rb"\r\nx-avcaption-delivery: ([0-9a-f-]{36})\r\n", re.IGNORECASE)
_ANSWERS = {
    status: f"HTTP/1.1 {status} Word\r\nContent-Length: 0\r\n\r\n".encode()
    for status in (200, 500)
}


@dataclass
class Told:
    """What the receiver was told: ``taken`` is what it took, in order, and ``arrived`` the same
    once.
    """

    requests: int = 0
    seen: set[str] = field(default_factory=set)
    taken: list[str] = field(default_factory=list)
    arrived: set[str] = field(default_factory=set)

    def status(self, name: str) -> int:
        """The first time that it hears of something it fails."""
        self.requests += 1
        if name not in self.seen:
            self.seen.add(name)
            return 500
        self.taken.append(name)
        self.arrived.add(name)
        return 200


@dataclass(frozen=True)
class Watched:
    """A sender that ``ends_by`` a signal once ``until`` have arrived."""

    words: tuple[str, ...]
    told: Told
    _: KW_ONLY
    until: int
    ends_by: signal.Signals


@dataclass
class Cost:
    wall_s: float = 0.0
    cpu_s: float = 0.0


class Receiver(asyncio.Protocol):
    """As little of a server as answers."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n") + 4) > 3:
            length, name = _LENGTH.search(self._read), _NAME.search(self._read)
            assert length is not None
            assert name is not None
            end += int(length[1])
            if len(self._read) < end:
                return
            self._read = self._read[end:]
            self._transport.write(_ANSWERS[self._told.status(name[1].decode())])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("role", nargs="?", choices=("courier", "plain"))
    parser.add_argument("about", nargs="?", help="the database, or the address")
    parser.add_argument("--videos", type=int, default=VIDEOS, help="each is told of 40 times")
    words = parser.parse_args()
    if words.role == "courier":
        send(words.about)
    elif words.role == "plain":
        asyncio.run(post_all(words.about, words.videos * ENDPOINTS * TOLD_OF_EACH))
    else:
        asyncio.run(measure(words.videos))


async def measure(videos: int) -> None:
    count = videos * ENDPOINTS * TOLD_OF_EACH
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.db")
        async with receiving() as (told, url):
            db, user, endpoints = draw(path, url, videos)
            ours = Cost()
            first = Watched(("courier", path), told, until=count // 2, ends_by=signal.SIGKILL)
            await watch(first, ours)
            killed_at = len(told.arrived)
            await watch(replace(first, until=count, ends_by=signal.SIGTERM), ours)
            twice = check(db, user, endpoints, told)
            db.close()
        async with receiving() as (told, url):
            plain, words = Cost(), ("plain", url, "--videos", str(videos))
            await watch(Watched(words, told, until=count, ends_by=signal.SIGTERM), plain)
    print(f"{count} deliveries of {videos} videos to {ENDPOINTS} endpoints, each fails once")
    print(f"killed after {killed_at}: none lost, all in order, {twice} arrived twice")
    for name, cost in (("ours", ours), ("plain", plain)):
        print(f"{name:8}{count / cost.wall_s:8.0f} a second   CPU {cost.cpu_s:6.1f} s")
    print(
        f"ratio {ours.cpu_s / plain.cpu_s:.2f} x CPU, {ours.wall_s / plain.wall_s:.2f} x time"
    )


@asynccontextmanager
async def receiving() -> AsyncIterator[tuple[Told, str]]:
    told = Told()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Receiver(told), "127.0.0.1", 0, backlog=512)
    async with server:
        yield told, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def watch(watched: Watched, cost: Cost) -> None:
    """Run a sender in a process of its own until so much has arrived. What it costs counts
    from its first request.
    """
    told = watched.told
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.webhooks", *watched.words
    )
    process, before = psutil.Process(child.pid), told.requests
    await until(lambda: told.requests > before, child)
    began_s, began_cpu_s = time.monotonic(), cpu_s(process)
    await until(lambda: len(told.arrived) >= watched.until, child)
    cost.wall_s += time.monotonic() - began_s
    cost.cpu_s += cpu_s(process) - began_cpu_s
    child.send_signal(watched.ends_by)
    await child.wait()


async def until(is_so: Callable[[], bool], child: asyncio.subprocess.Process) -> None:
    """Raises SystemExit when the child ends before."""
    while not is_so():
        if child.returncode is not None:
            raise SystemExit(f"the sender ended with code {child.returncode}")
        await asyncio.sleep(_LOOK_S)


def draw(path: str, url: str, videos: int) -> tuple[Database, User, list[Endpoint]]:
    """Everything that is to be told waits."""
    db, now = Database(f"sqlite:///{path}", secret=SECRET), datetime.now(UTC)
    policy = AddressPolicy(guard=HERE, allows_http=True)
    with db.begin() as tx:
        metadata.create_all(tx)
        newcomer = Newcomer(
            username="ada", email="ada@example.org", password_hash=PASSWORD_HASH
        )
        user = add_user(tx, newcomer, now=now)
        endpoints = [
            add_endpoint(
                tx,
                actor_of(user),
                NewEndpoint(api=Api.AVCAPTION, url=url, happenings=["video.uploaded"]),
                policy=policy,
                now=now,
            )[0]
            for _ in range(ENDPOINTS)
        ]
        lanes = [uuid4() for _ in range(videos)]
        for lane in lanes * TOLD_OF_EACH:
            record(tx, user.account.id, Happening.VIDEO_UPLOADED, lane, DETAILS, now=now)
    return db, user, endpoints


def actor_of(user: User) -> Actor:
    return Actor(user_id=user.id, account_id=user.account.id, permissions=frozenset(Permission))


def check(db: Database, user: User, endpoints: list[Endpoint], told: Told) -> int:
    """Everything arrived, in order; returns how much arrived twice."""
    expected: dict[tuple[EndpointId, UUID], list[str]] = defaultdict(list)
    lanes: dict[str, tuple[EndpointId, UUID]] = {}
    for delivery in kept(db, user, endpoints):
        lane = delivery.endpoint_id, delivery.lane
        expected[lane].append(str(delivery.uuid))
        lanes[str(delivery.uuid)] = lane
    found: dict[tuple[EndpointId, UUID], list[str]] = defaultdict(list)
    for name in dict.fromkeys(told.taken):
        found[lanes[name]].append(name)
    assert found == expected
    return len(told.taken) - len(told.arrived)


def kept(db: Database, user: User, endpoints: list[Endpoint]) -> Iterator[Delivery]:
    """Oldest first."""
    with db.read() as tx:
        for endpoint in endpoints:
            page = list_own_deliveries(
                tx, actor_of(user), endpoint.uuid, start=0, count=1_000_000
            )
            assert {each.state for each in page.items} == {DeliveryState.DELIVERED}
            yield from reversed(page.items)


def send(path: str) -> None:
    """The courier, as a server runs it, but for the pauses before it tries again."""
    db = Database(f"sqlite:///{path}", secret=SECRET)
    courier = Courier(db, HERE, lambda: datetime.now(UTC), retry_after_s=(0.0,) * 5)
    with stopping() as stopped:
        courier.start()
        stopped.wait()
    courier.stop()
    db.close()


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """An event that SIGTERM sets."""
    stopped = threading.Event()
    before = signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    yield stopped
    signal.signal(signal.SIGTERM, before)


async def post_all(url: str, count: int) -> None:
    """Post as many bodies, each until it is taken, and forget them."""
    body = os.urandom(150).hex().encode()
    left = iter(range(count))

    async def post(client: httpx2.AsyncClient) -> None:
        for _ in left:
            headers = {"X-AVCaption-Delivery": str(uuid4()), "Content-Type": "application/json"}
            while not (await client.post(url, headers=headers, content=body)).is_success:
                pass

    async with httpx2.AsyncClient(trust_env=False) as client:
        await asyncio.gather(*(post(client) for _ in range(AT_ONCE)))


if __name__ == "__main__":
    main()
