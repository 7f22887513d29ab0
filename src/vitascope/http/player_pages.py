"""How a dialect has its player pages made. ``web`` keeps this promise; dialects know only it.

A dialect says what the page of a video shall show and where, on its own paths, the files of the
video are. It sends what it gets back, and adds the cookies that only it knows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from vitascope.core.settings.model import CaptchaProvider
from vitascope.core.videos.model import VideoEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """``headers`` have names in lower case, the content type and the policy among them."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadFile:
    """A file that viewers may save. ``kind`` is what menus call it, such as ``MKV``."""

    kind: str
    src: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What the player posts while it plays: to ``target``, ``per_minute`` times a minute, with
    the value that the page's query has for ``query_name`` under the name ``field_name``.

    With ``relay_id`` it posts to ``target`` on our own server, which knows where it goes on to,
    and says this number.
    """

    target: str
    per_minute: int
    query_name: str
    field_name: str
    relay_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watcher:
    """Who watches, as a watermark may say: what is known of their name, and their address."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerShow:
    """What a player page shall show. Addresses are paths of this server.

    ``path`` is the page's own. ``file`` tells where a file of the video is by our name for it:
    ``master.m3u8``, ``poster.jpg``, ``storyboard.vtt``, ``chapters.vtt``, ``captions/en.vtt``,
    ``captions/en.ass``, ``status``. ``stream`` tells the same of an MP4 with sound, for a
    rendition (``720p``), and ``downloads`` what viewers may save of it; both are None where
    nothing may be saved.

    ``keep_alive`` is asked now and then while the page is open, so that its cookies do not run
    out. ``remembers_position`` offers people who come back to go on where they were.
    ``framed_by`` says who may show the page in a frame: everybody when it is None.

    ``gate`` is what the player asks before it plays an encrypted stream, None where the files
    are clear. With ``has_chrome`` the title and the text of the video stand around the player.
    A page that ``is_for_one`` is kept from search engines, whatever its video. One that nobody
    is going to play, since only its headers are sent, ``lends`` nobody a token.
    ``playback_token`` is what its player shows when it tells how far somebody is.
    """

    path: str
    file: Callable[[str], str]
    stream: Callable[[str], str] | None = None
    downloads: Callable[[str], Sequence[DownloadFile]] | None = None
    keep_alive: str | None = None
    remembers_position: bool = False
    beats: Sequence[Beat] = ()
    framed_by: Sequence[str] | None = None
    gate: str | None = None
    watcher: Watcher = Watcher()
    has_chrome: bool = False
    is_for_one: bool = False
    lends: bool = True
    playback_token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptchaWords:
    """What a page that asks for proof of a person says.

    ``challenge`` is the JSON text of a built-in one, empty for the others; ``site_key`` is what
    the provider knows this site by. The form goes to ``action`` and takes ``hidden`` along.
    ``problem`` is what was wrong with the last answer.
    """

    provider: CaptchaProvider
    action: str
    challenge: str = ""
    site_key: str = ""
    hidden: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None


class PlayerPages(Protocol):
    def player(self, entry: VideoEntry, show: PlayerShow) -> HtmlPage:
        """The page of a video whose viewer was admitted: the player, or how the work on it
        goes. Blocking.
        """
        ...

    def password(
        self, action: str, *, problem: str | None = None, status: int = 200
    ) -> HtmlPage:
        """The form that asks for a video's password: it posts ``password`` to ``action``."""
        ...

    def captcha(self, words: CaptchaWords, *, status: int = 200) -> HtmlPage:
        """The page that asks for proof of a person."""
        ...

    def error(self, status: int, heading: str, sentence: str) -> HtmlPage:
        """A page that says what is wrong. Frames may show it, too."""
        ...
