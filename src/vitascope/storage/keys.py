"""Which keys are keys, decided once for every backend."""

import re

# A segment may not begin with a dot: that covers ``.`` and ``..``, and leaves such names to
# the stores' own unfinished files.
_SEGMENT = r"[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*"
_KEY = re.compile(rf"{_SEGMENT}(?:/{_SEGMENT})*")


def check_key(key: str) -> str:
    """Return ``key``.

    Raises:
        ValueError: it is empty, absolute, leaves the store, or holds what no key of ours holds.
    """
    if _KEY.fullmatch(key) is None:
        raise ValueError(f"not a key of the store: {key!r}")
    return key


def check_prefix(prefix: str) -> str:
    """Return ``prefix`` as a folder: empty for the whole store, else with a slash at its end.

    Raises:
        ValueError: as for :func:`check_key`.
    """
    return prefix and check_key(prefix.removesuffix("/")) + "/"
