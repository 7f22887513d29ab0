"""PeerTube's numbered words, and our words in them.

The numbers are part of the contract: clients store them and compare with them.
"""

from typing import TypeVar

import msgspec

from vitascope.core.accounts.model import Role
from vitascope.core.imports.model import ImportState, SyncState
from vitascope.core.videos.model import CommentsPolicy, Privacy, State
from vitascope.dialects.peertube.languages import LANGUAGES

K = TypeVar("K", int, str)


class Label(msgspec.Struct, frozen=True, gc=False):
    id: int | str | None
    label: str


UNKNOWN = Label(id=None, label="Unknown")

_CATEGORIES = (
    "Music",
    "Films",
    "Vehicles",
    "Art",
    "Sports",
    "Travels",
    "Gaming",
    "People",
    "Comedy",
    "Entertainment",
    "News & Politics",
    "How To",
    "Education",
    "Activism",
    "Science & Technology",
    "Animals",
    "Kids",
    "Food",
)
_LICENCES = (
    "Attribution",
    "Attribution - Share Alike",
    "Attribution - No Derivatives",
    "Attribution - Non Commercial",
    "Attribution - Non Commercial - Share Alike",
    "Attribution - Non Commercial - No Derivatives",
    "Public Domain Dedication",
)


def _numbered(words: tuple[str, ...]) -> dict[int, Label]:
    return {number: Label(id=number, label=word) for number, word in enumerate(words, 1)}


CATEGORIES = _numbered(_CATEGORIES)
LICENCES = _numbered(_LICENCES)
LANGUAGE_LABELS = {code: Label(id=code, label=name) for code, name in LANGUAGES.items()}

PRIVACIES: dict[Privacy, Label] = {
    Privacy.PUBLIC: Label(id=1, label="Public"),
    Privacy.UNLISTED: Label(id=2, label="Unlisted"),
    Privacy.PRIVATE: Label(id=3, label="Private"),
    Privacy.INTERNAL: Label(id=4, label="Internal"),
    Privacy.PASSWORD: Label(id=5, label="Password protected"),
}
PRIVACY_BY_ID: dict[int, Privacy] = {
    label.id: privacy for privacy, label in PRIVACIES.items() if isinstance(label.id, int)
}

STATES: dict[State, Label] = {
    State.READY: Label(id=1, label="Published"),
    State.PROCESSING: Label(id=2, label="To transcode"),
    # Its source is still on the way, as that of an import is.
    State.WAITING: Label(id=3, label="To import"),
    State.LIVE: Label(id=4, label="Waiting for livestream"),
    State.ENDED: Label(id=5, label="Livestream ended"),
    State.FAILED: Label(id=7, label="Transcoding failed"),
}

_PROCESSING = Label(id=6, label="Processing")
# Rejected (4) is what plugins do, and there are none.
IMPORT_STATES: dict[ImportState, Label] = {
    ImportState.PENDING: Label(id=1, label="Pending"),
    ImportState.DOWNLOADING: _PROCESSING,
    ImportState.FINISHING: _PROCESSING,
    ImportState.CANCELING: _PROCESSING,
    ImportState.DONE: Label(id=2, label="Success"),
    ImportState.FAILED: Label(id=3, label="Failed"),
    ImportState.CANCELED: Label(id=5, label="Cancelled"),
}
SYNC_STATES: dict[SyncState, Label] = {
    SyncState.WAITING: Label(id=1, label="Waiting first run"),
    SyncState.PROCESSING: Label(id=2, label="Processing"),
    SyncState.SYNCED: Label(id=3, label="Synchronized"),
    SyncState.FAILED: Label(id=4, label="Failed"),
}

COMMENTS_POLICIES: dict[int, Label] = {
    CommentsPolicy.ENABLED: Label(id=1, label="Enabled"),
    CommentsPolicy.DISABLED: Label(id=2, label="Disabled"),
    CommentsPolicy.REQUIRES_APPROVAL: Label(id=3, label="Requires approval"),
}

ROLES: dict[Role, Label] = {
    Role.ADMINISTRATOR: Label(id=0, label="Administrator"),
    Role.MODERATOR: Label(id=1, label="Moderator"),
    Role.USER: Label(id=2, label="User"),
}


def label_of(labels: dict[K, Label], key: K | None) -> Label:
    """An id we do not know is shown with itself, since somebody meant something by it."""
    if key is None:
        return UNKNOWN
    return labels.get(key) or Label(id=key, label="Unknown")


_EDGES = {3840: 2160, 1920: 1080, 1280: 720, 854: 480, 640: 360, 426: 240, 256: 144}


def resolution_label(resolution: int, longest_edge: int = 0) -> Label:
    """``resolution`` is the shorter side, 0 for sound alone. A wide film of 1920x800 pixels is
    called 1080p, as people do.
    """
    if resolution == 0:
        return Label(id=0, label="Audio only")
    return Label(id=resolution, label=f"{_EDGES.get(longest_edge, resolution)}p")
