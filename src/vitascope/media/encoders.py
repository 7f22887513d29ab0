"""The video encoders we know, as data. Whatever differs between codecs is said here."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run

_TRIAL_LIMITS = Limits(as_bytes=8 * 2**30, cpu_s=20, fsize_bytes=2**20, timeout_s=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What one rendition asks of its encoder. ``threads`` is its share of the machine. ``crf``
    is a constant quality from 0 (best) to 51, None for the encoder's own; those that are told
    a bit rate instead do not hear of it.
    """

    max_bps: int
    fps: float
    threads: int
    crf: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """``codec`` is the name probes use; ``upload`` ends the filters of encoders that take
    pictures from the card's memory; ``device`` stands before the input."""

    name: str
    codec: str
    options: Callable[[Aim], list[str]]
    device: tuple[str, ...] = ()
    upload: str = ""


def _capped(aim: Aim) -> list[str]:
    return ["-maxrate", str(aim.max_bps), "-bufsize", str(aim.max_bps * 2)]


def _quality(aim: Aim, usual: int) -> str:
    # At 0 some leave the profile that browsers play: they are lossless then.
    return str(usual if aim.crf is None else max(1, aim.crf))


def _longest_gop(aim: Aim) -> str:
    # Keyframes are forced from outside; this only bounds sources whose own are far apart.
    return str(round(10 * max(aim.fps, 1)))


def _x264(aim: Aim) -> list[str]:
    return [
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", _quality(aim, 23), *_capped(aim)),
        *("-profile:v", "high", "-threads", str(aim.threads)),
        # Scene cuts would add keyframes of their own and move this rendition's segment
        # boundaries away from the others'; players then stall when they switch.
        *("-g", _longest_gop(aim), "-keyint_min", "1", "-sc_threshold", "0"),
    ]


def _x265(aim: Aim) -> list[str]:
    # An open group of pictures would leave frames in front of a forced keyframe that need the
    # segment before it.
    params = f"scenecut=0:open-gop=0:keyint={_longest_gop(aim)}:min-keyint=1:log-level=error"
    return [
        *("-c:v", "libx265", "-preset", "fast", "-crf", _quality(aim, 26), *_capped(aim)),
        # Apple's players accept the hvc1 form only.
        *("-tag:v", "hvc1", "-forced-idr", "1", "-x265-params", params),
    ]


def _svt_av1(aim: Aim) -> list[str]:
    params = f"tune=0:scd=0:lp={max(1, aim.threads)}"
    return [
        *("-c:v", "libsvtav1", "-preset", "10", "-crf", _quality(aim, 35), *_capped(aim)),
        *("-g", _longest_gop(aim), "-svtav1-params", params),
    ]


def _vp9(aim: Aim) -> list[str]:
    return [
        *("-c:v", "libvpx-vp9", "-crf", _quality(aim, 33), "-b:v", str(aim.max_bps)),
        *("-deadline", "realtime", "-cpu-used", "6", "-row-mt", "1"),
        # Alternate reference frames are hidden frames; split from their segment they are lost.
        *("-auto-alt-ref", "0", "-threads", str(aim.threads), "-g", _longest_gop(aim)),
    ]


def _nvenc(library: str) -> Callable[[Aim], list[str]]:
    def options(aim: Aim) -> list[str]:
        return [
            *(
                "-c:v",
                library,
                "-preset",
                "p4",
                "-rc",
                "vbr",
                "-cq",
                _quality(aim, 25),
                "-b:v",
                "0",
            ),
            *_capped(aim),
            *("-g", _longest_gop(aim), "-no-scenecut", "1", "-forced-idr", "1"),
        ]

    return options


def _qsv(library: str) -> Callable[[Aim], list[str]]:
    def options(aim: Aim) -> list[str]:
        return [
            *("-c:v", library, "-preset", "veryfast", "-b:v", str(aim.max_bps * 3 // 4)),
            *_capped(aim),
            *("-g", _longest_gop(aim), "-forced_idr", "1"),
        ]

    return options


def _plain(library: str) -> Callable[[Aim], list[str]]:
    def options(aim: Aim) -> list[str]:
        rate = ["-b:v", str(aim.max_bps * 3 // 4), *_capped(aim)]
        return ["-c:v", library, *rate, "-g", _longest_gop(aim)]

    return options


_VAAPI_DEVICE = ("-vaapi_device", "/dev/dri/renderD128")
_VAAPI_UPLOAD = "format=nv12,hwupload"


def _vaapi(name: str, codec: str, library: str) -> Encoder:
    return Encoder(
        name=name,
        codec=codec,
        options=_plain(library),
        device=_VAAPI_DEVICE,
        upload=_VAAPI_UPLOAD,
    )


_ALL = (
    Encoder(name="h264", codec="h264", options=_x264),
    Encoder(name="hevc", codec="hevc", options=_x265),
    Encoder(name="av1", codec="av1", options=_svt_av1),
    Encoder(name="vp9", codec="vp9", options=_vp9),
    Encoder(name="h264-nvenc", codec="h264", options=_nvenc("h264_nvenc")),
    Encoder(name="hevc-nvenc", codec="hevc", options=_nvenc("hevc_nvenc")),
    Encoder(name="av1-nvenc", codec="av1", options=_nvenc("av1_nvenc")),
    Encoder(name="h264-qsv", codec="h264", options=_qsv("h264_qsv")),
    Encoder(name="hevc-qsv", codec="hevc", options=_qsv("hevc_qsv")),
    _vaapi("h264-vaapi", "h264", "h264_vaapi"),
    _vaapi("hevc-vaapi", "hevc", "hevc_vaapi"),
    Encoder(name="h264-videotoolbox", codec="h264", options=_plain("h264_videotoolbox")),
    Encoder(name="hevc-videotoolbox", codec="hevc", options=_plain("hevc_videotoolbox")),
)
ENCODERS = {encoder.name: encoder for encoder in _ALL}
DEFAULT_ENCODER = ENCODERS["h264"]


async def usable_encoders(tools: Tools) -> tuple[Encoder, ...]:
    """The encoders that can make three pictures on this machine, in the order of ENCODERS."""
    at_once = asyncio.Semaphore(max(1, tools.cpus))

    async def works(encoder: Encoder) -> bool:
        async with at_once:
            return await _try(tools, encoder)

    results = await asyncio.gather(*(works(encoder) for encoder in _ALL))
    return tuple(encoder for encoder, ok in zip(_ALL, results, strict=True) if ok)


async def _try(tools: Tools, encoder: Encoder) -> bool:
    try:
        await run(_trial_args(tools, encoder), limits=_TRIAL_LIMITS)
    except EncodeFailed:
        return False
    return True


def _trial_args(tools: Tools, encoder: Encoder) -> list[str]:
    filters = encoder.upload or "format=yuv420p"
    return [
        *(tools.ffmpeg, "-nostdin", "-v", "error", *encoder.device),
        *("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30", "-frames:v", "3"),
        *("-vf", filters, *encoder.options(Aim(max_bps=800_000, fps=30.0, threads=1))),
        *("-f", "null", "-"),
    ]
