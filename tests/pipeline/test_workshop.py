from tests.factories import NOON

from vitascope.core.settings.model import RungSetting
from vitascope.core.settings.queries import write_settings
from vitascope.media.ladder import DEFAULT_LADDER, Rung
from vitascope.pipeline.workshop import Workshop


def test_as_long_as_nobody_changes_it_the_ladder_is_the_usual_one(shop: Workshop) -> None:
    assert tuple(shop.ladder) == DEFAULT_LADDER


def test_the_ladder_holds_the_sizes_that_are_on_by_then(shop: Workshop) -> None:
    ladder = (
        RungSetting(height=720, max_bps=1_000_000, crf=20),
        RungSetting(height=480, max_bps=700_000, is_on=False),
        RungSetting(height=240, max_bps=300_000),
    )
    with shop.db.begin() as tx:
        write_settings(tx, {"ladder": ladder}, now=NOON)
    shop.settings.forget()

    assert shop.ladder == [
        Rung(height=720, video_bps=1_000_000, crf=20),
        Rung(height=240, video_bps=300_000, audio_bps=96_000),
    ]
