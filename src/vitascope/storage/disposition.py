"""The Content-Disposition header, as RFC 6266 has it."""

import re
from urllib.parse import quote

_UNSAFE = re.compile(r"[^ !#$&+\-.0-9A-Z^_`a-z{}~()\[\],=@]")
# What RFC 8187 lets stand in an extended value beside letters and digits.
_PLAIN = "!#$&+-.^_`|~"


def attachment(filename: str) -> str:
    """Ask to save under ``filename``, whatever characters it has.

    Old programs read the plain name, where ``_`` stands for what quoted ASCII cannot hold.
    """
    plain = _UNSAFE.sub("_", filename)
    if plain == filename:
        return f'attachment; filename="{plain}"'
    extended = quote(filename, safe=_PLAIN, errors="replace")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{extended}"
