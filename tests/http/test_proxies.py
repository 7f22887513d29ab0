from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.http.asgi import Headers
from vitascope.http.proxies import UNIX, TrustedProxies, limit_key

NETWORKS = ["127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48"]
PROXIES = TrustedProxies(NETWORKS)
HEADERS: Headers = [
    (b"host", b"vita.example"),
    (b"x-forwarded-for", b"203.0.113.7"),
    (b"x-forwarded-proto", b"https"),
    (b"x-forwarded-host", b"evil.example"),
]


def forwarded(*values: str) -> Headers:
    return [(b"x-forwarded-for", value.encode()) for value in values]


def request(*client: Any, kind: str = "http", scheme: str = "http", headers: Headers) -> Any:
    return {"type": kind, "client": client or None, "scheme": scheme, "headers": headers}


@pytest.mark.parametrize(
    ("peer", "values", "client"),
    [
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["203.0.113.7"], "203.0.113.7"),
        ("10.0.0.1", ["203.0.113.7, 10.0.0.3"], "203.0.113.7"),
        ("10.0.0.1", ["198.51.100.1, 203.0.113.7, 10.0.0.3"], "203.0.113.7"),
        ("10.0.0.1", ["198.51.100.1", "203.0.113.7", "10.0.0.3 ,10.0.0.4"], "203.0.113.7"),
        ("10.0.0.1", ["10.0.0.2, 10.0.0.3"], "10.0.0.2"),
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),
        ("testclient", ["198.51.100.1"], "testclient"),
    ],
)
def test_the_client_is_the_first_from_the_right_that_is_not_trusted(
    peer: str, values: list[str], client: str
) -> None:
    found = PROXIES.client(peer, forwarded(*values))

    assert found == client


@pytest.mark.parametrize(
    "hop",
    [
        "",
        "unknown",
        UNIX,
        "203.0.113.256",
        "203.0.113.7:80:80",
        "[2001:db8::1",
        "_hidden",
        "x" * 99,
    ],
)
def test_what_is_no_address_ends_the_list(hop: str) -> None:
    found = TrustedProxies([*NETWORKS, UNIX]).client(
        "10.0.0.1", forwarded(f"198.51.100.1, {hop}, 10.0.0.2")
    )

    assert found == "10.0.0.2"


@pytest.mark.parametrize(
    ("written", "client"),
    [
        ("203.0.113.7:4711", "203.0.113.7"),
        ("[203.0.113.7]:4711", "203.0.113.7"),
        ("2001:DB8:0::7", "2001:db8::7"),
        ("[2001:db8::7]", "2001:db8::7"),
        ("[2001:db8::7]:4711", "2001:db8::7"),
        ("fe80::7%eth0", "fe80::7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("[::ffff:203.0.113.7]:4711", "203.0.113.7"),
    ],
)
def test_an_address_has_one_form_however_it_is_written(written: str, client: str) -> None:
    found = PROXIES.client("10.0.0.1", forwarded(written))

    assert found == client


@pytest.mark.parametrize(
    "peer", ["::ffff:10.1.2.3", "10.1.2.3", "127.0.0.1", "2001:db8:ffff::9"]
)
def test_a_proxy_is_trusted_by_address_and_by_network(peer: str) -> None:
    found = PROXIES.client(peer, forwarded("203.0.113.7"))

    assert found == "203.0.113.7"


@pytest.mark.parametrize("network", ["::ffff:10.0.0.0/104", "::ffff:10.0.0.1"])
def test_a_mapped_network_is_the_ipv4_network(network: str) -> None:
    found = TrustedProxies([network]).client("10.0.0.1", forwarded("203.0.113.7"))

    assert found == "203.0.113.7"


@pytest.mark.parametrize("entry", ["10.0.0.0/33", "10.0.0.1/8", "proxy.example", "", "*"])
def test_an_entry_that_is_no_network_is_refused_by_name(entry: str) -> None:
    with pytest.raises(ValueError, match="not an address, a network") as refused:
        TrustedProxies(["127.0.0.1", entry])

    assert repr(entry) in str(refused.value)


@pytest.mark.parametrize(
    ("peer", "said", "scheme"),
    [
        ("10.0.0.1", ["https"], "https"),
        ("10.0.0.1", ["HTTPS"], "https"),
        ("10.0.0.1", ["https, http"], "http"),
        ("10.0.0.1", ["http", "https"], "https"),
        ("10.0.0.1", ["javascript"], "http"),
        ("10.0.0.1", ["https, "], "http"),
        ("10.0.0.1", [], "http"),
        ("203.0.113.9", ["https"], "http"),
    ],
)
def test_the_scheme_is_what_the_nearest_trusted_proxy_says(
    peer: str, said: list[str], scheme: str
) -> None:
    headers = [(b"x-forwarded-proto", value.encode()) for value in said]

    found = PROXIES.scheme(peer, headers, "http")

    assert found == scheme


@pytest.mark.parametrize(("kind", "scheme"), [("http", "https"), ("websocket", "wss")])
def test_the_scope_tells_of_the_client_and_keeps_its_own_host(kind: str, scheme: str) -> None:
    scope = request("10.0.0.1", 4711, kind=kind, headers=HEADERS)

    applied = PROXIES.apply(scope)

    client = ("203.0.113.7", 0)
    assert applied == {"type": kind, "client": client, "scheme": scheme, "headers": HEADERS}
    assert scope["client"] == ("10.0.0.1", 4711)


@pytest.mark.parametrize(
    "scope",
    [
        {"type": "lifespan"},
        request("203.0.113.9", 4711, headers=HEADERS),
        request("10.0.0.1", 4711, headers=[]),
        request("10.0.0.1", 4711, kind="websocket", scheme="ws", headers=[]),
        request(headers=HEADERS),
    ],
)
def test_a_scope_without_news_is_the_same_scope(scope: Any) -> None:
    applied = PROXIES.apply(scope)

    assert applied is scope


def test_a_mapped_peer_keeps_its_port() -> None:
    scope = request("::ffff:203.0.113.9", 4711, headers=[])

    applied = PROXIES.apply(scope)

    assert applied == request("203.0.113.9", 4711, headers=[])


def test_whoever_comes_through_a_unix_socket_is_trusted_when_the_list_says_so() -> None:
    proxies = TrustedProxies([UNIX])

    with_header = proxies.apply(request(headers=HEADERS))
    without = request(headers=[])

    assert with_header == request("203.0.113.7", 0, scheme="https", headers=HEADERS)
    assert proxies.apply(without) is without


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        (UNIX, UNIX),
        ("testclient", "testclient"),
    ],
)
def test_limits_count_by_what_one_customer_has(address: str, key: str) -> None:
    found = limit_key(address)

    assert found == key


_trusted = st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="2001:db8:ffff::/48")
_strangers = st.ip_addresses(network="203.0.113.0/24") | st.ip_addresses(
    network="2001:db8::/48"
)
_port = st.just("") | st.integers(1, 65535).map(lambda port: f":{port}")


@st.composite
def _written(draw: st.DrawFn, addresses: st.SearchStrategy[Any]) -> str:
    """An address as some proxy might write it."""
    address = draw(addresses)
    port = draw(_port)
    bare = str(address) if address.version == 4 or not port else f"[{address}]"
    return draw(st.sampled_from(["", " ", "\t"])) + bare + port


@st.composite
def _in_headers(draw: st.DrawFn, hops: list[str]) -> Headers:
    """The list in one header, or cut into several at any comma."""
    values = [hops[0]]
    for hop in hops[1:]:
        if draw(st.booleans()):
            values.append(hop)
        else:
            values[-1] += "," + hop
    return forwarded(*values)


@given(st.data())
def test_nothing_left_of_the_first_stranger_matters(data: st.DataObject) -> None:
    stranger = data.draw(_strangers)
    made_up = data.draw(st.lists(st.text(max_size=20) | _written(_strangers | _trusted)))
    passed = data.draw(st.lists(_written(_trusted), max_size=4))
    hops = [*made_up, data.draw(_written(st.just(stranger))), *passed]
    headers = data.draw(_in_headers(hops))

    found = PROXIES.client(str(data.draw(_trusted)), headers)

    assert found == str(stranger)


@given(_strangers, st.lists(st.text() | _written(_strangers | _trusted), min_size=1))
def test_nothing_a_stranger_sends_changes_its_address(peer: Any, hops: list[str]) -> None:
    found = PROXIES.client(str(peer), forwarded(*hops))

    assert found == str(peer)


@given(st.lists(st.binary(max_size=80)))
def test_no_header_breaks_the_walk(values: list[bytes]) -> None:
    scope = request("10.0.0.1", 1, headers=[(b"x-forwarded-for", value) for value in values])

    applied = PROXIES.apply(scope)

    assert isinstance(applied["client"][0], str)
