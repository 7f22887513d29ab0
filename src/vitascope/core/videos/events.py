"""What happens to videos."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class VideoPublished(Event):
    """The audience of its privacy may see it now, for the first time."""

    video_id: int


@dataclass(frozen=True, slots=True)
class VideoDeleted(Event):
    """It is gone. ``folder`` holds the pictures its owner had chosen."""

    video_id: int
    folder: str
