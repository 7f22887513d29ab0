"""Which addresses webhooks may have."""

from dataclasses import dataclass, field

from vitascope.base.errors import Invalid
from vitascope.fetch.errors import BadUrl, FetchError, Problem
from vitascope.fetch.guard import Guard

LONGEST_URL = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPolicy:
    """``guard`` says what this server connects to. What is sent is signed and not secret to
    those who carry it unless TLS hides it, so http has to be allowed by the operator.
    """

    guard: Guard = field(default_factory=Guard)
    allows_http: bool = False


def check_address(url: str, policy: AddressPolicy) -> None:
    """Raises Invalid unless ``url`` is one that may be sent to.

    A name is not looked up: what it means is checked whenever something is sent.
    """
    if len(url) > LONGEST_URL:
        raise Invalid("url", f"The address has more than {LONGEST_URL} characters")
    try:
        address = policy.guard.check_url(url)
    except BadUrl as error:
        raise Invalid("url", _words(error, policy)) from error
    except FetchError as error:
        raise Invalid("url", error.message) from error
    if address.scheme == "http" and not policy.allows_http:
        raise Invalid("url", "The address begins with https://")


def _words(error: BadUrl, policy: AddressPolicy) -> str:
    if error.problem is Problem.SCHEME:
        also = " or http://" if policy.allows_http else ""
        return f"The address begins with https://{also}"
    return error.message
