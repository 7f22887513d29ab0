"""Pictures of accounts. Their bytes are stored before they are listed here."""

from collections.abc import Sequence
from datetime import datetime

from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import ActorImage, ImageKind, image_key
from vitascope.core.accounts.queries import (
    delete_images,
    get_user,
    insert_images,
    list_images,
    save_profile,
)
from vitascope.core.users.events import PicturesReplaced
from vitascope.db import Tx
from vitascope.jobs import emit

# Square, in pixels (facts: peertube/01-auth-users, section 8).
AVATAR_WIDTHS = (1500, 600, 120, 48)


def set_my_avatar(
    tx: Tx, actor: Actor, filenames: Sequence[tuple[int, str]], *, now: datetime
) -> tuple[ActorImage, ...]:
    """Show the pictures of the given widths and names; the ones before are removed.

    Raises:
        Forbidden: nobody known, or a credential that may not write.
    """
    actor.check_writes()
    user = get_user(tx, actor.known_user())
    handle = user.account.name
    _forget(tx, handle)
    images = [
        ActorImage(
            handle=handle,
            kind=ImageKind.AVATAR,
            width=width,
            height=width,
            filename=filename,
            created_at=now,
        )
        for width, filename in filenames
    ]
    if images:
        insert_images(tx, images)
    save_profile(tx, user.account.id, now)
    return list_images(tx, [handle], ImageKind.AVATAR).get(handle, ())


def _forget(tx: Tx, handle: str) -> None:
    gone = [image_key(name) for name in delete_images(tx, handle, ImageKind.AVATAR)]
    if gone:
        emit(tx, PicturesReplaced(handle=handle, keys=gone))
