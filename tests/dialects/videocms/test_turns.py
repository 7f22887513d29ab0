import pytest

from vitascope.base.ids import UserId
from vitascope.dialects.videocms.turns import NotYourTurn, Turns

ADA, BOB = UserId(1), UserId(2)


def test_everybody_has_one_turn_at_a_time() -> None:
    turns = Turns()

    with turns.take(ADA), turns.take(BOB), pytest.raises(NotYourTurn), turns.take(ADA):
        pass

    with turns.take(ADA):
        pass


def test_a_turn_that_failed_is_over() -> None:
    turns = Turns()

    with pytest.raises(ZeroDivisionError), turns.take(ADA):
        raise ZeroDivisionError

    with turns.take(ADA):
        pass
