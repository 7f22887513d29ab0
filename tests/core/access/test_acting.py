import pytest
import sqlalchemy as sa
from tests.factories import make_user

from vitascope.base.errors import NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.acting import act_for
from vitascope.core.access.model import Permission
from vitascope.db import Tx


def test_work_goes_on_with_what_its_user_may_do(tx: Tx) -> None:
    ada = make_user(tx)

    actor = act_for(tx, ada.id)

    assert (actor.user_id, actor.account_id, actor.role) == (ada.id, ada.account.id, ada.role)
    assert actor.permissions == frozenset(Permission)


def test_nothing_is_done_for_whom_was_blocked_or_left(tx: Tx) -> None:
    ada = make_user(tx)
    tx.execute(sa.text("UPDATE users SET is_blocked = true"))

    with pytest.raises(NotFound):
        act_for(tx, ada.id)
    with pytest.raises(NotFound):
        act_for(tx, UserId(4711))
