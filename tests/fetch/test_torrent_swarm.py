from pathlib import Path
from typing import Any

import pytest

from vitascope.fetch.torrent_swarm import open_session
from vitascope.fetch.torrent_words import Fetch

# What keeps a session within the guard's bounds, some of it by libtorrent's own choice.
CLOSED = {
    "apply_filter_to_dht": True,
    "apply_ip_filter_to_trackers": True,
    "enable_lsd": False,
    "enable_natpmp": False,
    "enable_upnp": False,
    "i2p_hostname": "",
    "proxy_hostname": "",
    "ssrf_mitigation": True,
    "validate_https_trackers": True,
}


def order(*, allowed: tuple[str, ...] = ()) -> Fetch:
    return Fetch(
        magnet="magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567",
        folder=Path("fetched"),
        limit_bytes=1,
        allowed_networks=allowed,
        peers=(),
        is_open=False,
        timeout_without_progress_s=1,
    )


def test_a_session_asks_nothing_of_the_network_around_it() -> None:
    session = open_session(order())

    settings: dict[str, Any] = dict(session.get_settings())
    assert {name: settings[name] for name in CLOSED} == CLOSED
    assert settings["enable_dht"] is False
    assert settings["listen_interfaces"] == "127.0.0.1:0"


@pytest.mark.parametrize(("allowed", "blocked"), [((), 1), (("10.0.0.0/8",), 0)])
def test_a_session_has_the_filter_of_the_guard(allowed: tuple[str, ...], blocked: int) -> None:
    session = open_session(order(allowed=allowed))

    decisions = [session.get_ip_filter().access(ip) for ip in ("10.0.0.1", "192.168.0.1")]

    assert decisions == [blocked, 1]
