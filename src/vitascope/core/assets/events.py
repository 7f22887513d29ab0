"""What happens to assets."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class SourceReceived(Event):
    """All bytes of a new source are stored."""

    asset_id: int


@dataclass(frozen=True, slots=True)
class AssetPrepared(Event):
    """The first rendition is complete; the better ones can be made."""

    asset_id: int


@dataclass(frozen=True, slots=True)
class AssetRemoved(Event):
    """Nothing refers to the asset any more. ``folder`` holds the blobs it leaves."""

    asset_id: int
    folder: str
