"""Player presets, as their owners keep them."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from vitascope.base.errors import Invalid, NotFound, QuotaExceeded
from vitascope.base.ids import AccountId, PresetId
from vitascope.core.access.features import check_feature
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Feature
from vitascope.core.presets.model import NewPreset, Preset
from vitascope.core.presets.queries import (
    clear_default,
    count_presets,
    delete_preset,
    find_default_preset,
    find_owner,
    find_preset,
    get_preset,
    insert_preset,
    list_presets,
    update_preset,
)
from vitascope.core.presets.rules import faults_of, tidied
from vitascope.db import Tx

MOST_PRESETS = 50


class TooManyPresets(QuotaExceeded):
    """The user has as many presets as anybody may have."""

    def __init__(self, used: int) -> None:
        super().__init__(used=used, limit=MOST_PRESETS, unit="presets")


class _Choosing(Protocol):
    @property
    def preset_id(self) -> PresetId | None: ...


class Dressed(Protocol):
    """A video, as far as it says how its player looks."""

    @property
    def owner_id(self) -> AccountId: ...

    @property
    def video(self) -> _Choosing: ...


def list_own_presets(tx: Tx, actor: Actor) -> list[Preset]:
    """The actor's, oldest first. Raises LoginRequired when nobody known is calling."""
    return list_presets(tx, actor.known_user())


def own_preset(tx: Tx, actor: Actor, preset_uuid: UUID) -> Preset:
    """
    Raises:
        NotFound: no such preset, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    user_id, preset = actor.known_user(), get_preset(tx, preset_uuid)
    if preset.user_id != user_id:
        raise NotFound("preset", preset_uuid)
    return preset


def add_preset(tx: Tx, actor: Actor, new: NewPreset, *, now: datetime) -> Preset:
    """Give the actor one more; a new default takes the place of the old one.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        FeatureWithheld: the actor may have none.
        TooManyPresets: the actor has as many as allowed.
        Invalid: a value breaks a rule, see :func:`faults_of`.
    """
    _check_keeps(tx, actor)
    new, user_id = _good(new), actor.known_user()
    if (used := count_presets(tx, user_id)) >= MOST_PRESETS:
        raise TooManyPresets(used)
    if new.is_default:
        clear_default(tx, user_id)
    preset_id = insert_preset(tx, user_id, new, now=now)
    return _kept(tx, preset_id)


def change_preset(
    tx: Tx, actor: Actor, preset_uuid: UUID, new: NewPreset, *, now: datetime
) -> Preset:
    """Replace what a preset of the actor's says.

    Raises:
        NotFound: no such preset, or not the actor's.
        LoginRequired, Forbidden, FeatureWithheld, Invalid: as :func:`add_preset`.
    """
    _check_keeps(tx, actor)
    new, preset = _good(new), own_preset(tx, actor, preset_uuid)
    # Of two that become the default at once, the second one finds the first.
    count_presets(tx, preset.user_id)
    if new.is_default:
        clear_default(tx, preset.user_id, but=preset.id)
    update_preset(tx, preset.id, new, now=now)
    return _kept(tx, preset.id)


def remove_preset(tx: Tx, actor: Actor, preset_uuid: UUID) -> None:
    """Take a preset of the actor's away; its videos get the default, or none.

    Raises:
        NotFound: no such preset, or not the actor's.
        LoginRequired, Forbidden: as :func:`add_preset`.
    """
    actor.check_writes()
    delete_preset(tx, own_preset(tx, actor, preset_uuid).id)


def look_of(tx: Tx, entry: Dressed) -> Preset | None:
    """The preset of a video, else the default of its owner, else None."""
    if entry.video.preset_id is not None:
        return find_preset(tx, entry.video.preset_id)
    return find_default_preset(tx, entry.owner_id)


def check_preset(tx: Tx, owner: AccountId, preset_id: PresetId | None) -> None:
    """Raises Invalid unless ``preset_id`` is a preset of ``owner``, or None."""
    if preset_id is None:
        return
    preset = find_preset(tx, preset_id)
    if preset is None or preset.user_id != find_owner(tx, owner):
        raise Invalid("preset_id", "This is no preset of the video's owner")


def _check_keeps(tx: Tx, actor: Actor) -> None:
    actor.check_writes()
    check_feature(tx, actor, Feature.PRESETS)


def _good(new: NewPreset) -> NewPreset:
    for field, sentence in faults_of(new).items():
        raise Invalid(field, sentence)
    return tidied(new)


def _kept(tx: Tx, preset_id: PresetId) -> Preset:
    preset = find_preset(tx, preset_id)
    if preset is None:
        raise NotFound("preset", preset_id)
    return preset
