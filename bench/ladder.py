"""The whole ladder of a 30 s 1080p30 clip, in processor seconds, against x264 alone.

    python -m bench.ladder

Two sources: one that is packaged by copying and one that is not. Each is measured three ways:
as the product makes it (probe, first pass, rest), with one ffmpeg for each rung, and x264 alone
on raw frames of the size of each encoded rung. Takes about six minutes on two cores and 3 GB
below build/bench, where the drawn clips stay for the next run.
"""

import asyncio
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.harness import FOLDER
from vitascope.media.encoders import DEFAULT_ENCODER, Aim
from vitascope.media.ffmpeg import Limits, Tools
from vitascope.media.packager import run_pass
from vitascope.media.plan import Pass, Plan, VideoOutput, plan
from vitascope.media.playlist import read_media_playlist
from vitascope.media.probe import Probe, probe

SECONDS = 30
KEYFRAMES = ("-force_key_frames", "expr:gte(t,n_forced*2)")
LIMITS = Limits(nice=0)
COPYABLE, LONG_GROUPS = "60", "300"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    cpu_s: float
    wall_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ours:
    first: Cost
    whole: Cost
    first_segment_s: float


class Meter:
    """Processor time of the children that ended, and wall time, since it was made."""

    def __init__(self) -> None:
        self._cpu_s, self._started = _children_cpu_s(), time.monotonic()

    def read(self) -> Cost:
        return Cost(
            cpu_s=_children_cpu_s() - self._cpu_s, wall_s=time.monotonic() - self._started
        )


def _children_cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def ffmpeg(tools: Tools, *words: str) -> None:
    subprocess.run([tools.ffmpeg, "-nostdin", "-v", "error", "-y", *words], check=True)


def draw(tools: Tools, group: str) -> Path:
    """A zoom into a fractal with a wandering test card and film grain, and a sound."""
    clip = FOLDER / f"motion-{group}.mp4"
    if clip.exists():
        return clip
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture = (
        "[0]scale=1920:1080[big];[big][1]overlay=x='(W-w)*(0.5+0.5*sin(t))'"
        ":y='(H-h)*(0.5+0.5*cos(t*0.7))',noise=alls=7:allf=t:all_seed=1,format=yuv420p[v]"
    )
    fractal = f"mandelbrot=size=960x540:rate=30:end_scale=0.02:end_pts={SECONDS * 30}"
    ffmpeg(
        tools,
        *("-f", "lavfi", "-i", fractal, "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30"),
        *("-f", "lavfi", "-i", "anoisesrc=r=48000:a=0.1:c=pink:seed=1"),
        *("-filter_complex", picture, "-map", "[v]", "-map", "2:a", "-t", str(SECONDS)),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-maxrate", "8M"),
        *("-bufsize", "16M", "-g", group, "-sc_threshold", "0"),
        *("-c:a", "aac", "-ac", "2", "-b:a", "128k", str(clip)),
    )
    return clip


def options(output: VideoOutput) -> list[str]:
    """The product's own settings, with the threads x264 takes by itself."""
    aim = Aim(max_bps=output.max_bps, fps=output.fps, threads=0)
    return [*DEFAULT_ENCODER.options(aim), *KEYFRAMES]


def resized(output: VideoOutput) -> str:
    return f"zscale={output.width}:{output.height}:f=bicubic"


def x264_alone(tools: Tools, clip: Path, outputs: Sequence[VideoOutput]) -> float:
    """The yardstick: encode raw frames from the disk, one rung after the other."""
    raw, total_s = FOLDER / "frames.yuv", 0.0
    for output in outputs:
        ffmpeg(
            tools, "-i", str(clip), "-an", "-vf", resized(output), "-f", "rawvideo", str(raw)
        )
        shape = f"{output.width}x{output.height}"
        meter = Meter()
        ffmpeg(
            tools,
            *("-f", "rawvideo", "-s", shape, "-r", "30", "-pix_fmt", "yuv420p"),
            *("-i", str(raw), *options(output), "-f", "null", "-"),
        )
        total_s += meter.read().cpu_s
        raw.unlink()
    return total_s


def one_by_one(tools: Tools, clip: Path, outputs: Sequence[VideoOutput], out: Path) -> Cost:
    """What a script would do: an ordinary ffmpeg for each rung."""
    meter = Meter()
    for output in outputs:
        size = f"scale={output.width}:{output.height}"
        target = str(out / f"{output.name}-alone.mp4")
        ffmpeg(tools, "-i", str(clip), "-an", "-vf", size, *options(output), target)
    return meter.read()


async def as_the_product_does(tools: Tools, clip: Path, out: Path) -> Ours:
    """Probe, plan, first pass, rest."""
    meter = Meter()
    found = await probe(tools, clip, limits=LIMITS)
    made = plan(found)
    watcher = asyncio.create_task(_first_segment(out / f"{made.first.video[0].name}.m3u8"))
    await _run(tools, clip, out, made.first, found)
    first = meter.read()
    playable_at = await watcher
    if made.rest is not None:
        await _run(tools, clip, out, made.rest, found)
    whole = meter.read()
    started = time.monotonic() - whole.wall_s
    return Ours(first=first, whole=whole, first_segment_s=playable_at - started)


async def _run(tools: Tools, clip: Path, out: Path, one: Pass, found: Probe) -> None:
    await run_pass(tools, clip, out, one, found, limits=LIMITS, on_progress=lambda _: None)


async def _first_segment(playlist: Path) -> float:
    while True:
        text = await asyncio.to_thread(_text, playlist)
        if "EXT-X-MAP" in text and read_media_playlist(text).segments:
            return time.monotonic()
        await asyncio.sleep(0.01)


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def encoded(made: Plan) -> list[VideoOutput]:
    passes = [one for one in (made.first, made.rest) if one is not None]
    return [output for one in passes for output in one.video if not output.copied]


def measure(tools: Tools, title: str, group: str) -> None:
    clip = draw(tools, group)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        out = Path(folder)
        ours = asyncio.run(as_the_product_does(tools, clip, out))
        outputs = encoded(plan(asyncio.run(probe(tools, clip))))
        separate = one_by_one(tools, clip, outputs, out)
    alone_s = x264_alone(tools, clip, outputs)
    names = ", ".join(output.name for output in outputs)
    rest_s = ours.whole.cpu_s - ours.first.cpu_s
    print(f"{title}; encoded: {names}")
    print(f"  first segment playable   {ours.first_segment_s:6.2f} s wall")
    print(f"  first pass done          {ours.first.wall_s:6.2f} s wall")
    print(f"  whole ladder done        {ours.whole.wall_s:6.2f} s wall")
    print(f"  the product              {ours.whole.cpu_s:6.2f} CPU-s", end="")
    print(f"  = {ours.first.cpu_s:.2f} first + {rest_s:.2f} rest")
    above, saved = ours.whole.cpu_s / alone_s, ours.whole.cpu_s / separate.cpu_s
    print(f"  x264 alone               {alone_s:6.2f} CPU-s  ratio {above:.2f} (bar: 1.2)")
    print(f"  one ffmpeg for each rung {separate.cpu_s:6.2f} CPU-s  ratio {saved:.2f}")


def main() -> None:
    tools = Tools.find(None)
    measure(tools, "A source that is copied", COPYABLE)
    measure(tools, "A source that is encoded", LONG_GROUPS)


if __name__ == "__main__":
    main()
