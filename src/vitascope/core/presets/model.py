"""What a player preset is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from vitascope.base.ids import PresetId, UserId


class Corner(StrEnum):
    """Where the logo stands."""

    TOP_LEFT = "top-left"
    TOP_RIGHT = "top-right"
    BOTTOM_LEFT = "bottom-left"
    BOTTOM_RIGHT = "bottom-right"


class Controls(Struct, frozen=True, kw_only=True):
    """Which of the player's controls are there."""

    play: bool = True
    volume: bool = True
    quality: bool = True
    speed: bool = True
    subtitles: bool = True
    pip: bool = True
    fullscreen: bool = True


class Watermark(Struct, frozen=True, kw_only=True):
    """A text over the picture that moves every ``move_interval`` seconds (30 to 60).

    ``{viewer_id}``, ``{ip}`` and ``{time}`` in ``text`` stand for who is watching, from where
    and when. ``opacity`` is a number from 0 to 1.
    """

    enabled: bool = False
    text: str = "{viewer_id} {ip} {time}"
    opacity: float = 0.5
    move_interval: int = 45


class Look(Struct, frozen=True, kw_only=True):
    """How a player looks and behaves.

    ``primary_color`` is ``#rrggbb``. ``logo_url`` and ``logo_link`` are empty or http(s)
    addresses. ``playback_rates`` are what the menu of speeds offers, 1 among them.
    ``default_quality`` is ``auto`` or a height such as ``720p``, ``default_subtitle_language``
    a language tag or empty for none.
    """

    primary_color: str = "#3ea6ff"
    logo_url: str = ""
    logo_link: str = ""
    logo_position: Corner = Corner.TOP_RIGHT
    autoplay: bool = False
    muted: bool = False
    loop: bool = False
    controls: Controls = Controls()
    playback_rates: tuple[float, ...] = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
    default_quality: str = "auto"
    default_subtitle_language: str = ""
    watermark: Watermark = Watermark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """``is_default`` is True for the one that counts for videos without a preset of their own:
    at most one of each user.
    """

    id: PresetId
    uuid: UUID
    user_id: UserId
    name: str
    is_default: bool
    look: Look
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPreset:
    """What its owner says of a preset, see :class:`Preset`."""

    name: str
    is_default: bool
    look: Look
