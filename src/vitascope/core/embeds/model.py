"""What an embed token is, and what is played by it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import EmbedTokenId, PlaybackSessionId, VideoId
from vitascope.core.videos.model import VideoEntry

SESSION_LIFETIME = timedelta(seconds=14400)
"""How long a playback session lasts (facts: section 3.1)."""


class EmbedNotFound(NotFound):
    """There is no such embed token, or its video is gone."""

    def __init__(self) -> None:
        super().__init__("embed", "")
        self.message = "There is no video at this address"


class EmbedExpired(NotFound):
    """The embed token was made for a time that is over."""

    def __init__(self) -> None:
        super().__init__("embed", "")
        self.message = "This link has expired. Ask for a new one where you found it."


class TokenRequired(Forbidden):
    """The video's permanent token opens nothing: it is shown by tokens made for one viewer."""


class DomainNotAllowed(Forbidden):
    """The video is not shown on the site that asks for it."""


class TooManySessions(Forbidden):
    """The token has begun as many playback sessions as it may."""


class PlaybackRefused(Forbidden):
    """No playback token was shown, or one that opens nothing here."""


class PlaybackExpired(Forbidden):
    """The playback session is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEmbedToken:
    """What its maker says of a token for one viewer; see :class:`EmbedToken`."""

    viewer_id: str | None = None
    lifetime: timedelta = timedelta(hours=1)
    allowed_domains: tuple[str, ...] = ()
    max_sessions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedToken:
    """A token that shows one video to one viewer for some time. Only its hash is kept.

    ``viewer_id`` is what the maker calls the viewer. ``allowed_domains`` narrows the video's
    own list. It begins at most ``max_sessions`` playback sessions, None for as many as asked.
    One that ``is_lent`` was given by this server to somebody whom it let in to a page.
    """

    id: EmbedTokenId
    video_id: VideoId
    token_hash: str
    viewer_id: str | None
    allowed_domains: tuple[str, ...]
    max_sessions: int | None
    is_lent: bool
    expires_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What a token opens. ``made`` is None for the video's permanent one."""

    entry: VideoEntry
    made: EmbedToken | None = None

    @property
    def viewer_id(self) -> str | None:
        return None if self.made is None else self.made.viewer_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybackSession:
    """Somebody's playing of one video. Only the hash of its playback token is kept.

    It is bound to ``site`` (``host:port``) where one was named, and to ``network``, the
    beginning of the viewer's address, where the server binds sessions to addresses.
    ``embed_token_id`` is None when it was begun by the video's permanent token.
    """

    id: PlaybackSessionId
    uuid: UUID
    video_id: VideoId
    embed_token_id: EmbedTokenId | None
    token_hash: str
    viewer_id: str | None
    site: str | None
    network: str | None
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """A session that goes on, and what it plays."""

    embed: Embed
    session: PlaybackSession

    @property
    def entry(self) -> VideoEntry:
        return self.embed.entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a request for a stream comes from: the site it names, as
    :func:`vitascope.core.videos.domains.site_of` says it, and the beginning of its address, as
    :func:`vitascope.core.embeds.places.network_of` does. ``own_site`` is this server's.
    """

    site: str | None
    own_site: str | None
    network: str | None = None
