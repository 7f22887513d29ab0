import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.videocms.ids import parse_id


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("7", 7),
        ("007", 7),
        ("2147483647", 2**31 - 1),
        ("2147483648", 0),
        ("9" * 5000, 0),
    ],
)
def test_a_number_that_no_row_can_have_is_0(text: str, number: int) -> None:
    found = parse_id(text, "No number")

    assert found == number


@pytest.mark.parametrize("text", ["", " 1", "-1", "+1", "1.0", "1e3", "0x1", "\u0663", "me"])
def test_anything_else_is_refused_in_the_words_of_the_route(text: str) -> None:
    with pytest.raises(Invalid) as raised:
        parse_id(text, "No number")

    assert raised.value.message == "No number"
