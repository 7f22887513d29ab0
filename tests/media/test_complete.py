import pytest

from vitascope.media.complete import check_complete
from vitascope.media.ffmpeg import EncodeFailed


def test_half_a_file_is_refused_in_words_for_its_sender() -> None:
    with pytest.raises(EncodeFailed) as caught:
        check_complete(promised_ms=6000, made_ms=2500)

    assert caught.value.reason == "The file is cut off: 2.5 of 6.0 seconds could be read"
    assert caught.value.permanent is True


@pytest.mark.parametrize(
    ("promised_ms", "made_ms"), [(6000, 6067), (6000, 5000), (3_600_000, 3_530_000)]
)
def test_rounding_and_uneven_tracks_are_forgiven(promised_ms: int, made_ms: int) -> None:
    check_complete(promised_ms=promised_ms, made_ms=made_ms)
