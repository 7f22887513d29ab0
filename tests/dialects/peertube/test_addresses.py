import pytest

from vitascope.base.errors import Invalid
from vitascope.dialects.peertube.addresses import check_address


@pytest.mark.parametrize(
    "address",
    [
        "http://films.example/clip.mp4",
        "HTTPS://films.example:8443/watch?v=1#t=2",
        "http://93.184.216.34/clip.mp4",
        "http://[2001:db8::1]/clip.mp4",
        "https://müller.example/",
    ],
)
def test_an_address_of_another_server_is_taken(address: str) -> None:
    check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "films.example/clip.mp4",
        "ftp://films.example/clip.mp4",
        "file:///etc/passwd",
        "http://",
        "http://localhost/clip.mp4",
        "http://2130706433/",
        "http://films.example:99999/",
        "http://ada:secret@films.example/",
        "http://films.example/a b",
        f"http://films.example/{'x' * 2000}",
    ],
)
def test_what_is_no_such_address_is_refused(address: str) -> None:
    with pytest.raises(Invalid):
        check_address(address)
