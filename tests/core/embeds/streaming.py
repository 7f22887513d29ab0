"""Videos that can be played, and places that ask for them."""

from typing import Any

from tests.factories import NOON, make_user, make_video

from vitascope.core.accounts.model import User
from vitascope.core.embeds.model import Place
from vitascope.core.videos.advance import mark_watchable
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx

OWN = "video.example:443"
SCHOOL, OTHER = "school.example:443", "other.example:443"


def make_stream(tx: Tx, user: User | None = None, **fields: Any) -> VideoEntry:
    """A video of Ada's that can be watched."""
    entry = make_video(tx, user or make_user(tx), **fields)
    assert entry.media is not None
    mark_watchable(tx, entry.media.id, now=NOON)
    return get_entry(tx, entry.video.id)


def at(site: str | None = None, network: str | None = None) -> Place:
    return Place(site=site, own_site=OWN, network=network)
