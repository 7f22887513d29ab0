"""One ffmpeg run that makes every output of a pass, packaged for HLS.

Each output is one fragmented MP4 and a media playlist that points into it by byte ranges.
Both grow while ffmpeg works, so they can be served from the first segment on.
"""

from pathlib import Path

from vitascope.media.encoders import Aim
from vitascope.media.ffmpeg import Limits, Tools, run
from vitascope.media.filters import ladder_graph
from vitascope.media.plan import AudioOutput, Pass, VideoOutput
from vitascope.media.probe import Probe
from vitascope.media.progress import PROGRESS_FLAGS, OnProgress, ProgressReader
from vitascope.media.source import input_args

SEGMENT_S = 4
_KEYFRAME_EVERY_S = 2
_FULL_HD = 1920 * 1088


def pass_args(
    tools: Tools, source: Path, out_dir: Path, pass_: Pass, probe: Probe
) -> list[str]:
    """The command that makes ``pass_`` from ``source``. Pure: nothing is read or started."""
    encoded = [output for output in pass_.video if not output.copied]
    args = [tools.ffmpeg, "-nostdin", "-y", "-v", "error", *PROGRESS_FLAGS]
    if encoded:
        args += [*pass_.encoder.device, *_decoder_threads(tools, probe)]
    args += input_args(source)
    if encoded and probe.video is not None:
        graph = ladder_graph(probe.video, encoded, upload=pass_.encoder.upload)
        # Scaling is a small part: threads of its own cost more than they bring.
        args += ["-filter_complex_threads", "1", "-filter_complex", graph]
    for output in pass_.video:
        args += (
            _copied_video(probe) if output.copied else _encoded(tools, pass_, encoded, output)
        )
        args += _hls(out_dir, output.name)
    for track in pass_.audio:
        args += [*_audio(track), *_hls(out_dir, track.name)]
    return args


async def run_pass(
    tools: Tools,
    source: Path,
    out_dir: Path,
    pass_: Pass,
    probe: Probe,
    *,
    limits: Limits,
    on_progress: OnProgress,
) -> None:
    """Make ``out_dir/<name>.mp4`` and ``.m3u8`` for every output of ``pass_``.

    What an earlier, killed run left is removed first. A source that ends early is no error
    here: see :func:`vitascope.media.complete.check_complete`.

    Raises:
        EncodeFailed: ffmpeg gave up.
    """
    _forget(out_dir, pass_)
    args = pass_args(tools, source, out_dir, pass_, probe)
    await run(args, limits=limits, on_line=ProgressReader(on_progress))


def encode_limits(probe: Probe) -> Limits:
    """Room enough for any pass over this source, and an end for one that never comes to it."""
    video = probe.video
    pixels = video.coded_width * video.coded_height if video else 0
    times_full_hd = max(1.0, pixels / _FULL_HD)
    duration_s = probe.duration_ms / 1000
    return Limits(
        # Addresses, not memory in use: every thread reserves stacks and arenas.
        as_bytes=4 * 2**30 + pixels * 1000,
        cpu_s=round(1800 + duration_s * 60 * times_full_hd),
        fsize_bytes=2**30 + probe.size_bytes * 4,
        timeout_s=3600 + duration_s * 60 * times_full_hd,
    )


def _forget(out_dir: Path, pass_: Pass) -> None:
    # The old playlist would point past the end of the new file until its first segment.
    for name in pass_.names:
        (out_dir / f"{name}.m3u8").unlink(missing_ok=True)
        (out_dir / f"{name}.mp4").unlink(missing_ok=True)


def _decoder_threads(tools: Tools, probe: Probe) -> list[str]:
    video = probe.video
    if video is None or video.coded_width * video.coded_height > _FULL_HD:
        return []
    # The encoders keep the cores busy; a decoder with threads of its own takes 6 % more time
    # for the same pictures.
    return ["-threads", str(max(1, tools.cpus // 2))]


def _copied_video(probe: Probe) -> list[str]:
    index = probe.video.index if probe.video else 0
    return ["-map", f"0:{index}", "-c:v", "copy"]


def _encoded(
    tools: Tools, pass_: Pass, encoded: list[VideoOutput], output: VideoOutput
) -> list[str]:
    share = output.width * output.height / sum(other.width * other.height for other in encoded)
    # Every encoder with threads for the whole machine costs 5 % more and is no faster.
    aim = Aim(
        max_bps=output.max_bps,
        fps=output.fps,
        threads=max(1, round(tools.cpus * share)),
        crf=output.crf,
    )
    return [
        *("-map", f"[v{encoded.index(output)}]"),
        *pass_.encoder.options(aim),
        *("-force_key_frames", _keyframes(pass_)),
        # Frames keep their own times. The default would fill the pauses of a variable frame
        # rate with copies: phones and screen recorders make such files.
        *("-fps_mode", "passthrough"),
    ]


def _keyframes(pass_: Pass) -> str:
    if pass_.keys_from_source:
        return "source"
    return f"expr:gte(t,n_forced*{_KEYFRAME_EVERY_S})"


def _audio(track: AudioOutput) -> list[str]:
    chosen = ["-map", f"0:{track.stream_index}"]
    if track.copied:
        return [*chosen, "-c:a", "copy"]
    # 44.1 or 48 kHz only: browsers refuse the odd ones that old recorders made.
    rate = ["-ar", "48000", "-ac", str(track.channels)]
    return [*chosen, "-c:a", "aac", "-b:a", str(track.bit_rate_bps), *rate]


def _hls(out_dir: Path, name: str) -> list[str]:
    return [
        # Tags of the source (a place, a person's name) stay out of what is served.
        *("-map_metadata", "-1"),
        # B-frames and encoder delay make the first timestamps negative. The default shifts each
        # file by its own amount, picture and sound 50 ms apart; kept as they are, an edit list
        # says where each one starts.
        *("-avoid_negative_ts", "disabled"),
        *("-f", "hls", "-hls_time", str(SEGMENT_S), "-hls_list_size", "0"),
        # `vod` would write the playlist at the end only.
        *("-hls_playlist_type", "event", "-hls_segment_type", "fmp4"),
        # No `temp_file`: together with `single_file` it writes names ending in .tmp into the
        # playlist, and players ask for them.
        *("-hls_flags", "independent_segments+single_file"),
        *("-hls_segment_filename", str(out_dir / f"{name}.mp4")),
        str(out_dir / f"{name}.m3u8"),
    ]
