import pytest

from vitascope.core.captions.model import CaptionFormat, original_key, webvtt_key


@pytest.mark.parametrize(
    ("form", "is_changed", "keys"),
    [
        (CaptionFormat.VTT, False, ("a.vtt", "a.vtt")),
        (CaptionFormat.VTT, True, ("a.plain.vtt", "a.vtt")),
        (CaptionFormat.SRT, True, ("a.vtt", "a.srt")),
        (CaptionFormat.ASS, True, ("a.vtt", "a.ass")),
    ],
)
def test_what_came_has_a_place_of_its_own_when_players_get_other_bytes(
    form: CaptionFormat, is_changed: bool, keys: tuple[str, str]
) -> None:
    webvtt = webvtt_key("a", form, is_changed=is_changed)

    assert (webvtt, original_key(webvtt, form)) == keys
