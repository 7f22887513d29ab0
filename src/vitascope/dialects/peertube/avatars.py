"""The avatars of the accounts and channels that an answer shows."""

from collections.abc import Iterable, Sequence

from vitascope.core.accounts.model import Account, ImageKind
from vitascope.core.accounts.queries import list_images
from vitascope.core.channels.model import Channel
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx
from vitascope.dialects.peertube.wire import Avatars, image_out


def avatars_of(tx: Tx, shown: Iterable[Account | Channel]) -> Avatars:
    """In one query, however many are shown."""
    return _avatars(tx, {one.name for one in shown})


def avatars_in(tx: Tx, entries: Sequence[VideoEntry]) -> Avatars:
    """Of everybody behind a page of videos, in one query."""
    names = {entry.account.name for entry in entries}
    return _avatars(tx, names.union(entry.channel.name for entry in entries))


def _avatars(tx: Tx, names: set[str]) -> Avatars:
    found = list_images(tx, names, ImageKind.AVATAR)
    return {name: [image_out(image) for image in images] for name, images in found.items()}
