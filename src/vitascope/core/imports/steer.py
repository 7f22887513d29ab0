"""Reading, cancelling, repeating and forgetting imports."""

from collections.abc import Collection
from datetime import datetime

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.base.ids import ImportId
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.queries import get_user
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.imports.events import ImportAsked, ImportCancelAsked, ImportEnded
from vitascope.core.imports.model import (
    ACTIVE,
    TERMINAL,
    Import,
    ImportQueueFull,
    ImportsDisabled,
    ImportState,
    WrongImportState,
)
from vitascope.core.imports.queries import (
    count_active,
    delete_import_row,
    get_import,
    list_all_in,
    list_imports_in,
    update_import,
)
from vitascope.db import Tx
from vitascope.jobs import emit

_AGAIN = {ImportState.FAILED, ImportState.CANCELED}


def own_import(tx: Tx, actor: Actor, import_id: ImportId) -> Import:
    """The import, when it is the actor's. Others' look as if they did not exist.

    Raises:
        NotFound: no such import, or not the actor's.
    """
    found = get_import(tx, import_id)
    if found.user_id != actor.known_user():
        raise NotFound("import", import_id)
    return found


def manage_import(tx: Tx, actor: Actor, import_id: ImportId) -> Import:
    """The import, when it is the actor's or they manage everybody's.

    Raises:
        NotFound: no such import.
        LoginRequired, Forbidden: it is not for this actor.
    """
    user_id = actor.known_user()
    found = get_import(tx, import_id)
    if found.user_id != user_id and not actor.may(Right.MANAGE_VIDEO_IMPORTS):
        raise Forbidden("This import belongs to somebody else")
    return found


def cancel_import(tx: Tx, actor: Actor, found: Import, *, now: datetime) -> Import:
    """Stop it. One that waits is canceled at once, one under way within seconds.

    Raises:
        WrongImportState: it has ended already.
        Forbidden: the credential may only read.
    """
    actor.check_writes()
    return _cancel(tx, found, now)


def cancel_unoffered(tx: Tx, policy: ImportPolicy, *, now: datetime) -> int:
    """Stop everybody's imports of kinds that are offered no more. Returns how many."""
    found = [
        one
        for one in list_all_in(tx, ACTIVE)
        if one.state is not ImportState.CANCELING and not policy.offers(one.kind)
    ]
    for one in found:
        _cancel(tx, one, now)
    return len(found)


def retry_import(
    tx: Tx,
    actor: Actor,
    found: Import,
    *,
    policy: ImportPolicy,
    most_active: int | None = None,
    states: Collection[ImportState] = _AGAIN,
    now: datetime,
) -> Import:
    """Try again what failed or was canceled. What has arrived is used.

    Raises:
        WrongImportState: it is in none of ``states``.
        ImportsDisabled, ImportQueueFull: as :func:`ask_import`.
        Forbidden: the credential may only read.
    """
    actor.check_writes()
    if found.state not in states:
        raise WrongImportState("Only a failed import can be tried again", found.state)
    if not policy.offers(found.kind):
        raise ImportsDisabled("This server does not import any more")
    if not get_user(tx, found.user_id).allowances.imports_enabled:
        raise ImportsDisabled("You may not import videos", is_personal=True)
    if found.has_video and found.video_id is None:
        raise NotFound("video", "of this import")
    if most_active is not None and (active := count_active(tx, found.user_id)) >= most_active:
        raise ImportQueueFull(active, most_active)
    emit(tx, ImportAsked(import_id=found.id))
    return update_import(
        tx,
        found.id,
        now=now,
        state=ImportState.PENDING,
        failure=None,
        started_at=None,
        finished_at=None,
        cancel_asked_at=None,
        canceled_at=None,
    )


def delete_import(tx: Tx, actor: Actor, found: Import) -> None:
    """Forget an import that has ended. Its video stays.

    Raises:
        WrongImportState: it is under way.
        Forbidden: the credential may only read.
    """
    actor.check_writes()
    if found.state not in TERMINAL:
        raise WrongImportState("Cancel this import before you delete it", found.state)
    _delete(tx, found)


def clear_imports(tx: Tx, actor: Actor, states: Collection[ImportState]) -> int:
    """Forget all of the actor's imports that have ended in one of ``states``.

    Raises:
        Invalid: not all of them are ends.
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
    """
    user_id = actor.known_user()
    actor.check_writes()
    if not states or not TERMINAL.issuperset(states):
        raise Invalid("statuses", "Only imports that have ended can be cleared")
    found = list_imports_in(tx, user_id, states)
    for one in found:
        _delete(tx, one)
    return len(found)


def _cancel(tx: Tx, found: Import, now: datetime) -> Import:
    # Changed before it is looked at: on PostgreSQL that waits for whoever finishes it.
    found = update_import(tx, found.id, now=now)
    if found.state in TERMINAL:
        raise WrongImportState("This import has ended already", found.state)
    if found.state is ImportState.CANCELING:
        return found
    emit(tx, ImportCancelAsked(import_id=found.id))
    if found.state is ImportState.PENDING:
        return update_import(
            tx,
            found.id,
            now=now,
            state=ImportState.CANCELED,
            cancel_asked_at=now,
            canceled_at=now,
        )
    return update_import(
        tx, found.id, now=now, state=ImportState.CANCELING, cancel_asked_at=now
    )


def _delete(tx: Tx, found: Import) -> None:
    delete_import_row(tx, found.id)
    emit(tx, ImportEnded(import_id=found.id, folder=found.uuid.hex))
