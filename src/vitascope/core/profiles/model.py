"""What an encoding profile is."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct

from vitascope.base.ids import ProfileId, UserId


class ProfileRung(Struct, frozen=True, kw_only=True):
    """``height`` is the shorter side in pixels, ``video_bps`` the most its picture takes at up
    to 30 frames a second, ``crf`` the encoder's constant quality, None to leave it alone.
    """

    height: int
    video_bps: int
    audio_bps: int = 128_000
    crf: int | None = None


class Recipe(Struct, frozen=True, kw_only=True):
    """How a source is to be encoded: the sizes, best first, and the most frames a second."""

    rungs: tuple[ProfileRung, ...]
    most_fps: int = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """``is_default`` is True for the one that counts when its owner names none: at most one
    of each user.
    """

    id: ProfileId
    user_id: UserId
    name: str
    is_default: bool
    recipe: Recipe
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProfile:
    """What its owner says of one."""

    name: str
    is_default: bool
    recipe: Recipe
