"""Reading and writing encoding profiles."""

from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from vitascope.base.ids import ProfileId, UserId
from vitascope.core.accounts.tables import users
from vitascope.core.profiles.model import NewProfile, Profile, Recipe
from vitascope.core.profiles.tables import encoding_profiles
from vitascope.db import Tx, insert_row


def insert_profile(tx: Tx, user_id: UserId, new: NewProfile, *, now: datetime) -> ProfileId:
    values = {"user_id": user_id, "created_at": now, "updated_at": now, **_columns(new)}
    return ProfileId(insert_row(tx, encoding_profiles, values))


def update_profile(tx: Tx, profile_id: ProfileId, new: NewProfile, *, now: datetime) -> None:
    changed = encoding_profiles.update().where(encoding_profiles.c.id == profile_id)
    tx.execute(changed.values(**_columns(new), updated_at=now))


def delete_profile(tx: Tx, profile_id: ProfileId) -> None:
    tx.execute(encoding_profiles.delete().where(encoding_profiles.c.id == profile_id))


def clear_default(tx: Tx, user_id: UserId) -> None:
    """No profile of the user counts by itself."""
    mine = encoding_profiles.c.user_id == user_id
    usual = sa.and_(mine, encoding_profiles.c.is_default)
    tx.execute(encoding_profiles.update().where(usual).values(is_default=False))


def find_profile(tx: Tx, profile_id: ProfileId) -> Profile | None:
    return _first(tx, encoding_profiles.c.id == profile_id)


def find_default_profile(tx: Tx, user_id: UserId) -> Profile | None:
    return _first(tx, encoding_profiles.c.user_id == user_id, encoding_profiles.c.is_default)


def list_profiles(tx: Tx, user_id: UserId) -> list[Profile]:
    """Every profile of a user, oldest first."""
    mine = sa.select(encoding_profiles).where(encoding_profiles.c.user_id == user_id)
    return [_profile(row) for row in tx.execute(mine.order_by(encoding_profiles.c.id))]


def count_profiles(tx: Tx, user_id: UserId) -> int:
    """Nobody else counts those of this user before the transaction has ended: of two at once
    the second counts the first.
    """
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    mine = encoding_profiles.c.user_id == user_id
    return int(tx.execute(sa.select(sa.func.count()).where(mine)).scalar_one())


def _columns(new: NewProfile) -> dict[str, Any]:
    recipe = msgspec.json.encode(new.recipe).decode()
    return {"name": new.name, "is_default": new.is_default, "recipe": recipe}


def _first(tx: Tx, *which: sa.ColumnElement[bool]) -> Profile | None:
    row = tx.execute(sa.select(encoding_profiles).where(*which)).first()
    return None if row is None else _profile(row)


def _profile(row: sa.Row[Any]) -> Profile:
    values = dict(row._mapping)
    return Profile(**{**values, "recipe": msgspec.json.decode(values["recipe"], type=Recipe)})
