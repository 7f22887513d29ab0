"""Which proxies are believed, as the settings say at that moment."""

from collections.abc import Sequence

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings
from vitascope.http.asgi import Scope
from vitascope.http.cdn_ranges import CdnRanges
from vitascope.http.proxies import TrustedProxies

LOCAL = (
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "::1",
    "fc00::/7",
    "fe80::/10",
)
"""This machine and networks that nobody reaches from outside."""


class LiveProxies:
    """As :class:`TrustedProxies`; a change of the settings counts from the next request on."""

    def __init__(self, settings: LiveSettings, ranges: CdnRanges) -> None:
        self._settings = settings
        self._ranges = ranges
        self._built: tuple[Sequence[str], TrustedProxies] = ((), TrustedProxies(()))

    def apply(self, scope: Scope) -> Scope:
        """``scope`` with the client's address and scheme."""
        return self._current().apply(scope)

    def _current(self) -> TrustedProxies:
        networks = self._networks(self._settings.known())
        built = self._built
        if built[0] != networks:
            built = self._built = (networks, TrustedProxies(networks))
        return built[1]

    def _networks(self, settings: Settings) -> Sequence[str]:
        local = LOCAL if settings.trusts_local_networks else ()
        cdns = self._ranges.networks(settings.trusted_cdns)
        return (*settings.trusted_proxies, *local, *cdns)
