"""Encoding profiles by number: 1 is the server's own ladder, and those of users come after."""

import re

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import ProfileId

SERVER_PROFILE = 1
LARGEST_PROFILE = 2**31 - 1

_NUMBER = re.compile(r"[1-9][0-9]{0,9}")


def number_of(profile_id: ProfileId) -> int:
    return profile_id + SERVER_PROFILE


def profile_of(number: int) -> ProfileId:
    """The user's profile of a number above the server's own."""
    return ProfileId(number - SERVER_PROFILE)


def parse_number(text: str) -> int:
    """Raises NotFound when no profile can have it."""
    if not _NUMBER.fullmatch(text) or int(text) > LARGEST_PROFILE:
        raise NotFound("encoding profile", text)
    return int(text)


def parse_own(text: str) -> ProfileId:
    """The profile of a user that is to be changed.

    Raises:
        NotFound: no profile can have this number.
        Forbidden: it is the server's own.
    """
    number = parse_number(text)
    if number == SERVER_PROFILE:
        raise Forbidden("The server's own profile follows the server's settings")
    return profile_of(number)
