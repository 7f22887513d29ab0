"""The filter graph that turns one decoded picture into every rendition's picture."""

from collections.abc import Sequence
from itertools import pairwise

from vitascope.media.plan import VideoOutput
from vitascope.media.probe import VideoStream

# Mapped to linear light at the white a cinema grades for, compressed to what an ordinary screen
# shows, and tagged as such. After scaling: the floating-point planes of a 4K picture are dear.
_TO_SDR = (
    "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv"
)


def picture_filter(source: VideoStream, output: VideoOutput) -> str:
    """The chain from ``source`` to one picture of ``output``'s size, 8-bit 4:2:0, SDR."""
    steps = []
    if source.is_interlaced:
        steps.append("bwdif=mode=send_frame:deint=interlaced")
    if output.fps < source.fps:
        steps.append(f"fps={output.fps:g}")
    if source.hdr is not None:
        steps += [f"scale={output.width}:{output.height}", _TO_SDR, "format=yuv420p"]
    elif not _suits_zimg(source):
        steps += [f"scale={output.width}:{output.height}:flags=bicubic", "format=yuv420p"]
    elif (output.width, output.height) != _upright(source):
        steps.append(_resize(output))
    # Square pixels said aloud: a width rounded to even would otherwise be shown stretched back.
    return ",".join([*steps, "setsar=1"])


def ladder_graph(
    source: VideoStream, outputs: Sequence[VideoOutput], *, upload: str = ""
) -> str:
    """A filter graph with one pad ``[v0]``, ``[v1]``… for each output, largest first.

    Every rendition is scaled from the next larger one: half the work of scaling each from the
    source, and no worse to look at.
    """
    chains = [f"[0:{source.index}]{picture_filter(source, outputs[0])}"]
    for number, (_, smaller) in enumerate(pairwise(outputs)):
        chains[-1] += f",split=2[f{number}][s{number}]"
        chains.append(f"[s{number}]{_resize(smaller)},setsar=1")
    last = len(outputs) - 1
    finish = f"{upload}," if upload else ""
    chains[-1] += f",{finish}null[v{last}]"
    chains += [f"[f{number}]{finish}null[v{number}]" for number in range(last)]
    return ";".join(chains)


def _upright(source: VideoStream) -> tuple[int, int]:
    size = (source.coded_width, source.coded_height)
    return (size[1], size[0]) if source.rotation % 180 else size


def _suits_zimg(source: VideoStream) -> bool:
    # zimg refuses 4:2:0 of an odd size, and knows fewer formats.
    is_even = source.coded_width % 2 == 0 and source.coded_height % 2 == 0
    return source.pix_fmt == "yuv420p" and is_even


def _resize(output: VideoOutput) -> str:
    # zimg's bicubic costs what swscale's bilinear does, a third less than its bicubic.
    return f"zscale={output.width}:{output.height}:f=bicubic"
