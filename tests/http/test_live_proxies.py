from pathlib import Path

import msgspec
import pytest
from tests.factories import NOON

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Cdn, Settings
from vitascope.core.settings.queries import write_settings
from vitascope.db import Database
from vitascope.fetch.guard import Guard
from vitascope.http.cdn_ranges import CdnRanges
from vitascope.http.live_proxies import LOCAL, LiveProxies

CLIENT = "203.0.113.9"


def seen_from(proxies: LiveProxies, peer: str) -> tuple[str, str]:
    """The client's address and scheme, when ``peer`` speaks for one."""
    headers = [(b"x-forwarded-for", CLIENT.encode()), (b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "scheme": "http", "client": (peer, 4000), "headers": headers}
    seen = proxies.apply(scope)
    return seen["client"][0], seen["scheme"]


@pytest.fixture
def live(db: Database) -> LiveSettings:
    return LiveSettings(db, Settings(trusted_proxies=("10.0.0.1",)), clock=lambda: 0.0)


@pytest.fixture
def proxies(live: LiveSettings, tmp_path: Path) -> LiveProxies:
    kept = {"fastly": {"fetched_at": NOON, "networks": ["192.0.2.0/24"]}}
    path = tmp_path / "addresses.json"
    path.write_bytes(msgspec.json.encode(kept))
    return LiveProxies(live, CdnRanges(path, Guard()))


def change(live: LiveSettings, db: Database, **values: object) -> None:
    with db.begin() as tx:
        write_settings(tx, values, now=NOON)
    live.forget()


def test_whom_the_settings_name_is_believed_from_the_next_request_on(
    proxies: LiveProxies, live: LiveSettings, db: Database
) -> None:
    before = [seen_from(proxies, peer) for peer in ("10.0.0.1", "192.0.2.5")]
    change(live, db, trusted_proxies=("192.0.2.5",))
    after = [seen_from(proxies, peer) for peer in ("10.0.0.1", "192.0.2.5")]

    believed = (CLIENT, "https")
    assert before == [believed, ("192.0.2.5", "http")]
    assert after == [("10.0.0.1", "http"), believed]


def test_the_networks_of_a_cdn_are_believed_while_it_is_switched_on(
    proxies: LiveProxies, live: LiveSettings, db: Database
) -> None:
    off = seen_from(proxies, "192.0.2.77")
    change(live, db, trusted_cdns=(Cdn.FASTLY, Cdn.KEYCDN))
    on = seen_from(proxies, "192.0.2.77")

    assert (off, on) == (("192.0.2.77", "http"), (CLIENT, "https"))


@pytest.mark.parametrize(
    "peer", ["127.0.0.1", "192.168.1.1", "172.31.0.1", "169.254.1.1", "fd00::1"]
)
def test_local_networks_are_believed_when_asked_for(
    proxies: LiveProxies, live: LiveSettings, db: Database, peer: str
) -> None:
    off = seen_from(proxies, peer)
    change(live, db, trusts_local_networks=True)
    on = seen_from(proxies, peer)

    assert (off, on) == ((peer, "http"), (CLIENT, "https"))
    assert len(LOCAL) == len(set(LOCAL))
