"""What an e-mail address looks like. Whether it exists, only a mail can tell."""

import re

from vitascope.base.errors import Invalid

_ADDRESS = re.compile(r"[^@\s\x00-\x1f<>\"(),:;\[\]\\]+@[^@\s\x00-\x1f<>\"(),:;\[\]\\]+")
_LONGEST = 400


def check_email(email: str, *, field: str = "email") -> None:
    """Raises Invalid when ``email`` cannot be an address."""
    if len(email) > _LONGEST or not _ADDRESS.fullmatch(email):
        raise Invalid(field, "This is not an e-mail address")
