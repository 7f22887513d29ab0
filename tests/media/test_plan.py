from typing import Any

import pytest
from tests.media.factories import make_audio, make_probe, make_video

from vitascope.media.ladder import Rung
from vitascope.media.plan import AudioOutput, Pass, Plan, VideoOutput, plan

TRACK = AudioOutput(
    name="audio-0",
    stream_index=1,
    language=None,
    label="Track 1",
    channels=2,
    bit_rate_bps=128_000,
    is_default=True,
    copied=True,
)
LADDER = [Rung(height=720, video_bps=2_000_000), Rung(height=360, video_bps=500_000)]


def sizes(pass_: Pass | None) -> list[tuple[str, int, int]]:
    assert pass_ is not None
    return [(output.name, output.width, output.height) for output in pass_.video]


def test_a_source_browsers_play_is_copied_first_and_leads_the_keyframes() -> None:
    made = plan(make_probe(), ladder=LADDER)

    top = VideoOutput(
        name="1080p",
        resolution=1080,
        width=1920,
        height=1080,
        fps=30.0,
        max_bps=4_500_000,
        copied=True,
    )
    mid = VideoOutput(
        name="720p", resolution=720, width=1280, height=720, fps=30.0, max_bps=2_000_000
    )
    low = VideoOutput(
        name="360p", resolution=360, width=640, height=360, fps=30.0, max_bps=500_000
    )
    assert made == Plan(
        first=Pass(video=(top,), audio=(TRACK,)),
        rest=Pass(video=(mid, low), audio=(), keys_from_source=True),
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"codec": "hevc"},
        {"profile": "High 10", "pix_fmt": "yuv420p10le"},
        {"pix_fmt": "yuv444p"},
        {"bit_rate_bps": 50_000_000},
        {"max_keyframe_gap_ms": 6001},
        {"max_keyframe_gap_ms": None},
        {"rotation": 180},
        {"sar": "4:3", "coded_width": 1440},
        {"hdr": "hlg"},
        {"is_interlaced": True},
        {"has_hidden_frames": True},
        {"coded_width": 1921},
        {"level": 60},
    ],
    ids=str,
)
def test_any_other_source_is_encoded_360p_first(changes: dict[str, Any]) -> None:
    made = plan(make_probe(video=make_video(**changes)))

    assert [(output.name, output.copied) for output in made.first.video] == [("360p", False)]
    assert sizes(made.rest) == [
        ("1080p", 1920, 1080),
        ("720p", 1280, 720),
        ("480p", 854, 480),
        ("240p", 426, 240),
    ]
    assert made.rest is not None
    assert made.rest.keys_from_source is False


def test_an_upright_video_is_named_for_its_shorter_side() -> None:
    upright = make_video(
        width=1080, height=1920, coded_width=1920, coded_height=1080, rotation=90
    )

    made = plan(make_probe(video=upright))

    assert sizes(made.first) == [("360p", 360, 640)]
    assert sizes(made.rest)[0] == ("1080p", 1080, 1920)


def test_a_source_below_the_ladder_gets_one_rung_of_its_own_size() -> None:
    tiny = make_video(codec="hevc", width=160, height=90, coded_width=161, coded_height=91)

    made = plan(make_probe(video=tiny))

    assert sizes(made.first) == [("90p", 160, 90)]
    assert made.rest is None


@pytest.mark.parametrize("width", range(2, 2000, 94))
@pytest.mark.parametrize("height", [2, 98, 359, 361, 722, 1088])
def test_renditions_never_exceed_the_source(width: int, height: int) -> None:
    height = height // 2 * 2
    video = make_video(codec="vp8", width=width, height=height)

    made = plan(make_probe(video=video))

    outputs = [*made.first.video, *(made.rest.video if made.rest else ())]
    assert [o for o in outputs if o.width > width or o.height > height] == []
    assert [o for o in outputs if o.width % 2 or o.height % 2] == []


def test_more_than_sixty_frames_a_second_become_sixty_with_more_bits() -> None:
    made = plan(make_probe(video=make_video(codec="hevc", fps=120.0)), ladder=LADDER)

    assert [(output.fps, output.max_bps) for output in made.first.video] == [(60.0, 750_000)]


@pytest.mark.parametrize(
    ("fps", "most_fps", "first", "rates"),
    [
        (60.0, 60, "copied", {60.0}),
        (120.0, 60, "copied", {60.0}),
        (60.0, 30, "encoded", {30.0}),
        (24.0, 30, "copied", {24.0}),
    ],
)
def test_whoever_wants_fewer_frames_gets_no_copy_with_more(
    fps: float, most_fps: int, first: str, rates: set[float]
) -> None:
    made = plan(make_probe(video=make_video(fps=fps)), most_fps=most_fps)

    outputs = [*made.first.video, *(made.rest.video if made.rest else ())]
    assert ("copied" if made.first.video[0].copied else "encoded") == first
    assert {output.fps for output in outputs} == rates


def test_each_rung_brings_its_quality_and_the_sources_own_size_that_of_the_next() -> None:
    ladder = (Rung(height=720, video_bps=10**6, crf=20), Rung(height=360, video_bps=10**5))
    video = make_video(width=960, height=540, coded_width=960, coded_height=540, codec="vp9")

    made = plan(make_probe(video=video), ladder=ladder)

    assert made.rest is not None
    outputs = [*made.first.video, *made.rest.video]
    assert [(output.name, output.crf) for output in outputs] == [("360p", None), ("540p", 20)]


def test_a_copy_below_the_instances_top_rung_is_no_copy_of_a_larger_source() -> None:
    made = plan(make_probe(), ladder=LADDER, keep_source_size=False)

    assert sizes(made.first) == [("360p", 640, 360)]
    assert sizes(made.rest) == [("720p", 1280, 720)]


def test_every_track_is_kept_and_surround_becomes_stereo() -> None:
    surround = make_audio(index=3, codec="ac3", channels=6, language="de", is_default=True)
    mono = make_audio(index=4, channels=1, title="Remarks")

    made = plan(make_probe(audio=(make_audio(), surround, mono)))

    assert [
        (t.name, t.stream_index, t.label, t.channels, t.is_default, t.copied)
        for t in made.first.audio
    ] == [
        ("audio-0", 1, "Track 1", 2, False, True),
        ("audio-1", 3, "German", 2, True, False),
        ("audio-2", 4, "Remarks", 1, False, True),
    ]


def test_sound_without_pictures_is_one_pass() -> None:
    made = plan(make_probe(video=None))

    assert made == Plan(first=Pass(video=(), audio=(TRACK,)), rest=None)


def test_silent_pictures_have_no_track() -> None:
    made = plan(make_probe(audio=()))

    assert made.first.audio == ()


def test_what_exists_is_left_out_of_a_pass() -> None:
    first = plan(make_probe(), ladder=LADDER).first

    without_audio, nothing = first.without({"audio-0"}), first.without(["audio-0", "1080p"])

    assert without_audio == Pass(video=first.video, audio=())
    assert nothing is None
