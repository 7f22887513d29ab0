"""Making folders."""

from collections.abc import Sequence
from datetime import datetime

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import AccountId, FolderId
from vitascope.core.access.model import Actor
from vitascope.core.folders.model import Folder
from vitascope.core.folders.queries import find_child, find_folder, insert_folder
from vitascope.db import Tx

_LONGEST_NAME = 120


def make_folder(
    tx: Tx, actor: Actor, name: str, parent_id: FolderId | None, *, now: datetime
) -> Folder:
    """Add a folder of the actor's.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        Invalid: the name is empty or longer than 120 characters, or the parent is not the
            actor's.
    """
    account_id = _owner(actor)
    name = check_name(name)
    check_folder(tx, account_id, parent_id)
    return insert_folder(tx, account_id, parent_id, name, now=now)


def make_path(
    tx: Tx,
    actor: Actor,
    names: Sequence[str],
    parent_id: FolderId | None = None,
    *,
    now: datetime,
) -> FolderId | None:
    """The folder at the end of ``names`` below ``parent_id``; what is missing is made.

    Names that are too long are cut. Without names it is ``parent_id`` itself.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`make_folder`.
    """
    account_id = _owner(actor)
    folder_id = parent_id
    for given in names:
        name = fitting_name(given)
        known = find_child(tx, account_id, folder_id, name)
        folder_id = (known or make_folder(tx, actor, name, folder_id, now=now)).id
    return folder_id


def fitting_name(name: str) -> str:
    """``name`` as :func:`make_path` keeps it, so that a later run finds the folder again."""
    return name.strip()[:_LONGEST_NAME]


def check_name(name: str) -> str:
    """The name as it is kept. Raises Invalid unless it has 1 to 120 characters."""
    name = name.strip()
    if not 1 <= len(name) <= _LONGEST_NAME:
        raise Invalid("name", f"A folder's name has 1 to {_LONGEST_NAME} characters")
    return name


def check_folder(tx: Tx, owner: AccountId, folder_id: FolderId | None) -> None:
    """Raises Invalid unless ``folder_id`` is the top or a folder of ``owner``."""
    if folder_id is None:
        return
    folder = find_folder(tx, folder_id)
    if folder is None or folder.account_id != owner:
        raise Invalid("folder", "This is not one of your folders")


def _owner(actor: Actor) -> AccountId:
    actor.known_user()
    actor.check_writes()
    if actor.account_id is None:
        raise Forbidden("This credential has no folders")
    return actor.account_id
