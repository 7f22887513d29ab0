"""Where a captcha is asked for."""

from vitascope.base.ids import AccountId
from vitascope.core.accounts.queries import get_account, get_user
from vitascope.core.settings.model import Settings
from vitascope.db import Tx


def asks_at_login(settings: Settings) -> bool:
    return settings.captcha_enabled and settings.captcha_at_login


def asks_at_player(tx: Tx, settings: Settings, owner: AccountId) -> bool:
    """Whether viewers of a video of ``owner`` are asked. Owners may ask for their own videos
    where the server asks nobody, but only with the captcha that the server has.
    """
    if not settings.captcha_enabled:
        return False
    if settings.captcha_at_player:
        return True
    user = get_user(tx, get_account(tx, owner).user_id)
    return user.preferences.player_captcha
