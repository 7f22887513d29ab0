"""What every step may use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from vitascope.core.settings.live import LiveSettings
from vitascope.db import Database
from vitascope.media.encoders import Encoder
from vitascope.media.ffmpeg import Tools
from vitascope.media.ladder import Rung, usual_audio_bps
from vitascope.storage import BlobStore
from vitascope.storage.scratch import Scratch


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """``serves_growing`` is True when players can reach the scratch folder of this machine,
    so that a rendition may be watched while it is being made. ``cancel`` stops the jobs of
    a handler about an asset.
    """

    db: Database
    store: BlobStore
    tools: Tools
    scratch: Scratch
    settings: LiveSettings
    encoder: Encoder
    serves_growing: bool
    cancel: Callable[[str, str], int]
    now: Callable[[], datetime]

    @property
    def ladder(self) -> Sequence[Rung]:
        """The rungs to make, as the settings say now."""
        return [
            Rung(
                height=rung.height,
                video_bps=rung.max_bps,
                audio_bps=usual_audio_bps(rung.height),
                crf=rung.crf,
            )
            for rung in self.settings.current().ladder
            if rung.is_on
        ]
