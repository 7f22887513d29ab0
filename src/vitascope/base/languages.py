"""Tags of languages, as in BCP 47."""

import re

# Parts of one digit or two would look like the numbers that tell two tracks of one language
# apart in addresses.
_PART = r"(?!\d{1,2}(-|\Z))[a-z\d]{2,8}"
_TAG = re.compile(rf"[a-z]{{2,3}}(-([a-z]-)?{_PART})*", re.IGNORECASE | re.ASCII)
_LONGEST = 35


def is_language_tag(text: str) -> bool:
    """Whether ``text`` is a tag such as ``en``, ``pt-BR`` or ``de-CH-1996``, of at most 35
    characters.
    """
    return len(text) <= _LONGEST and _TAG.fullmatch(text) is not None


def canonical_tag(tag: str) -> str:
    """A tag in its usual capitals: ``en``, ``zh-Hant``, ``pt-BR``, ``en-US-x-twain``."""
    plain, *special = re.split(r"(?=-[a-z]-)", tag.lower(), maxsplit=1)
    language, *parts = plain.split("-")
    return "-".join((language, *map(_written, parts))) + "".join(special)


def _written(part: str) -> str:
    """Regions have two letters and scripts four; the rest is in lower case."""
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part
