"""Who may join, and those who have asked to."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import UserId


class SignupMode(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignupPolicy:
    """``most_users`` None is no limit, and so are quotas, in bytes. An empty
    ``allowed_networks`` allows all that ``refused_networks`` does not refuse.
    """

    mode: SignupMode = SignupMode.CLOSED
    most_users: int | None = None
    verifies_email: bool = False
    minimum_age: int = 16
    allowed_networks: tuple[str, ...] = ()
    refused_networks: tuple[str, ...] = ()
    quota_bytes: int | None = None
    daily_quota_bytes: int | None = None

    def admits(self, address: str) -> bool:
        """Whether people may join from this network address."""
        if not self.allowed_networks and not self.refused_networks:
            return True
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        # An IPv4 address arrives in IPv6's clothes where the server listens on both.
        found = getattr(found, "ipv4_mapped", None) or found
        if any(found in ipaddress.ip_network(network) for network in self.refused_networks):
            return False
        allowed = self.allowed_networks
        return not allowed or any(found in ipaddress.ip_network(n) for n in allowed)


class RegistrationState(StrEnum):
    PENDING = "pending"
    REJECTED = "rejected"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """Somebody asks to join. ``user_id`` is set once that was accepted, and None again when
    the user is gone. ``email_verified`` is None where nobody is asked to verify. The password
    is kept until the request is answered, and empty then.
    """

    id: int
    state: RegistrationState
    reason: str
    response: str | None
    username: str
    email: str
    email_verified: bool | None
    password_hash: str
    display_name: str
    channel_name: str
    channel_display_name: str
    user_id: UserId | None
    created_at: datetime
    updated_at: datetime
