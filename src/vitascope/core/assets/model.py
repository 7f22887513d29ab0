"""What an asset is made of."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from vitascope.base.ids import AssetId


class AssetState(StrEnum):
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


class RenditionKind(StrEnum):
    VIDEO = "video"
    AUDIO = "audio"


class RenditionState(StrEnum):
    GROWING = "growing"
    """Playable from its first segment on, while the rest is being made."""
    COMPLETE = "complete"


class TaskState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """``width`` and ``height`` are those a viewer sees, after rotation and pixel aspect.

    ``probe`` is what the prober found, as JSON text; ``chapters`` are pairs of start (ms) and
    title; ``storyboard`` tells how its picture is cut, as JSON. ``recipe`` says how its sender
    wants it encoded (see :mod:`vitascope.core.profiles.model`), None to leave it to the server.
    """

    id: AssetId
    uuid: uuid.UUID
    sha256: str
    size_bytes: int
    content_type: str
    state: AssetState
    is_watchable: bool
    failure: str | None
    duration_ms: int | None
    width: int | None
    height: int | None
    fps: float | None
    has_audio: bool | None
    has_poster: bool
    probe: str
    chapters: tuple[tuple[int, str], ...]
    storyboard: dict[str, Any] | None
    recipe: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime

    @property
    def folder(self) -> str:
        """Prefix of every blob of this asset."""
        return asset_folder(self.uuid)

    @property
    def source_key(self) -> str:
        return f"{self.folder}/source"

    def blob_key(self, name: str) -> str:
        """Where the file ``name`` that we made (``720p.mp4``, ``poster.jpg``) is stored."""
        return f"{self.folder}/{name}"


def asset_folder(asset_uuid: uuid.UUID) -> str:
    return f"assets/{asset_uuid}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One stream that players can fetch: a rung that came out, or an audio track.

    ``resolution`` is the shorter side in pixels, None for audio. Rates are measured.
    """

    asset_id: AssetId
    name: str
    kind: RenditionKind
    state: RenditionState
    resolution: int | None = None
    width: int | None = None
    height: int | None = None
    fps: float | None = None
    codecs: str
    language: str | None = None
    label: str | None = None
    channels: int | None = None
    is_default: bool = False
    size_bytes: int = 0
    average_bps: int = 0
    peak_bps: int = 0
    id: int = 0

    @property
    def file_name(self) -> str:
        return f"{self.name}.mp4"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedCaption:
    """A text track found inside the source: WebVTT made, the original kept when it is ASS."""

    asset_id: AssetId
    name: str
    language: str
    label: str
    is_forced: bool
    has_ass: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of the work on an asset. ``percent`` is 0 to 100, ``speed`` times real time."""

    name: str
    state: TaskState
    percent: float
    speed: float | None

    @property
    def is_quality(self) -> bool:
        """Whether it makes something viewers choose: a rendition with pictures."""
        return self.name.endswith("p") and self.name[:-1].isdigit()

    @property
    def is_audio(self) -> bool:
        return self.audio_number is not None

    @property
    def audio_number(self) -> int | None:
        """Which of the source's audio tracks it makes, counted from 0; None for other work."""
        kind, _, number = self.name.partition("-")
        return int(number) if kind == "audio" and number.isdigit() else None
