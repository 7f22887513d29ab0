from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetch.addresses import NOT_PUBLIC, PUBLIC

from vitascope.fetch.ranges import embedded, is_mapped, is_public


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_no_reserved_address_is_public(text: str) -> None:
    ip = ip_address(text)

    public = is_public(ip)

    assert public is False


@pytest.mark.parametrize("text", PUBLIC)
def test_the_neighbours_of_reserved_ranges_are_public(text: str) -> None:
    ip = ip_address(text)

    public = is_public(ip)

    assert public is True


@given(bits=st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_what_is_public_here_is_global_and_unicast_for_python_too(
    bits: IPv4Address | IPv6Address,
) -> None:
    public = is_public(bits)

    assert not public or (bits.is_global and not bits.is_multicast)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("::ffff:10.1.2.3", ["10.1.2.3"]),
        ("::10.1.2.3", ["10.1.2.3"]),
        ("64:ff9b::10.1.2.3", ["10.1.2.3"]),
        ("64:ff9b:1::10.1.2.3", ["10.1.2.3"]),
        ("2002:a01:203::1", ["10.1.2.3"]),
        ("2001:0:4136:e378:8000:63bf:f5fe:fdfc", ["65.54.227.120", "10.1.2.3"]),
        ("::", []),
        ("::1", []),
        ("2606:4700:4700::1111", []),
        ("10.1.2.3", []),
    ],
)
def test_an_address_inside_another_is_found(text: str, inside: list[str]) -> None:
    ip = ip_address(text)

    found = embedded(ip)

    assert [str(each) for each in found] == inside


@pytest.mark.parametrize(
    ("text", "mapped"),
    [("::ffff:1.2.3.4", True), ("::1.2.3.4", False), ("1.2.3.4", False)],
)
def test_only_the_mapped_form_is_another_spelling(text: str, mapped: bool) -> None:
    ip = ip_address(text)

    found = is_mapped(ip)

    assert found is mapped
