from typing import Any

import pytest
from tests.media.factories import make_video

from vitascope.media.filters import ladder_graph, picture_filter
from vitascope.media.plan import VideoOutput


def output(name: str, width: int, height: int, fps: float = 30.0) -> VideoOutput:
    return VideoOutput(
        name=name, resolution=height, width=width, height=height, fps=fps, max_bps=1
    )


TO_SDR = (
    "zscale=t=linear:npl=203,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
    "zscale=t=bt709:m=bt709:r=tv"
)
OWN, MID, LOW = output("1080p", 1920, 1080), output("720p", 1280, 720), output("240p", 426, 240)


def test_each_rendition_is_scaled_from_the_next_larger_one() -> None:
    graph = ladder_graph(make_video(index=2), [OWN, MID, LOW])

    assert graph.split(";") == [
        "[0:2]setsar=1,split=2[f0][s0]",
        "[s0]zscale=1280:720:f=bicubic,setsar=1,split=2[f1][s1]",
        "[s1]zscale=426:240:f=bicubic,setsar=1,null[v2]",
        "[f0]null[v0]",
        "[f1]null[v1]",
    ]


def test_pictures_for_a_graphics_card_are_uploaded_at_the_end() -> None:
    graph = ladder_graph(make_video(), [OWN, MID], upload="format=nv12,hwupload")

    assert graph.split(";") == [
        "[0:0]setsar=1,split=2[f0][s0]",
        "[s0]zscale=1280:720:f=bicubic,setsar=1,format=nv12,hwupload,null[v1]",
        "[f0]format=nv12,hwupload,null[v0]",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "zscale=1280:720:f=bicubic,setsar=1"),
        ({"pix_fmt": "yuv444p"}, "scale=1280:720:flags=bicubic,format=yuv420p,setsar=1"),
        ({"coded_width": 1921}, "scale=1280:720:flags=bicubic,format=yuv420p,setsar=1"),
        (
            {"is_interlaced": True},
            "bwdif=mode=send_frame:deint=interlaced,zscale=1280:720:f=bicubic,setsar=1",
        ),
        ({"fps": 120.0}, "fps=30,zscale=1280:720:f=bicubic,setsar=1"),
        (
            {"hdr": "pq", "pix_fmt": "yuv420p10le"},
            f"scale=1280:720,{TO_SDR},format=yuv420p,setsar=1",
        ),
    ],
    ids=str,
)
def test_what_the_source_needs_comes_first(changes: dict[str, Any], expected: str) -> None:
    assert picture_filter(make_video(**changes), MID) == expected
