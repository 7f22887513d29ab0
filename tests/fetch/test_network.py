import asyncio

import httpcore2
import pytest
from tests.fetch.loopback import NoNetwork, always, names, serve, whole

from vitascope.fetch.errors import Blocked
from vitascope.fetch.guard import Guard
from vitascope.fetch.network import GuardedNetwork


async def test_the_checked_address_is_connected_to_and_not_the_name() -> None:
    beneath = NoNetwork()
    network = GuardedNetwork(Guard(resolver=names({"a.example": ["1.1.1.1"]})), beneath)

    with pytest.raises(httpcore2.ConnectError):
        await network.connect_tcp("a.example", 443)

    assert beneath.tried == [("1.1.1.1", 443)]


async def test_a_name_that_leads_elsewhere_the_second_time_is_looked_up_once() -> None:
    answers = iter([["1.1.1.1"], ["127.0.0.1"]])
    beneath = NoNetwork()

    async def rebinding(_host: str, _port: int) -> list[str]:
        return next(answers)

    network = GuardedNetwork(Guard(resolver=rebinding), beneath)

    with pytest.raises(httpcore2.ConnectError):
        await network.connect_tcp("a.example", 80)
    with pytest.raises(Blocked):
        await network.connect_tcp("a.example", 80)

    assert beneath.tried == [("1.1.1.1", 80)]


@pytest.mark.parametrize("addresses", [["1.1.1.1", "10.0.0.1"], ["10.0.0.1", "1.1.1.1"]])
async def test_a_name_with_one_private_address_is_connected_to_nowhere(
    addresses: list[str],
) -> None:
    beneath = NoNetwork()
    network = GuardedNetwork(Guard(resolver=names({"a.example": addresses})), beneath)

    with pytest.raises(Blocked):
        await network.connect_tcp("a.example", 80)

    assert beneath.tried == []


async def test_the_next_address_is_tried_and_at_most_four() -> None:
    addresses = ["1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4", "1.1.1.5"]
    beneath = NoNetwork()
    network = GuardedNetwork(Guard(resolver=names({"a.example": addresses})), beneath)

    with pytest.raises(httpcore2.ConnectError):
        await network.connect_tcp("a.example", 80, timeout=8)

    assert beneath.tried == [(address, 80) for address in addresses[:4]]


async def test_an_address_that_answers_ends_the_search() -> None:
    async with serve(always(whole(b"hello"))) as server:
        known = names({"a.example": ["127.0.0.3", "127.0.0.1"]})
        network = GuardedNetwork(Guard(["127.0.0.0/8"], resolver=known))

        stream = await network.connect_tcp("a.example", server.port, timeout=30)

        assert stream.get_extra_info("server_addr") == ("127.0.0.1", server.port)
        await stream.aclose()


async def test_a_slow_lookup_is_given_up() -> None:
    async def never(_host: str, _port: int) -> list[str]:
        await asyncio.Event().wait()
        return []

    network = GuardedNetwork(Guard(resolver=never), NoNetwork())

    with pytest.raises(httpcore2.ConnectTimeout):
        await network.connect_tcp("a.example", 80, timeout=0.01)


async def test_sockets_of_this_machine_are_no_network() -> None:
    network = GuardedNetwork(Guard(), NoNetwork())

    with pytest.raises(httpcore2.ConnectError):
        await network.connect_unix_socket("/run/some.sock")

    await network.sleep(0)
