import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from tests.core.webhooks.making import make_attempt, make_delivery, make_endpoint
from tests.factories import NOON, actor_of, make_user

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.log import list_own_attempts, own_delivery
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint, Outcome
from vitascope.db import Database
from vitascope.notify.webhooks.desk import Desk


def desk_of(db: Database) -> Desk:
    return Desk(db=db, name="one", now=lambda: NOON)


def drawn(
    db: Database, *details: dict[str, str] | None
) -> tuple[User, Endpoint, list[Delivery]]:
    """A delivery of each, None being as usual; each of another video."""
    with db.begin() as tx:
        user = make_user(tx)
        endpoint = make_endpoint(tx, user)
        made = [make_delivery(tx, endpoint, uuid4(), details=each) for each in details]
    return user, endpoint, made


def ended(db: Database, user: User, made: Sequence[Delivery]) -> list[tuple[str, list[int]]]:
    """The state of each, and what was noted of its attempts."""
    actor = actor_of(user)
    with db.read() as tx:
        return [
            (
                own_delivery(tx, actor, each.uuid).state.value,
                [a.status or 0 for a in list_own_attempts(tx, actor, each.uuid)],
            )
            for each in made
        ]


def test_what_nothing_can_be_made_of_keeps_nothing_else_from_being_taken(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    _, _, made = drawn(db, None, {"nothing": "of use"}, None)

    taken = desk_of(db).take({})

    assert [each.delivery.id for each in taken] == [each.id for each in made]
    assert [each.delivery.body is None for each in taken] == [False, True, False]
    assert caplog.messages == ["webhook has no body"]


@pytest.mark.parametrize(("status", "state"), [(200, "delivered"), (500, "failed")])
def test_what_cannot_be_noted_is_ended_and_the_others_are_noted(
    db: Database, caplog: pytest.LogCaptureFixture, status: int, state: str
) -> None:
    caplog.set_level(logging.ERROR)
    user, endpoint, made = drawn(db, None, None, None)
    desk = desk_of(db)
    desk.take({})
    attempts = [make_attempt(200), make_attempt(status), make_attempt(200)]
    no_json: Any = {"a": b"b"}
    attempts[1] = replace(attempts[1], response_headers=no_json)

    desk.settle(
        [
            Outcome(delivery_id=each.id, endpoint_id=endpoint.id, attempt=attempt)
            for each, attempt in zip(made, attempts, strict=True)
        ]
    )

    well = (DeliveryState.DELIVERED.value, [200])
    assert ended(db, user, made) == [well, (state, []), well]
    assert caplog.messages == ["webhook not noted"]
