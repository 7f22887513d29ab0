"""Probes without a file."""

from dataclasses import replace
from typing import Any

from vitascope.media.probe import AudioStream, Probe, VideoStream


def make_video(**changes: Any) -> VideoStream:
    """A stream that may be copied: 1080p30 H.264, a keyframe every two seconds."""
    video = VideoStream(
        index=0,
        codec="h264",
        profile="High",
        level=40,
        pix_fmt="yuv420p",
        width=1920,
        height=1080,
        coded_width=1920,
        coded_height=1080,
        fps=30.0,
        bit_rate_bps=5_000_000,
        max_keyframe_gap_ms=2000,
    )
    return replace(video, **changes)


def make_audio(**changes: Any) -> AudioStream:
    """A stereo track that may be copied."""
    audio = AudioStream(index=1, codec="aac", profile="LC", channels=2, sample_rate_hz=48000)
    return replace(audio, **changes)


def make_probe(**changes: Any) -> Probe:
    """Thirty seconds of the two above."""
    probe = Probe(
        container="mov",
        duration_ms=30_000,
        size_bytes=20_000_000,
        video=make_video(),
        audio=(make_audio(),),
    )
    return replace(probe, **changes)
