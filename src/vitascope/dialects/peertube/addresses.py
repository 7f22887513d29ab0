"""Addresses of other servers that clients send."""

from ipaddress import ip_address

from vitascope.base.errors import Invalid
from vitascope.core.imports.ask import check_import_address
from vitascope.fetch.errors import BadUrl
from vitascope.fetch.url import parse_url


def check_address(text: str) -> None:
    """Raises Invalid unless it is the address of a file or page on another server: a name
    without a dot means something inside somebody's network only.
    """
    check_import_address(text)
    try:
        host = parse_url(text).host
    except BadUrl as error:
        raise Invalid("url", error.message) from error
    if "." not in host.strip(".") and not _is_ip(host):
        raise Invalid("url", "The host of the address needs a domain")


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
