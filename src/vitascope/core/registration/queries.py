"""Reading and writing requests to join."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import UserId
from vitascope.base.page import Page
from vitascope.core.registration.model import Registration, RegistrationState
from vitascope.core.registration.tables import registrations
from vitascope.db import Tx, insert_row


class RegistrationOrder(StrEnum):
    CREATED_AT = "created_at"
    STATE = "state"


# As PeerTube numbers them, and sorts by.
_STATE_ORDER = {
    RegistrationState.PENDING: 1,
    RegistrationState.REJECTED: 2,
    RegistrationState.ACCEPTED: 3,
}


def insert_registration(tx: Tx, now: datetime, **values: Any) -> Registration:
    """Add a request; ``values`` are columns."""
    key = insert_row(
        tx,
        registrations,
        {
            "state": RegistrationState.PENDING,
            "response": None,
            "user_id": None,
            "created_at": now,
            "updated_at": now,
            **values,
        },
    )
    return get_registration(tx, key)


def update_registration(
    tx: Tx, registration_id: int, now: datetime, **values: Any
) -> Registration:
    """Change columns of a request."""
    known = registrations.update().where(registrations.c.id == registration_id)
    tx.execute(known.values(updated_at=now, **values))
    return get_registration(tx, registration_id)


def answer_registration(
    tx: Tx,
    registration_id: int,
    state: RegistrationState,
    response: str,
    user_id: UserId | None,
    now: datetime,
) -> bool:
    """Answer a request that waits, and forget its password, which the user has by now or
    never will. Return False when it was answered before: of two callers at once one is told so.
    """
    waits = registrations.c.state == RegistrationState.PENDING
    asked = registrations.update().where(registrations.c.id == registration_id, waits)
    values = {
        "state": state,
        "response": response,
        "user_id": user_id,
        "password_hash": "",
        "updated_at": now,
    }
    return tx.execute(asked.values(**values)).rowcount > 0


def delete_registration_row(tx: Tx, registration_id: int) -> None:
    tx.execute(registrations.delete().where(registrations.c.id == registration_id))


def find_registration(tx: Tx, registration_id: int) -> Registration | None:
    return _find(tx, registrations.c.id == registration_id)


def get_registration(tx: Tx, registration_id: int) -> Registration:
    """Raises NotFound when there is none."""
    found = find_registration(tx, registration_id)
    if found is None:
        raise NotFound("registration", registration_id)
    return found


def find_registration_by_login(tx: Tx, login: str) -> Registration | None:
    """The latest request of this username, in any case, or e-mail address."""
    if "\0" in login:  # PostgreSQL refuses to look for it
        return None
    named = registrations.c.username == login.lower()
    return _find(tx, sa.or_(named, registrations.c.email == login))


def find_registration_by_email(tx: Tx, email: str) -> Registration | None:
    if "\0" in email:  # PostgreSQL refuses to look for it
        return None
    return _find(tx, registrations.c.email == email)


def find_rival(tx: Tx, username: str, email: str, channel_name: str) -> Registration | None:
    """A request that waits and wants the same name, address or channel."""
    waits = registrations.c.state == RegistrationState.PENDING
    same = [registrations.c.username == username, registrations.c.email == email]
    if channel_name:
        same.append(registrations.c.channel_name == channel_name)
    return _find(tx, sa.and_(waits, sa.or_(*same)))


def list_registrations(
    tx: Tx,
    *,
    search: str = "",
    order: RegistrationOrder = RegistrationOrder.CREATED_AT,
    descending: bool = True,
    start: int = 0,
    count: int = 15,
) -> Page[Registration]:
    conditions: list[sa.ColumnElement[bool]] = []
    if search:
        conditions.append(
            sa.or_(*(_contains(column, search) for column in _SEARCHED)),
        )
    column = _ORDERS[order]
    rows = tx.execute(
        sa.select(registrations)
        .where(*conditions)
        .order_by(column.desc() if descending else column, registrations.c.id)
        .offset(start)
        .limit(count)
    )
    total = tx.execute(sa.select(sa.func.count()).select_from(registrations).where(*conditions))
    return Page(items=[_registration(row) for row in rows], total=total.scalar_one())


_SEARCHED = (registrations.c.username, registrations.c.email)
_ORDERS: dict[RegistrationOrder, sa.ColumnElement[Any]] = {
    RegistrationOrder.CREATED_AT: registrations.c.created_at,
    RegistrationOrder.STATE: sa.case(_STATE_ORDER, value=registrations.c.state),
}


def _contains(column: sa.ColumnElement[Any], part: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(column).contains(part.lower(), autoescape=True)


def _find(tx: Tx, condition: sa.ColumnElement[bool]) -> Registration | None:
    latest = registrations.c.id.desc()
    row = tx.execute(sa.select(registrations).where(condition).order_by(latest).limit(1))
    found = row.first()
    return None if found is None else _registration(found)


def _registration(row: sa.Row[Any]) -> Registration:
    values = dict(row._mapping)
    user_id = values.pop("user_id")
    return Registration(**values, user_id=None if user_id is None else UserId(user_id))
