"""A user goes, with all that belongs to the user."""

from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User, image_key
from vitascope.core.accounts.queries import (
    delete_images,
    delete_user_row,
    get_user,
    release_name,
)
from vitascope.core.folders.queries import (
    delete_folders,
    list_descendants,
    list_folders,
)
from vitascope.core.users import queries
from vitascope.core.users.events import UserDeleted
from vitascope.core.users.mailboxes import void_codes
from vitascope.core.users.manage import ROOT, RootIsProtected, managed_user
from vitascope.core.videos.delete import remove_entry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import emit


def delete_user(tx: Tx, actor: Actor, user_id: UserId) -> None:
    """Remove a user with account, channels, videos, sessions and keys. The names are free
    again; stored bytes follow once the transaction is committed.

    Raises:
        Forbidden, NotFound: as :func:`managed_user`.
        RootIsProtected: the first administrator.
    """
    _remove(tx, managed_user(tx, actor, user_id))


def delete_me(tx: Tx, actor: Actor) -> None:
    """As :func:`delete_user`, for the actor.

    Raises:
        Forbidden: nobody known, or a key.
        RootIsProtected: the first administrator.
    """
    actor.check_is_person()
    _remove(tx, get_user(tx, actor.known_user()))


def _remove(tx: Tx, user: User) -> None:
    if user.username == ROOT:
        raise RootIsProtected
    for video_id in queries.list_video_ids(tx, user.id):
        remove_entry(tx, get_entry(tx, video_id))
    # Ahead of the account: SQLite does not follow a tree of any depth by itself.
    tops = [folder.id for folder in list_folders(tx, user.account.id, None)]
    delete_folders(tx, list_descendants(tx, tops))
    handles = queries.list_handles(tx, user.id)
    pictures = [image_key(name) for handle in handles for name in delete_images(tx, handle)]
    void_codes(tx, user.id)
    delete_user_row(tx, user.id)
    for handle in handles:
        release_name(tx, handle)
    emit(tx, UserDeleted(user_id=user.id, username=user.username, pictures=pictures))
