"""Tags of languages, as in BCP 47."""

import re

# Parts of one digit or two would look like the numbers that tell two tracks of one language
# apart in addresses.
_TAG = re.compile(r"[a-z]{2,3}(-([a-z]{2,8}|\d{3}))*", re.IGNORECASE)
_LONGEST = 20


def is_language_tag(text: str) -> bool:
    """Whether ``text`` is a tag such as ``en`` or ``pt-BR``, of at most 20 characters."""
    return len(text) <= _LONGEST and _TAG.fullmatch(text) is not None
