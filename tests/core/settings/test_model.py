from vitascope.core.settings.model import RungSetting, Settings


def test_the_sizes_that_are_made_are_those_switched_on_best_first() -> None:
    ladder = [
        RungSetting(height=360, max_bps=1),
        RungSetting(height=1080, max_bps=1, is_on=False),
        RungSetting(height=720, max_bps=1),
    ]

    assert Settings(ladder=tuple(ladder)).heights == (720, 360)
