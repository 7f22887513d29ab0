"""Where a stream may be asked for from."""

import ipaddress

from vitascope.base.errors import ProductError
from vitascope.core.embeds.model import (
    DomainNotAllowed,
    Embed,
    Place,
    PlaybackRefused,
    PlaybackSession,
)
from vitascope.core.videos.domains import is_shown_on

_PREFIXES = {4: 24, 6: 48}


def network_of(address: str) -> str | None:
    """The beginning of an address that stays the same when a provider gives its customer
    another one: the first 24 bits, or 48 of IPv6. None for what is no address.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    network = ipaddress.ip_network((found, _PREFIXES[found.version]), strict=False)
    return str(network)


def check_site(embed: Embed, site: str | None, own_site: str | None) -> None:
    """See that what is opened is shown on ``site``: both lists have to name it, the video's
    and the token's. Our own pages always pass.

    Raises:
        DomainNotAllowed: one of them does not, or no site is named and there is a list.
    """
    if site is not None and site == own_site:
        return
    if not all(is_shown_on(domains, site) for domains in _lists(embed)):
        raise _refusal(site)


def check_bound(session: PlaybackSession, embed: Embed, place: Place) -> None:
    """See that a request may go on with a session.

    One that names a site has to name that where the session was begun. Players that name none
    may go on with what our own pages began, and with what is shown everywhere.

    Raises:
        DomainNotAllowed: it is not shown there.
        PlaybackRefused: the session was begun on another site or in another network.
    """
    if place.site is not None:
        check_site(embed, place.site, place.own_site)
        if session.site not in {None, place.site}:
            raise PlaybackRefused("This stream was begun on another site")
    elif session.site is None or session.site != place.own_site:
        check_site(embed, None, place.own_site)
    if session.network not in {None, place.network}:
        raise PlaybackRefused("This stream was begun in another network")


def _lists(embed: Embed) -> tuple[tuple[str, ...], ...]:
    made = () if embed.made is None else embed.made.allowed_domains
    return embed.entry.video.allowed_domains, made


def _refusal(site: str | None) -> ProductError:
    where = "a page that names its address" if site is None else "other sites"
    return DomainNotAllowed(f"This video is shown on {where} only")
