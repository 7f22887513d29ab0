"""Changing the settings."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import msgspec

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor, Right
from vitascope.core.access.sessions import end_signed_sessions
from vitascope.core.settings.check import check_agreement, check_settings
from vitascope.core.settings.events import SettingsChanged
from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import forget_settings, read_settings, write_settings
from vitascope.db import Tx
from vitascope.jobs import emit


def check_administers(actor: Actor) -> None:
    """Raises LoginRequired or Forbidden unless ``actor`` may see and change the settings."""
    actor.known_user()
    actor.check_is_person()
    if not actor.may(Right.MANAGE_CONFIGURATION):
        raise Forbidden("Only administrators may do that")


def change_settings(
    tx: Tx, actor: Actor, defaults: Settings, changes: Mapping[str, Any], *, now: datetime
) -> Settings:
    """Give fields of :class:`Settings` another value; what equals the present one is no
    change. Another ``jwt_secret`` ends all sessions that have a signed token.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        Invalid: a value breaks a rule; nothing is changed then.
    """
    check_administers(actor)
    before = read_settings(tx, defaults)
    changed = {name: value for name, value in changes.items() if getattr(before, name) != value}
    after = msgspec.structs.replace(before, **changed)
    check_settings(after, changed)
    if changed:
        write_settings(tx, changed, now=now)
        _tell(tx, changed)
    return after


def reset_settings(
    tx: Tx, actor: Actor, defaults: Settings, names: list[str], *, now: datetime
) -> Settings:
    """Let what the operator has set at start count again. Sessions end as with
    :func:`change_settings`.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        Invalid: what is left does not agree with it; nothing may be kept then.
    """
    check_administers(actor)
    before = read_settings(tx, defaults)
    forget_settings(tx, names)
    after = read_settings(tx, defaults)
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    # What the operator has set is not judged, but whether it goes with the rest.
    check_agreement(after, changed)
    if changed:
        _tell(tx, changed)
    return after


def _tell(tx: Tx, changed: Collection[str]) -> None:
    if "jwt_secret" in changed:
        end_signed_sessions(tx)
    emit(tx, SettingsChanged(names=sorted(changed)))
