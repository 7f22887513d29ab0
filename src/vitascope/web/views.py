"""What the templates show: plain values, made from core records in ``translate``."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from vitascope.http.player_pages import Watcher


class Stage(StrEnum):
    """What stands where the picture is."""

    WATCHABLE = "watchable"
    WAITING = "waiting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorView:
    """Somebody who is logged in. ``form_token`` goes into every form they may send."""

    name: str
    username: str
    avatar: str | None
    form_token: str
    administrates: bool = False


@dataclass(frozen=True, slots=True)
class LinkView:
    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What every page shows: the instance, and who looks at it.

    ``assets`` is the address of the static folder. ``visitor`` is None for strangers, and
    ``login_path`` where they can log in to come back; None offers no login at all.
    ``sign_on`` is the name of the other service that people may log in with. ``footer`` are
    the links that stand under every page.
    """

    name: str
    description: str
    public_url: str
    assets: str
    takes_newcomers: bool = False
    sign_on: str | None = None
    visitor: VisitorView | None = None
    login_path: str | None = None
    footer: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A video in a list. ``duration_s`` is None while nobody knows it."""

    path: str
    title: str
    channel: str
    views: int
    published_at: datetime
    duration_s: float | None
    poster: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionView:
    """``styled`` is where the ASS text is, None where there is only WebVTT. Those that are
    ``is_default`` show by themselves.
    """

    src: str
    language: str
    label: str
    styled: str | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    start_s: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadView:
    src: str
    resolution: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayWish:
    """What the player does beside playing; see ``frontend/src/player/config.ts``.

    ``video`` is its uuid. ``remembers_as`` is the name under which the browser keeps how far
    somebody watched.
    ``keep_alive`` is asked now and then while the page is open. ``saves`` are files by their
    kind, for each quality; ``beats`` what is posted while the video plays, as JSON.
    """

    video: str = ""
    remembers_as: str | None = None
    keep_alive: str | None = None
    saves: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    beats: tuple[dict[str, Any], ...] = ()

    @property
    def config(self) -> dict[str, Any]:
        return {
            "video": self.video,
            "remembers_as": self.remembers_as,
            "keep_alive": self.keep_alive,
            "saves": [
                {"label": label, "files": [{"kind": kind, "src": src} for kind, src in files]}
                for label, files in self.saves
            ],
            "beats": list(self.beats),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodingView:
    """How far the encoding is. ``making`` are names and percents of what is not done yet."""

    percent: int
    watchable_in_s: float | None
    resolutions: tuple[int, ...]
    making: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchView:
    """One video with everything that its pages show. Addresses are paths of this server.

    ``encoding`` is None once everything is made, ``failure`` a sentence when nothing was.
    ``poster``, ``storyboard`` and ``chapters_src`` are None until they exist.

    ``gate`` is what the player asks before it plays an encrypted stream, None where the files
    are clear. ``look`` is how the player looks, as its scripts read it, None for as always.
    ``watcher`` is who watches, where a watermark says so. ``views_path`` is where the player
    tells how far somebody is, from which views are counted; None where that is known otherwise.
    """

    path: str
    embed_path: str
    hls: str
    stage: Stage
    title: str
    description: str
    channel: str
    tags: tuple[str, ...]
    views: int
    published_at: datetime
    is_listed: bool
    duration_s: float | None
    width: int
    height: int
    poster: str | None
    storyboard: str | None
    chapters_src: str | None
    chapters: tuple[ChapterView, ...]
    captions: tuple[CaptionView, ...]
    downloads: tuple[DownloadView, ...]
    status: str | None
    encoding: EncodingView | None
    failure: str | None
    wish: PlayWish = PlayWish()
    gate: str | None = None
    look: dict[str, Any] | None = None
    watcher: Watcher = Watcher()
    views_path: str | None = None

    @property
    def is_marked(self) -> bool:
        """Whether it says over the picture who watches."""
        return self.look is not None and bool(self.look["watermark"]["enabled"])

    @property
    def is_personal(self) -> bool:
        """Whether the page is for one viewer, so that nobody may keep it."""
        shows_token = "?" in (self.views_path or "")
        return self.gate is not None or self.is_marked or shows_token

    @property
    def player_config(self) -> dict[str, Any]:
        """What the player reads from the page; see ``frontend/src/player/config.ts``."""
        return {
            "hls": self.hls,
            "title": self.title,
            "poster": self.poster,
            "captions": [
                {
                    "src": caption.src,
                    "srclang": caption.language,
                    "label": caption.label,
                    "styled": caption.styled,
                    "is_default": caption.is_default,
                }
                for caption in self.captions
            ],
            "chapters": self.chapters_src,
            "storyboard": self.storyboard,
            "duration_s": self.duration_s,
            "status": self.status,
            "views": self.views_path,
            "gate": self.gate,
            "look": self.look,
            "viewer": self._viewer,
            **self.wish.config,
        }

    @property
    def _viewer(self) -> dict[str, str] | None:
        watcher = self.watcher
        return {"id": watcher.name, "ip": watcher.address} if self.is_marked else None

    @property
    def fallback(self) -> str | None:
        """A file with sound for readers without scripts: the best of at most 720 lines."""
        moderate = [download for download in self.downloads if download.resolution <= 720]
        chosen = max(moderate, key=lambda download: download.resolution, default=None)
        return None if chosen is None else chosen.src
