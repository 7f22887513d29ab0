from pathlib import Path

import pytest
from tests.media.clips import TONE, Draw

from vitascope.media.boxes import NoCodec, codec_string

FRAGMENTED = ("-movflags", "+empty_moov+default_base_moof+frag_keyframe", "-f", "mp4")


@pytest.mark.media
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("libx264", "-preset", "veryfast", "-level", "4.0"), "avc1.640028"),
        (("libx264", "-profile:v", "baseline", "-level", "3.0"), "avc1.42c01e"),
        (("libx265", "-tag:v", "hvc1", "-x265-params", "log-level=error"), "hvc1.1.6.L60.90"),
        (("libsvtav1", "-preset", "12"), "av01.0.00M.08"),
        (("libvpx-vp9", "-deadline", "realtime"), "vp09.00.11.08"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_pictures_name_profile_and_level(
    draw_clip: Draw, words: tuple[str, ...], expected: str
) -> None:
    clip = draw_clip(
        "clip.mp4", "-c:v", *words, *FRAGMENTED, size="320x180", duration_s=1, sound=False
    )

    assert codec_string(clip) == expected


@pytest.mark.media
@pytest.mark.parametrize(
    ("words", "expected"),
    [(("aac",), "mp4a.40.2"), (("libopus",), "opus"), (("flac",), "flac")],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_sound_names_its_kind(draw: Draw, words: tuple[str, ...], expected: str) -> None:
    sound = draw("sound.mp4", *TONE, "-t", "1", "-c:a", *words, *FRAGMENTED)

    assert codec_string(sound) == expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\0\0\0\x08free",
        b"\0\0\0\x08moov",
        b"\0\0\0\x18moov\0\0\0\x10stsd" + bytes(8),
        b"\0\0\0\x26moov\0\0\0\x1estsd" + bytes(8) + b"\0\0\0\x0eavc1" + bytes(6),
    ],
)
def test_a_file_without_a_codec_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.mp4").write_bytes(content)

    with pytest.raises(NoCodec):
        codec_string(tmp_path / "x.mp4")
