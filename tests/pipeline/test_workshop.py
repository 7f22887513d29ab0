from tests.factories import NOON
from tests.media.factories import make_probe, make_video

from vitascope.core.settings.model import RungSetting
from vitascope.core.settings.queries import write_settings
from vitascope.media.ladder import DEFAULT_LADDER, Rung
from vitascope.media.plan import plan
from vitascope.pipeline.prepare import plan_of
from vitascope.pipeline.workshop import Workshop

SOURCE = make_probe(video=make_video(codec="hevc", fps=50.0))


def change(shop: Workshop, **values: object) -> None:
    with shop.db.begin() as tx:
        write_settings(tx, values, now=NOON)
    shop.settings.forget()


def test_as_long_as_nobody_changes_it_the_ladder_is_the_usual_one(shop: Workshop) -> None:
    assert tuple(shop.ladder) == DEFAULT_LADDER
    assert plan_of(shop, SOURCE) == plan(SOURCE)


def test_sizes_rates_and_frames_are_those_that_the_settings_have_by_then(
    shop: Workshop,
) -> None:
    ladder = (
        RungSetting(height=720, max_bps=1_000_000, crf=20),
        RungSetting(height=480, max_bps=700_000, is_on=False),
        RungSetting(height=240, max_bps=300_000),
    )
    change(shop, ladder=ladder, most_fps=25)

    made = plan_of(shop, SOURCE)

    rungs = [
        Rung(height=720, video_bps=1_000_000, crf=20),
        Rung(height=240, video_bps=300_000, audio_bps=96_000),
    ]
    assert shop.ladder == rungs
    assert made == plan(SOURCE, ladder=rungs, most_fps=25)
    assert {output.fps for output in made.first.video} == {25}
