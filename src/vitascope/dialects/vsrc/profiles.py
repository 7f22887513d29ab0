"""Encoding profiles: an instance has one, and every upload uses it."""

from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vitascope.media.ladder import DEFAULT_LADDER, Rung

DEFAULT_PROFILE_ID = 1


class ProfileRendition(Struct, rename="camel"):
    """``height`` is the shorter side in pixels; rates are the most it takes, in bit/s."""

    height: int
    video_bitrate: int
    audio_bitrate: int

    @classmethod
    def of(cls, rung: Rung) -> Self:
        return cls(rung.height, rung.video_bps, rung.audio_bps)


class Profile(Struct, rename="camel"):
    id: int
    name: str
    is_default: bool
    renditions: list[ProfileRendition]


def default_profile(resolutions: Sequence[int]) -> Profile:
    """The rungs of the ladder that the instance makes."""
    rungs = [rung for rung in DEFAULT_LADDER if rung.height in resolutions]
    renditions = [ProfileRendition.of(rung) for rung in rungs]
    return Profile(DEFAULT_PROFILE_ID, "default", True, renditions)
