from ipaddress import ip_address

import pytest
from tests.fetch.addresses import NOT_PUBLIC, PUBLIC
from tests.fetch.loopback import names

from vitascope.fetch.errors import BadUrl, Blocked, Problem, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.url import Address


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_pass(text: str) -> None:
    guard = Guard()

    guard.check_address(text)

    assert guard.passes(ip_address(text)) is True


@pytest.mark.parametrize("text", [*NOT_PUBLIC, "fe80::1%eth0", "2606:4700::1%eth0", "nonsense"])
def test_everything_else_is_blocked(text: str) -> None:
    guard = Guard()

    with pytest.raises(Blocked) as caught:
        guard.check_address(text)

    assert str(caught.value) == f"{text} is not an address on the public internet"
    assert caught.value.permanent is True


@pytest.mark.parametrize(
    ("allowed", "text", "passes"),
    [
        ("127.0.0.0/8", "127.0.0.1", True),
        ("127.0.0.0/8", "127.255.255.255", True),
        ("127.0.0.1/32", "127.0.0.1", True),
        ("127.0.0.1/32", "127.0.0.2", False),
        ("127.0.0.1", "127.0.0.1", True),
        ("127.0.0.0/8", "10.0.0.1", False),
        ("127.0.0.0/8", "::1", False),
        ("127.0.0.0/8", "8.8.8.8", True),
        ("::1/128", "::1", True),
        ("::1/128", "127.0.0.1", False),
        ("127.0.0.0/8", "::ffff:127.0.0.1", True),
        ("127.0.0.0/8", "::ffff:10.0.0.1", False),
        ("127.0.0.0/8", "::ffff:8.8.8.8", False),
        ("127.0.0.0/8", "::127.0.0.1", False),
        ("127.0.0.0/8", "64:ff9b::127.0.0.1", False),
        ("::ffff:0:0/96", "::ffff:127.0.0.1", False),
        ("64:ff9b::/96", "64:ff9b::8.8.8.8", True),
        ("64:ff9b::/96", "64:ff9b::127.0.0.1", False),
        ("64:ff9b::/96", "64:ff9b::169.254.169.254", False),
        ("2002::/16", "2002:808:808::1", True),
        ("2002::/16", "2002:7f00:1::1", False),
        ("2001::/32", "2001:0:4136:e378:8000:63bf:f5fe:fdfc", False),
        ("fd00::/8", "fd12::1", True),
        ("fd00::/8", "fd00:ec2::254", False),
        ("fd00:ec2::254/128", "fd00:ec2::254", True),
        ("169.254.0.0/16", "169.254.1.1", True),
        ("169.254.0.0/16", "169.254.169.254", False),
        ("169.254.169.254/32", "169.254.169.254", True),
        ("169.254.169.254/32", "::ffff:169.254.169.254", True),
        ("100.64.0.0/10", "100.100.100.200", False),
        ("0.0.0.0/0", "127.0.0.1", True),
        ("0.0.0.0/0", "192.0.0.192", False),
        ("0.0.0.0/0", "168.63.129.16", False),
        ("fe80::/10", "fe80::1", True),
        ("fe80::/10", "fe80::1%eth0", False),
    ],
)
def test_an_operator_opens_networks(allowed: str, text: str, passes: bool) -> None:
    guard = Guard([allowed])

    decided = guard.passes(ip_address(text))

    assert decided is passes


@pytest.mark.parametrize("network", ["", "localhost", "127.0.0.1/8", "1.2.3.4/33", "*"])
def test_a_network_that_is_none_stops_the_start(network: str) -> None:
    with pytest.raises(ValueError, match=r"network|address|host bits"):
        Guard([network])


def test_a_url_with_a_name_is_not_looked_up() -> None:
    guard = Guard(resolver=names({}))

    address = guard.check_url("https://video.example:8443/a")

    assert address == Address(
        scheme="https", host="video.example", port=8443, url="https://video.example:8443/a"
    )


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1.",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "0x7F.0x0.0x0.0x1",
        "017700000001",
        "0",
        "10.1",
        "3232235777",
        "0xa9fea9fe",
        "[::]",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[fd00:ec2::254]",
    ],
)
def test_every_spelling_of_a_private_address_is_blocked(host: str) -> None:
    guard = Guard()

    with pytest.raises(Blocked):
        guard.check_url(f"http://{host}:8080/x")

    assert guard.check_url("http://8.8.8.8/").host == "8.8.8.8"


def test_a_bad_url_is_bad_before_it_is_blocked() -> None:
    guard = Guard()

    with pytest.raises(BadUrl) as caught:
        guard.check_url("ftp://127.0.0.1/")

    assert caught.value.problem is Problem.SCHEME


async def test_a_name_leads_to_its_addresses_in_their_order() -> None:
    known = {"a.example": ["2606:4700::1", "1.1.1.1", "2606:4700::1"]}
    guard = Guard(resolver=names(known))

    found = await guard.resolve("a.example", 443)

    assert found == ["2606:4700::1", "1.1.1.1"]


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["1.1.1.1", "10.0.0.1"],
        ["10.0.0.1", "1.1.1.1"],
        ["1.1.1.1", "::1"],
        ["1.1.1.1", "::ffff:10.0.0.1"],
        ["169.254.169.254"],
        ["fe80::1%eth0"],
    ],
)
async def test_one_private_address_blocks_a_name(addresses: list[str]) -> None:
    guard = Guard(resolver=names({"a.example": addresses}))

    with pytest.raises(Blocked) as caught:
        await guard.resolve("a.example", 80)

    assert str(caught.value) == "a.example is not on the public internet"


@pytest.mark.parametrize("known", [{}, {"a.example": []}])
async def test_a_name_without_an_address_is_unreachable(known: dict[str, list[str]]) -> None:
    guard = Guard(resolver=names(known))

    with pytest.raises(Unreachable) as caught:
        await guard.resolve("a.example", 80)

    assert str(caught.value) == "There is no server called a.example"
    assert caught.value.permanent is False


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("127.1", ["127.0.0.1"]),
        ("2130706433", ["127.0.0.1"]),
        ("::ffff:127.0.0.1", ["::ffff:7f00:1"]),
    ],
)
async def test_a_number_is_its_own_address(host: str, found: list[str]) -> None:
    guard = Guard(["127.0.0.0/8"], resolver=names({}))

    addresses = await guard.resolve(host, 80)

    assert addresses == found


async def test_the_system_knows_localhost_and_it_is_blocked() -> None:
    guard = Guard()

    with pytest.raises(Blocked) as caught:
        await guard.resolve("localhost", 80)

    assert str(caught.value) == "localhost is not on the public internet"


async def test_a_name_that_cannot_be_one_is_unreachable() -> None:
    guard = Guard()

    with pytest.raises(Unreachable):
        await guard.resolve("a" * 300, 80)

    assert await Guard(["127.0.0.0/8", "::1/128"]).resolve("localhost", 80) != []
