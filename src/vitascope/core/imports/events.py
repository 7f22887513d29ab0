"""What happens to imports."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class ImportAsked(Event):
    """Somebody wants it fetched: for the first time, or again."""

    import_id: int


@dataclass(frozen=True, slots=True)
class ImportCancelAsked(Event):
    """It is under way and has to stop."""

    import_id: int


@dataclass(frozen=True, slots=True)
class ImportEnded(Event):
    """It is done, failed, canceled or deleted. ``folder`` is what its working files lie in."""

    import_id: int
    folder: str


@dataclass(frozen=True, slots=True)
class SyncDue(Event):
    """It is time to look for new videos."""

    sync_id: int


@dataclass(frozen=True, slots=True)
class ChannelImportAsked(Event):
    """Somebody wants everything that another site's channel has, once."""

    channel_id: int
    user_id: int
    url: str
    sync_id: int | None = None
