"""A video as our own pages show it: with its clear files, or as an encrypted stream.

Clear files can be taken to any site. A video that is shown on some sites only is therefore
streamed on our pages, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from vitascope.core.embeds.lend import lend_embed_token
from vitascope.core.videos.model import GATED, State, VideoEntry
from vitascope.db import Database
from vitascope.http.stream_addresses import framers, stream_files, stream_gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Fields are those of :class:`vitascope.http.player_pages.PlayerShow`."""

    file: Callable[[str], str]
    gate: str
    framed_by: tuple[str, ...] | None


def stream_of(
    db: Database, entry: VideoEntry, *, lends: bool = True, now: datetime
) -> Stream | None:
    """How a page shows a video to somebody who was admitted to it; None when by its clear
    files. Without ``lends`` nobody is going to play it, and nothing is written. Blocking.
    """
    domains = entry.video.allowed_domains
    if not domains:
        return None
    token = entry.video.embed_token
    if lends and _needs_one(entry):
        token = _lent_token(db, entry, now)
    return Stream(file=stream_files(token), gate=stream_gate(token), framed_by=framers(domains))


def _needs_one(entry: VideoEntry) -> bool:
    """Whether the permanent token opens nothing where another one would: the stream, or how
    the work on it goes.
    """
    is_watchable = entry.media is not None and entry.media.is_watchable
    is_lost = entry.video.state is State.FAILED and not is_watchable
    return entry.video.privacy in GATED and not is_lost


def _lent_token(db: Database, entry: VideoEntry, now: datetime) -> str:
    with db.begin() as tx:
        return lend_embed_token(tx, entry.video, now=now)
