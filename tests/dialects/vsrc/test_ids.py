import uuid

import pytest

from vitascope.base.errors import Invalid, NotFound
from vitascope.dialects.vsrc.ids import check_live_id, media_id, parse_any_id, parse_vod_id

VIDEO = uuid.UUID("a1b2c3d4-e5f6-7890-abcd-ef1234567890")


def test_a_media_id_reads_back_as_its_uuid() -> None:
    text = media_id(VIDEO)

    parsed = [parse_vod_id(text), parse_any_id(text)]

    assert text == "vod_a1b2c3d4-e5f6-7890-abcd-ef1234567890"
    assert parsed == [VIDEO, VIDEO]


@pytest.mark.parametrize(
    "text", ["", "vod_", "vod_XYZ", "12", f"live_{VIDEO}", f"x vod_{VIDEO}"]
)
def test_an_id_that_breaks_the_pattern_is_invalid(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        parse_vod_id(text)

    assert (caught.value.field, caught.value.message) == (
        "mediaId",
        r"mediaId must match ^vod_[a-f0-9\-]+$",
    )


@pytest.mark.parametrize("text", ["vod_12", f"vod_{VIDEO.hex}", "vod_---", f"live_{VIDEO}"])
def test_an_id_that_keeps_the_pattern_but_names_no_uuid_is_unknown(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        parse_any_id(text)

    assert caught.value.message == f"No such media: {text}"


@pytest.mark.parametrize("text", [f"vod_{VIDEO}", "live_", "live_X", "12"])
def test_an_id_that_is_no_live_stream_s_is_invalid(text: str) -> None:
    check_live_id(f"live_{VIDEO}")

    with pytest.raises(Invalid) as caught:
        check_live_id(text)

    assert caught.value.message == r"mediaId must match ^live_[a-f0-9\-]+$"
