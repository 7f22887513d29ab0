"""Identifiers. One type per kind of thing, so a channel id never passes for a video id."""

import uuid
from collections.abc import Iterable
from typing import NewType, TypeAlias, TypeVar

from vitascope.base.errors import NotFound

UserId = NewType("UserId", int)
AccountId = NewType("AccountId", int)
ChannelId = NewType("ChannelId", int)
AssetId = NewType("AssetId", int)
VideoId = NewType("VideoId", int)
TagId = NewType("TagId", int)
FolderId = NewType("FolderId", int)
UploadId = NewType("UploadId", int)
ImportId = NewType("ImportId", int)
SyncId = NewType("SyncId", int)
PageId = NewType("PageId", int)
HeartbeatId = NewType("HeartbeatId", int)
PresetId = NewType("PresetId", int)
EmbedTokenId = NewType("EmbedTokenId", int)
PlaybackSessionId = NewType("PlaybackSessionId", int)
EndpointId = NewType("EndpointId", int)
DeliveryId = NewType("DeliveryId", int)
ProfileId = NewType("ProfileId", int)
TranslationId = NewType("TranslationId", int)

VideoRef: TypeAlias = int | uuid.UUID
"""How the outside names a video: the guessable number, or the uuid nobody can guess."""

# flickrBase58: no 0, O, I and l, which people confuse when they type an address.
_ALPHABET = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ"
_SHORT_LENGTH = 22
LARGEST_ROW_ID = 2**31 - 1
_MOST_DIGITS = 10


_Id = TypeVar("_Id", bound=int)


def possible_ids(ids: Iterable[_Id]) -> list[_Id]:
    """Those that a row can have; PostgreSQL refuses to look for larger ones."""
    return [each for each in ids if each <= LARGEST_ROW_ID]


def parse_row_id(kind: str, text: str) -> int:
    """The number of a row, as it stands in an address.

    Raises:
        NotFound: this is no number, or one that no row of a ``kind`` can have. Larger ones are
            refused by PostgreSQL.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise NotFound(kind, text)
    number = int(text)
    if number > LARGEST_ROW_ID:
        raise NotFound(kind, text)
    return number


def parse_uuid(kind: str, text: str) -> uuid.UUID:
    """An id of 32 hexadecimal digits with hyphens between them.

    Raises:
        NotFound: this is none that a ``kind`` could have.
    """
    try:
        found = uuid.UUID(text)
    except ValueError:
        raise NotFound(kind, text) from None
    # The parser takes hyphens and braces anywhere; one thing has one id.
    if str(found) != text.lower():
        raise NotFound(kind, text)
    return found


def short_uuid(value: uuid.UUID) -> str:
    """The 22 characters of ``value`` in base 58, as they stand in watch addresses."""
    number, digits = value.int, ""
    while number:
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits.rjust(_SHORT_LENGTH, _ALPHABET[0])


def parse_short_uuid(text: str) -> uuid.UUID:
    """Read what :func:`short_uuid` wrote.

    Raises:
        ValueError: not 22 characters of the alphabet, or more than 128 bits.
    """
    if len(text) != _SHORT_LENGTH:
        raise ValueError(f"a short uuid has {_SHORT_LENGTH} characters: {text!r}")
    number = 0
    for character in text:
        number = number * len(_ALPHABET) + _ALPHABET.index(character)
    return uuid.UUID(int=number)


def parse_video_ref(text: str) -> VideoRef:
    """Read a video's number, uuid or short uuid from outside.

    Raises:
        NotFound: not an id at all. A malformed id and an unknown one look the same from
            outside, so neither tells the caller which ids exist.
    """
    if text.isascii() and text.isdigit() and len(text) < _SHORT_LENGTH:
        return min(int(text), LARGEST_ROW_ID)  # a larger number is unknown to every database
    try:
        return parse_short_uuid(text) if len(text) == _SHORT_LENGTH else uuid.UUID(text)
    except ValueError:
        raise NotFound("video", text) from None
