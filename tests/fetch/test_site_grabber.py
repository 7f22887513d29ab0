import pytest

from vitascope.fetch.site_grabber import Meter, OverLimit


def test_all_files_of_a_video_are_counted_together() -> None:
    seen: list[tuple[int, int | None]] = []
    meter = Meter(lambda *progress: seen.append(progress), 100, 30)

    meter({"filename": "picture", "downloaded_bytes": 10})
    meter({"filename": "picture", "downloaded_bytes": 20})
    meter({"filename": "sound", "downloaded_bytes": None})
    meter({"filename": "sound", "downloaded_bytes": 15})

    assert seen == [(10, 30), (20, 30), (20, 30), (35, 35)]


def test_a_total_that_nobody_knows_stays_unknown() -> None:
    seen: list[tuple[int, int | None]] = []
    meter = Meter(lambda *progress: seen.append(progress), 100, None)

    meter({"filename": "picture", "downloaded_bytes": 10})

    assert seen == [(10, None)]


def test_the_limit_holds_for_all_files_together() -> None:
    seen: list[tuple[int, int | None]] = []
    meter = Meter(lambda *progress: seen.append(progress), 100, None)
    meter({"filename": "picture", "downloaded_bytes": 100})

    with pytest.raises(OverLimit):
        meter({"filename": "sound", "downloaded_bytes": 1})

    assert seen == [(100, None)]
