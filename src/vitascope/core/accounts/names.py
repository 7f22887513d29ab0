"""What an account or a channel may be called.

The rule is PeerTube's, since a handle travels to other servers: 1 to 50 lower-case letters,
digits and underscores, with dots and hyphens inside only (facts: 00-overview, section 10).
"""

import re

from vitascope.base.errors import Invalid

_HANDLE = re.compile(r"[a-z0-9_]+([a-z0-9_.-]+[a-z0-9_]+)?")
_LONGEST = 50


def check_handle(field: str, name: str) -> None:
    """Raises Invalid when ``name`` cannot be a handle."""
    if len(name) > _LONGEST or not _HANDLE.fullmatch(name):
        raise Invalid(
            field,
            "A name has 1 to 50 lower-case letters, digits or underscores; dots and hyphens "
            "may stand inside it",
        )
