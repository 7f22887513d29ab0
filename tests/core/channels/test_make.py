import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, Invalid
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.channels.make import NewChannel, make_channel
from vitascope.core.channels.model import Channel
from vitascope.db import Tx


def test_a_channel_is_made_with_its_texts(tx: Tx) -> None:
    user = make_user(tx)
    wanted = NewChannel(
        name="films", display_name="My films", description="All of them", support="Give"
    )

    channel = make_channel(tx, actor_of(user), wanted, now=NOON)

    assert channel == Channel(
        id=channel.id,
        account_id=user.account.id,
        name="films",
        display_name="My films",
        description="All of them",
        support="Give",
        created_at=NOON,
        updated_at=NOON,
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "My Films"},
        {"display_name": ""},
        {"description": "no"},
        {"support": "no"},
        {"support": "x" * 1001},
    ],
)
def test_texts_that_break_a_rule_are_refused(tx: Tx, changes: dict[str, str]) -> None:
    user = make_user(tx)
    wanted = NewChannel(**{"name": "films", "display_name": "Films", **changes})

    with pytest.raises(Invalid):
        make_channel(tx, actor_of(user), wanted, now=NOON)


def test_a_name_is_taken_once(tx: Tx) -> None:
    user = make_user(tx)

    with pytest.raises(Conflict):
        make_channel(tx, actor_of(user), NewChannel(name="ada", display_name="x"), now=NOON)


def test_nobody_known_makes_no_channel(tx: Tx) -> None:
    with pytest.raises(LoginRequired):
        make_channel(tx, ANONYMOUS, NewChannel(name="films", display_name="x"), now=NOON)
