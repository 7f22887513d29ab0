"""What an account or a channel may be called.

The rule is PeerTube's, since a handle travels to other servers: 1 to 50 lower-case letters,
digits and underscores, with dots and hyphens inside only (facts: 00-overview, section 10).
"""

import re

from vitascope.base.errors import Invalid

_HANDLE = re.compile(r"[a-z0-9_]+([a-z0-9_.-]+[a-z0-9_]+)?")
_LONGEST = 50
_LONGEST_DISPLAYED = 120
_LONGEST_DESCRIPTION = 1000


def check_handle(field: str, name: str) -> None:
    """Raises Invalid when ``name`` cannot be a handle."""
    if len(name) > _LONGEST or not _HANDLE.fullmatch(name):
        raise Invalid(
            field,
            "A name has 1 to 50 lower-case letters, digits or underscores; dots and hyphens "
            "may stand inside it",
        )


def check_display_name(field: str, name: str) -> None:
    """Raises Invalid unless ``name`` has 1 to 120 characters."""
    if not 0 < len(name.strip()) <= _LONGEST_DISPLAYED or "\0" in name:
        raise Invalid(field, f"A display name has 1 to {_LONGEST_DISPLAYED} characters")


def check_description(text: str | None) -> None:
    """Raises Invalid for a description of another length than 3 to 1000 characters."""
    if text is None:
        return
    if not 3 <= len(text) <= _LONGEST_DESCRIPTION or "\0" in text:
        raise Invalid("description", "A description has 3 to 1000 characters")
