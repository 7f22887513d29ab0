import pytest

from vitascope.base.errors import Invalid
from vitascope.core.webhooks.addresses import AddressPolicy, check_address
from vitascope.fetch.guard import Guard

PUBLIC = AddressPolicy()
HERE = AddressPolicy(guard=Guard(["127.0.0.0/8"]), allows_http=True)
_FOR_ALL = "https://hooks.example/" + "a" * 1978


@pytest.mark.parametrize(
    ("url", "policy"),
    [
        ("https://hooks.example", PUBLIC),
        ("https://hooks.example:8443/take?a=1#b", PUBLIC),
        (_FOR_ALL, PUBLIC),
        ("https://127.0.0.1/", HERE),
        ("http://127.0.0.1:8000/", HERE),
        ("http://hooks.example/", HERE),
    ],
)
def test_an_address_that_can_be_sent_to_is_taken(url: str, policy: AddressPolicy) -> None:
    check_address(url, policy)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://hooks.example/", "The address begins with https://"),
        ("ftp://hooks.example/", "The address begins with https://"),
        ("hooks.example", "The address begins with https://"),
        ("", "The address begins with https://"),
        ("https://", "The URL has no host"),
        (
            "https://ada:secret@hooks.example/",
            "The URL must not have a user name or password in it",
        ),
        ("https://hooks.example/a b", "The URL has spaces or other characters it may not"),
        (f"{_FOR_ALL}a", "The address has more than 2000 characters"),
        ("https://127.0.0.1/", "127.0.0.1 is not an address on the public internet"),
        ("https://0x7f.1/", "127.0.0.1 is not an address on the public internet"),
        ("https://[::1]/", "::1 is not an address on the public internet"),
        ("https://10.0.0.1/", "10.0.0.1 is not an address on the public internet"),
        (
            "https://169.254.169.254/",
            "169.254.169.254 is not an address on the public internet",
        ),
    ],
)
def test_an_address_that_is_not_to_be_sent_to_says_why(url: str, words: str) -> None:
    with pytest.raises(Invalid) as raised:
        check_address(url, PUBLIC)

    assert (raised.value.field, raised.value.message) == ("url", words)


def test_where_http_is_allowed_other_schemes_are_told_so() -> None:
    with pytest.raises(Invalid, match="begins with https:// or http://"):
        check_address("ftp://hooks.example/", HERE)
