"""Start to the first answer, and what the idle program costs, against a bare web server.

    python -m bench.start

The answer asked for is a list of videos, so it has been through the database. The yardstick
is one route on the same framework and the same server: what is left is ours. Starts alternate,
so a busy machine disturbs both alike. Takes two minutes.
"""

import argparse
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from litestar import Litestar, get

from bench.harness import (
    PASSWORD,
    cpu_s,
    free_port,
    running,
    serve_command,
    spread,
    tree,
)

ROUNDS = 5
IDLE_S = 20.0
BAR_S, BAR_MB = 2.0, 200.0
QUESTION = "/api/v1/videos"
ENVIRON = {"VITASCOPE_ADMIN_PASSWORD": PASSWORD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    wall_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """``cpu_s`` while nobody asks for anything, for :data:`IDLE_S`."""

    pss_mb: float
    rss_mb: float
    processes: int
    cpu_s: float


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--bare", type=int, help=argparse.SUPPRESS)
    port = arguments.parse_args().bare
    if port is not None:
        serve_bare(port)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare_starts(Path(folder))
        compare_idle(Path(folder))


def compare_starts(folder: Path) -> None:
    # Not measured: the very first start also waits for the disk.
    start_bare()
    start_ours(folder / "first")
    fresh, again, bare = [], [], []
    for number in range(ROUNDS):
        bare.append(start_bare())
        fresh.append(start_ours(folder / f"{number}"))
        again.append(start_ours(folder / f"{number}"))
    for title, starts in (("fresh folder", fresh), ("known folder", again), ("bare", bare)):
        show_starts(title, starts)
    for title, starts in (("fresh folder", fresh), ("known folder", again)):
        wall_s = statistics.median(one.wall_s for one in starts)
        ratio = median_cpu_s(starts) / median_cpu_s(bare)
        print(f"{title}: {wall_s:.2f} s (bar: {BAR_S:.0f} s), {ratio:.1f} x the bare CPU")


def median_cpu_s(starts: list[Start]) -> float:
    return statistics.median(one.cpu_s for one in starts)


def show_starts(title: str, starts: list[Start]) -> None:
    wall = spread([one.wall_s for one in starts], "s wall")
    cpu = spread([one.cpu_s for one in starts], "CPU-s")
    print(f"{title:13} {wall}   {cpu}")


def start_ours(data: Path) -> Start:
    port = free_port()
    return measure_start(serve_command(data, port), port)


def start_bare() -> Start:
    port = free_port()
    return measure_start(bare_command(port), port)


def measure_start(command: list[str], port: int) -> Start:
    began = time.monotonic()
    with running(command, port, path=QUESTION, environ=ENVIRON) as server:
        wall_s = time.monotonic() - began
        return Start(wall_s=wall_s, cpu_s=sum(cpu_s(one) for one in tree(server)))


def compare_idle(folder: Path) -> None:
    port = free_port()
    bare = measure_idle(bare_command(port), port)
    port = free_port()
    ours = measure_idle(serve_command(folder / "idle", port), port)
    for title, idle in (("idle", ours), ("bare", bare)):
        memory = f"PSS {idle.pss_mb:.0f} MB, RSS {idle.rss_mb:.0f} MB"
        busy = 100 * idle.cpu_s / IDLE_S
        print(f"{title:13} {memory}, processes: {idle.processes}, {busy:.2f} % of a core")
    ratio = ours.pss_mb / bare.pss_mb
    print(f"memory: {ours.pss_mb:.0f} MB (bar: {BAR_MB:.0f} MB), {ratio:.1f} x bare")


def measure_idle(command: list[str], port: int) -> Idle:
    with running(command, port, path=QUESTION, environ=ENVIRON) as server:
        time.sleep(IDLE_S)
        before_s = cpu_s(server)
        time.sleep(IDLE_S)
        # In the end, since what belongs to a start (threads, caches) may come late.
        processes = tree(server)
        memory = [one.memory_full_info() for one in processes]
        return Idle(
            pss_mb=sum(one.pss for one in memory) / 1e6,
            rss_mb=sum(one.rss for one in memory) / 1e6,
            processes=len(processes),
            cpu_s=cpu_s(server) - before_s,
        )


def bare_command(port: int) -> list[str]:
    return [sys.executable, "-m", "bench.start", "--bare", str(port)]


def serve_bare(port: int) -> None:
    @get(QUESTION, sync_to_thread=False)
    def nothing() -> dict[str, int]:
        return {"total": 0}

    uvicorn.run(Litestar([nothing]), port=port, log_level="error", access_log=False)


if __name__ == "__main__":
    main()
