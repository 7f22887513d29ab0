"""What a browser does with a challenge of ours."""

import hashlib
from itertools import count

EASY_BITS = 8


def solve(salt: str, bits: int) -> int:
    """The first number whose hash behind the salt begins with ``bits`` zero bits."""
    return next(number for number in count() if zero_bits(f"{salt}{number}") >= bits)


def zero_bits(text: str) -> int:
    digest = hashlib.sha256(text.encode()).digest()
    return 256 - int.from_bytes(digest, "big").bit_length()
