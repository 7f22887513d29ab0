import pytest

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import ProfileId
from vitascope.dialects.vsrc.profiles import number_of, parse_number, parse_own, profile_of


def test_numbers_of_users_profiles_come_after_the_server_s() -> None:
    number = number_of(ProfileId(1))

    assert (number, profile_of(number), parse_own("2")) == (2, 1, 1)


def test_the_server_s_profile_is_nobody_s_to_change() -> None:
    number = parse_number("1")

    with pytest.raises(Forbidden, match="follows the server's settings"):
        parse_own("1")
    assert number == 1


@pytest.mark.parametrize("text", ["", "0", "01", "-2", "1.5", "٣", "2147483648", "9" * 300])
def test_what_is_no_number_of_a_profile_is_unknown(text: str) -> None:
    with pytest.raises(NotFound) as caught:
        parse_number(text)

    assert caught.value.message == f"No such encoding profile: {text}"
