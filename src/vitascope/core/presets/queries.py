"""Reading and writing player presets."""

import uuid
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, PresetId, UserId
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.core.presets.tables import player_presets
from vitascope.db import Tx, insert_row


def insert_preset(tx: Tx, user_id: UserId, new: NewPreset, *, now: datetime) -> PresetId:
    values = {"uuid": uuid.uuid4(), "user_id": user_id, "created_at": now, "updated_at": now}
    return PresetId(insert_row(tx, player_presets, {**values, **_columns(new)}))


def update_preset(tx: Tx, preset_id: PresetId, new: NewPreset, *, now: datetime) -> None:
    changed = player_presets.update().where(player_presets.c.id == preset_id)
    tx.execute(changed.values(**_columns(new), updated_at=now))


def delete_preset(tx: Tx, preset_id: PresetId) -> None:
    tx.execute(player_presets.delete().where(player_presets.c.id == preset_id))


def clear_default(tx: Tx, user_id: UserId, *, but: PresetId | None = None) -> None:
    """No preset of the user is the usual one, except ``but``."""
    others = [player_presets.c.user_id == user_id, player_presets.c.is_default]
    if but is not None:
        others.append(player_presets.c.id != but)
    tx.execute(player_presets.update().where(*others).values(is_default=False))


def find_preset(tx: Tx, preset_id: PresetId) -> Preset | None:
    return _first(tx, player_presets.c.id == preset_id)


def get_preset(tx: Tx, preset_uuid: uuid.UUID) -> Preset:
    """Raises NotFound when there is none."""
    found = _first(tx, player_presets.c.uuid == preset_uuid)
    if found is None:
        raise NotFound("preset", preset_uuid)
    return found


def list_presets(tx: Tx, user_id: UserId) -> list[Preset]:
    """Every preset of a user, oldest first."""
    mine = sa.select(player_presets).where(player_presets.c.user_id == user_id)
    return [_preset(row) for row in tx.execute(mine.order_by(player_presets.c.id))]


def list_all_presets(tx: Tx) -> list[Preset]:
    """Every preset of everybody."""
    return [_preset(row) for row in tx.execute(sa.select(player_presets))]


def list_preset_uuids(tx: Tx, preset_ids: set[PresetId]) -> dict[PresetId, uuid.UUID]:
    """What APIs call the presets of these numbers, with one query."""
    wanted = player_presets.c.id.in_(preset_ids)
    rows = tx.execute(sa.select(player_presets.c.id, player_presets.c.uuid).where(wanted))
    return {PresetId(preset_id): preset_uuid for preset_id, preset_uuid in rows}


def count_presets(tx: Tx, user_id: UserId) -> int:
    """Nobody else counts those of this user before the transaction has ended: of two at once
    the second counts the first.
    """
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    mine = player_presets.c.user_id == user_id
    return int(tx.execute(sa.select(sa.func.count()).where(mine)).scalar_one())


def find_default_preset(tx: Tx, account_id: AccountId) -> Preset | None:
    """The usual one of the user who has an account."""
    owner = sa.select(accounts.c.user_id).where(accounts.c.id == account_id).scalar_subquery()
    return _first(tx, player_presets.c.user_id == owner, player_presets.c.is_default)


def find_owner(tx: Tx, account_id: AccountId) -> UserId | None:
    """The user who has an account."""
    found = tx.execute(sa.select(accounts.c.user_id).where(accounts.c.id == account_id))
    return found.scalar()


def _columns(new: NewPreset) -> dict[str, Any]:
    look = msgspec.json.encode(new.look).decode()
    return {"name": new.name, "is_default": new.is_default, "look": look}


def _first(tx: Tx, *which: sa.ColumnElement[bool]) -> Preset | None:
    row = tx.execute(sa.select(player_presets).where(*which)).first()
    return None if row is None else _preset(row)


def _preset(row: sa.Row[Any]) -> Preset:
    values = dict(row._mapping)
    return Preset(**{**values, "look": msgspec.json.decode(values["look"], type=Look)})
