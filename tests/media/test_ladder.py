import pytest

from vitascope.media.ladder import DEFAULT_LADDER, Rung, rungs_for, usual_audio_bps


def heights(rungs: tuple[Rung, ...]) -> list[int]:
    return [rung.height for rung in rungs]


@pytest.mark.parametrize(
    ("shorter_side", "expected"),
    [
        (2160, [2160, 1440, 1080, 720, 480, 360, 240]),
        (1080, [1080, 720, 480, 360, 240]),
        (900, [900, 720, 480, 360, 240]),
        (721, [720, 480, 360, 240]),
        (722, [722, 480, 360, 240]),
        (4320, [4320, 2160, 1440, 1080, 720, 480, 360, 240]),
        (240, [240]),
        (97, [96]),
        (1, [2]),
    ],
)
def test_a_source_gets_its_own_size_and_what_is_below(
    shorter_side: int, expected: list[int]
) -> None:
    assert heights(rungs_for(DEFAULT_LADDER, shorter_side)) == expected


def test_a_ladder_may_end_below_the_source() -> None:
    ladder = [Rung(height=480, video_bps=1), Rung(height=720, video_bps=2)]

    rungs = rungs_for(ladder, 1080, keep_source_size=False)

    assert heights(rungs) == [720, 480]


def test_a_source_below_such_a_ladder_still_gets_one_rung() -> None:
    ladder = [Rung(height=480, video_bps=1), Rung(height=720, video_bps=2)]

    rungs = rungs_for(ladder, 300, keep_source_size=False)

    assert heights(rungs) == [300]


def test_a_size_between_two_rungs_gets_its_share_of_the_larger_ones_bits() -> None:
    (top, *_) = rungs_for(DEFAULT_LADDER, 540)

    assert top == Rung(height=540, video_bps=1_575_000, audio_bps=128_000)


def test_the_sound_beside_the_smallest_rung_is_the_smallest() -> None:
    assert [usual_audio_bps(height) for height in (240, 360, 1080, 540)] == [
        96_000,
        128_000,
        128_000,
        128_000,
    ]
