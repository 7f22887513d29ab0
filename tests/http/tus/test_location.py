import uuid

import pytest

from vitascope.http.tus.location import origin_for, upload_url

UPLOAD = uuid.UUID("0123456789abcdef0123456789abcdef")
HERE = "http://localhost:8080"


@pytest.mark.parametrize("host", ["video.example", "10.0.0.7:8080", "evil.example"])
def test_the_origin_that_people_see_is_what_the_operator_says(host: str) -> None:
    found = origin_for({"scheme": "http"}, {"host": host}, "https://video.example")

    assert found == "https://video.example"


@pytest.mark.parametrize(
    ("scheme", "host", "origin"),
    [
        ("http", "192.0.2.7:8080", "http://192.0.2.7:8080"),
        ("https", "video.example", "https://video.example"),
        ("http", "[2001:db8::7]:8080", "http://[2001:db8::7]:8080"),
        ("http", "video.example/../x", HERE),
        ("http", "a b", HERE),
        ("http", "", HERE),
    ],
)
def test_without_a_word_of_the_operator_it_is_what_the_client_asked_for(
    scheme: str, host: str, origin: str
) -> None:
    assert origin_for({"scheme": scheme}, {"host": host}, HERE) == origin


def test_an_upload_has_an_address_below_where_it_was_made() -> None:
    assert upload_url("https://video.example", "/up", UPLOAD) == (
        "https://video.example/up/0123456789abcdef0123456789abcdef"
    )
