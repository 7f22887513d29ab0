from pathlib import Path

import pytest
from tests.media.clips import Draw
from tests.media.hostile import PLAYLISTS, write_bait

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run
from vitascope.media.source import FORMATS, input_args


@pytest.mark.parametrize(
    "name", ["hls", "dash", "concat", "sdp", "rtsp", "image2", "png_pipe", "svg_pipe", "lavfi"]
)
def test_formats_that_lead_elsewhere_are_not_opened(name: str) -> None:
    assert name not in FORMATS.split(",")


def test_a_path_is_never_read_as_an_option_or_a_protocol() -> None:
    args = input_args(Path("-y"))

    assert args[-2:] == ["-i", "file:-y"]


@pytest.mark.media
@pytest.mark.parametrize("kind", sorted(PLAYLISTS))
async def test_ffmpeg_reads_nothing_through_a_playlist(
    tools: Tools, draw_clip: Draw, tmp_path: Path, kind: str
) -> None:
    playlist = write_bait(tools, draw_clip, tmp_path, kind)
    out = tmp_path / "out.mkv"
    args = [tools.ffmpeg, "-v", "error", *input_args(playlist), "-c", "copy", str(out)]

    with pytest.raises(EncodeFailed) as caught:
        await run(args, limits=Limits(timeout_s=60))

    assert (caught.value.permanent, out.exists()) == (True, False)
