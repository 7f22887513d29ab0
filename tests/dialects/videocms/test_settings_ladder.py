from tests.dialects.runtimes import SETTINGS
from tests.dialects.videocms.settings_texts import FRESH, put

from vitascope.core.settings.model import RungSetting


def test_sizes_that_are_not_made_yet_can_be_added() -> None:
    bare = SETTINGS

    after = put(bare, EncodeHls1080p="true", Hls240pVideoBitrate="700k")

    assert after.ladder == (
        RungSetting(height=1080, max_bps=8_000_000),
        *bare.ladder,
        RungSetting(height=240, is_on=False, max_bps=700_000),
    )


def test_one_size_is_changed_and_the_others_stay() -> None:
    after = put(FRESH, EncodeHls240p="false", Hls720pCrf="20", Hls1080pVideoBitrate="6000k")

    changed = {
        old.height: new
        for old, new in zip(FRESH.ladder, after.ladder, strict=True)
        if old != new
    }
    assert changed == {
        1080: RungSetting(height=1080, max_bps=6_000_000),
        720: RungSetting(height=720, max_bps=2_800_000, crf=20),
        240: RungSetting(height=240, is_on=False, max_bps=400_000),
    }
