import pytest
from tests.factories import NOON, make_user

from vitascope.core.accounts.model import Preferences
from vitascope.core.accounts.queries import update_user
from vitascope.core.captcha.rules import asks_at_login, asks_at_player
from vitascope.core.settings.model import Settings
from vitascope.db import Tx


@pytest.mark.parametrize(
    ("is_enabled", "at_login", "asks"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_a_login_is_asked_where_captchas_are_enabled_for_it(
    is_enabled: bool, at_login: bool, asks: bool
) -> None:
    settings = Settings(captcha_enabled=is_enabled, captcha_at_login=at_login)

    assert asks_at_login(settings) is asks


@pytest.mark.parametrize(
    ("is_enabled", "at_player", "owner_wants", "asks"),
    [
        (True, True, False, True),
        (True, False, True, True),
        (True, False, False, False),
        (False, True, True, False),
    ],
)
def test_viewers_are_asked_by_the_server_or_by_the_owner(
    tx: Tx, is_enabled: bool, at_player: bool, owner_wants: bool, asks: bool
) -> None:
    user = make_user(tx)
    update_user(tx, user.id, NOON, preferences=Preferences(player_captcha=owner_wants))
    settings = Settings(captcha_enabled=is_enabled, captcha_at_player=at_player)

    assert asks_at_player(tx, settings, user.account.id) is asks
