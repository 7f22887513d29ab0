"""CPU of a list of 15 of 10,000 videos over HTTP, against raw SQL and encoding alone.

    python -m bench.lists

Prints two ratios, measured in one run and in turns: a list that was never asked for before
(bar: 2) and one that is asked for again by anonymous callers (bar: 0.2).
"""

import argparse
import http.client
import random
import secrets
import sqlite3
import sys
import tempfile
import time
import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import psutil
import uvicorn
from tests.conftest import SECRET
from tests.dialects.runtimes import PUBLIC_URL, make_runtime

from bench.harness import cpu_s, free_port, running
from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import Role
from vitascope.core.assets.model import AssetState
from vitascope.core.assets.tables import assets
from vitascope.core.channels.queries import default_channel
from vitascope.core.schema import metadata
from vitascope.core.users.add import register_user
from vitascope.core.videos.model import CommentsPolicy, Privacy, State
from vitascope.core.videos.tables import videos
from vitascope.db import Database
from vitascope.dialects.peertube import build
from vitascope.dialects.peertube.ids import sealed_name
from vitascope.dialects.peertube.labels import (
    CATEGORIES,
    LANGUAGE_LABELS,
    LICENCES,
    PRIVACIES,
)
from vitascope.dialects.peertube.wire import SummaryOut, VideoOut

VIDEOS, COUNT = 10_000, 15
ROUNDS, REQUESTS, CLIENTS = 6, 320, 8
HOST = "video.example"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

PAGE_SQL = """
SELECT v.id, v.uuid, v.title, v.category, v.licence, v.language, v.is_nsfw, v.description,
       v.views, v.likes, v.dislikes, v.created_at, v.updated_at, v.published_at,
       a.duration_ms, a.width, a.height,
       o.id, o.name, o.display_name, c.id, c.name, c.display_name
FROM videos v
JOIN channels c ON c.id = v.channel_id
JOIN accounts o ON o.id = c.account_id
LEFT JOIN assets a ON a.id = v.asset_id
WHERE v.published_at IS NOT NULL AND v.is_nsfw = 0 AND v.privacy = 'public'
ORDER BY v.published_at DESC, v.id DESC LIMIT ? OFFSET ?
"""
COUNT_SQL = """
SELECT count(*) FROM videos
WHERE published_at IS NOT NULL AND is_nsfw = 0 AND privacy = 'public'
"""
ENCODER = msgspec.json.Encoder()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    arguments.add_argument("--port", type=int, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.serve is not None:
        serve(given.serve, given.port)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        draw(path)
        port = free_port()
        command = [sys.executable, "-m", "bench.lists", "--serve", str(path)]
        with running([*command, "--port", str(port)], port) as server:
            measure(path, server, port)


def draw(path: Path) -> None:
    """Fill a database with videos of three channels."""
    database = Database(f"sqlite:///{path}")
    chance = random.Random(1)
    with database.begin() as tx:
        metadata.create_all(tx)
        channels = []
        for name in ("ada", "grace", "linus"):
            user = register_user(
                tx,
                username=name,
                email=f"{name}@example.org",
                password=secrets.token_hex(),
                role=Role.USER,
                now=NOW,
            )
            channels.append(default_channel(tx, user.account.id).id)
        numbers = range(1, VIDEOS + 1)
        tx.execute(assets.insert(), [_asset(number, chance) for number in numbers])
        tx.execute(
            videos.insert(), [_video(n, chance.choice(channels), chance) for n in numbers]
        )
    with database.begin() as tx:
        tx.exec_driver_sql("ANALYZE")
    database.close()


def _asset(number: int, chance: random.Random) -> dict[str, object]:
    return {
        "id": number,
        "uuid": uuid.UUID(int=chance.getrandbits(128), version=4),
        "sha256": f"{number:064x}",
        "size_bytes": 10_000_000,
        "content_type": "video/mp4",
        "state": AssetState.READY,
        "is_watchable": True,
        "duration_ms": chance.randrange(5_000, 5_000_000),
        "width": 1920,
        "height": 1080,
        "has_poster": True,
        "probe": "{}",
        "chapters": [],
        "created_at": NOW,
        "updated_at": NOW,
    }


def _video(number: int, channel_id: int, chance: random.Random) -> dict[str, object]:
    shown = NOW - timedelta(seconds=chance.randrange(10**7))
    title = f"Film {number} of a long afternoon"
    return {
        "id": number,
        "uuid": uuid.UUID(int=chance.getrandbits(128), version=4),
        "channel_id": channel_id,
        "asset_id": number,
        "title": title,
        "folded_title": title.casefold(),
        "description": "Words that say what happens in it. " * chance.randrange(1, 30),
        "privacy": Privacy.PUBLIC if number % 10 else Privacy.PRIVATE,
        "state": State.READY,
        "category": chance.randrange(1, 19),
        "licence": chance.randrange(1, 8),
        "language": chance.choice(["en", "fr", "de"]),
        "is_nsfw": number % 20 == 1,
        "waits_for_ready": False,
        "downloads_allowed": True,
        "comments_policy": CommentsPolicy.ENABLED,
        "views": chance.randrange(10_000),
        "likes": 3,
        "dislikes": 1,
        "published_at": shown,
        "created_at": shown,
        "updated_at": shown,
    }


def serve(path: Path, port: int) -> None:
    database = Database(f"sqlite:///{path}")
    app = build(make_runtime(database, path.parent))
    uvicorn.run(app, port=port, log_level="error", access_log=False, lifespan="off")


def measure(path: Path, server: psutil.Process, port: int) -> None:
    connections = [http.client.HTTPConnection("127.0.0.1", port) for _ in range(CLIENTS)]
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA cache_size = -20000")
    if ask(connections[0], 0) != raw_list(raw, 0):
        raise SystemExit("the two answers differ")
    starts = list(range(ROUNDS * REQUESTS))
    distinct = repeated = alone = 0.0
    for part in range(ROUNDS):
        mine = starts[part * REQUESTS : (part + 1) * REQUESTS]
        alone += raw_cpu_s(raw, mine)
        distinct += server_cpu_s(server, connections, mine)
        repeated += server_cpu_s(server, connections, [0] * REQUESTS)
    report(alone, distinct, repeated)


def report(alone_s: float, distinct_s: float, repeated_s: float) -> None:
    each_us = 1e6 / (ROUNDS * REQUESTS)
    print(f"raw SQL and encoding {alone_s * each_us:6.0f} us")
    for title, cost_s, bar in (("list", distinct_s, 2.0), ("same again", repeated_s, 0.2)):
        ratio = cost_s / alone_s
        print(f"{title}: {cost_s * each_us:.0f} us, {ratio:.2f} x the raw one (bar: {bar} x)")


def server_cpu_s(
    server: psutil.Process,
    connections: Sequence[http.client.HTTPConnection],
    starts: Sequence[int],
) -> float:
    """CPU seconds for lists from each of ``starts``, asked for by several clients at once: a
    server that waits for every request spends most of its time waking up.
    """

    def ask_all(client: int) -> None:
        for start in starts[client :: len(connections)]:
            ask(connections[client], start)

    before_s = cpu_s(server)
    with ThreadPoolExecutor(len(connections)) as clients:
        list(clients.map(ask_all, range(len(connections))))
    return cpu_s(server) - before_s


def raw_cpu_s(connection: sqlite3.Connection, starts: Sequence[int]) -> float:
    before = time.process_time()
    for start in starts:
        raw_list(connection, start)
    return time.process_time() - before


def ask(connection: http.client.HTTPConnection, start: int) -> bytes:
    connection.request("GET", f"/api/v1/videos?start={start}&count={COUNT}")
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(body.decode())
    return body


def raw_list(connection: sqlite3.Connection, start: int) -> bytes:
    """The same answer with nothing in between."""
    rows = connection.execute(PAGE_SQL, (COUNT, start)).fetchall()
    (total,) = connection.execute(COUNT_SQL).fetchone()
    return ENCODER.encode({"total": total, "data": [_raw_video(row) for row in rows]})


def _raw_video(row: tuple[Any, ...]) -> VideoOut:
    (
        number,
        uuid_hex,
        title,
        category,
        licence,
        language,
        nsfw,
        description,
        views,
        likes,
        dislikes,
        created,
        updated,
        published,
        duration_ms,
        width,
        height,
        *parties,
    ) = row
    key = uuid.UUID(uuid_hex)
    shown = description if len(description) <= 250 else description[:247] + "..."
    picture = sealed_name(SECRET, key, ".jpg")
    account_id, account, account_title, channel_id, channel, channel_title = parties
    return VideoOut(
        id=number,
        uuid=key,
        short_uuid=short_uuid(key),
        url=f"{PUBLIC_URL}/videos/watch/{key}",
        name=title,
        category=CATEGORIES[category],
        licence=LICENCES[licence],
        language=LANGUAGE_LABELS[language],
        privacy=PRIVACIES[Privacy.PUBLIC],
        nsfw=bool(nsfw),
        truncated_description=shown,
        description=shown,
        duration=(duration_ms + 500) // 1000,
        aspect_ratio=round(width / height, 4),
        views=views,
        likes=likes,
        dislikes=dislikes,
        thumbnail_path=f"/lazy-static/thumbnails/{picture}",
        preview_path=f"/lazy-static/previews/{picture}",
        embed_path=f"/videos/embed/{key}",
        created_at=_moment(created),
        updated_at=_moment(updated),
        published_at=_moment(published),
        originally_published_at=None,
        is_live=False,
        account=SummaryOut(
            account_id, account, account_title, f"{PUBLIC_URL}/accounts/{account}", HOST
        ),
        channel=SummaryOut(
            channel_id, channel, channel_title, f"{PUBLIC_URL}/video-channels/{channel}", HOST
        ),
    )


def _moment(microseconds: int) -> str:
    moment = EPOCH + timedelta(microseconds=microseconds)
    return moment.isoformat(timespec="milliseconds")[:-6] + "Z"


if __name__ == "__main__":
    main()
