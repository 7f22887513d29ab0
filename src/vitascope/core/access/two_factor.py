"""Two-factor login: codes of an authenticator app (TOTP), and codes for its loss.

SHA-1, six digits, 30 seconds, one step of tolerance either way: what every app can do
(facts: peertube/01-auth-users, section 3).
"""

import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp

from vitascope.base.errors import Conflict, Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access.queries.codes import (
    count_recovery_codes,
    set_recovery_codes,
    take_recovery_code,
)
from vitascope.core.access.tokens import hash_token
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import (
    begin_otp,
    end_otp,
    find_otp_secret,
    take_otp_step,
)
from vitascope.db import Tx
from vitascope.db.sealing import SealBroken

REQUEST_LIFETIME = timedelta(minutes=10)
_STEP_S = 30
_PURPOSE = "two-factor"
_RECOVERY_CODES = 10
# Without the letters and digits that people confuse on paper.
_RECOVERY_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


class CodeWrong(Forbidden):
    """The code is not the one that the app shows, or was used already."""


class AlreadyTwoFactor(Conflict):
    pass


class NotTwoFactor(Conflict):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoFactorRequest:
    """``token`` brings the secret back when the first code is confirmed; it is sealed, and
    good for :data:`REQUEST_LIFETIME`. ``uri`` is what apps read from the QR code.
    """

    token: str
    secret: str
    uri: str


def request_two_factor(
    vault: Vault, user: User, *, issuer: str, now: datetime
) -> TwoFactorRequest:
    """Draw a secret for the user's app. Nothing changes until it is confirmed.

    Raises:
        AlreadyTwoFactor: the user has one.
    """
    if user.has_two_factor:
        raise AlreadyTwoFactor("Two-factor login is on already")
    secret = pyotp.random_base32()
    label = user.email or user.username
    return TwoFactorRequest(
        token=vault.seal(json.dumps([_PURPOSE, user.id, secret]), now=now),
        secret=secret,
        uri=pyotp.TOTP(secret).provisioning_uri(name=label, issuer_name=issuer),
    )


def confirm_two_factor(
    tx: Tx, vault: Vault, user: User, token: str, code: str, *, now: datetime
) -> tuple[str, ...]:
    """Turn two-factor login on, once the app shows the right code.

    Returns the recovery codes, in clear: only hashes are kept.

    Raises:
        CodeWrong: the code, or the request, is wrong or too old.
        AlreadyTwoFactor: it is on.
    """
    if user.has_two_factor:
        raise AlreadyTwoFactor("Two-factor login is on already")
    secret = _requested_secret(vault, user.id, token, now)
    step = _matching_step(secret, code, now)
    if step is None:
        raise CodeWrong("This is not the code that the app shows")
    if not begin_otp(tx, user.id, vault.seal(secret, now=now), step):
        raise AlreadyTwoFactor("Two-factor login is on already")
    return renew_recovery_codes(tx, user.id)


def renew_recovery_codes(tx: Tx, user_id: UserId) -> tuple[str, ...]:
    """Draw new recovery codes; the old ones are void."""
    codes = tuple(_draw_recovery_code() for _ in range(_RECOVERY_CODES))
    set_recovery_codes(tx, user_id, [hash_token(_plain(code)) for code in codes])
    return codes


def disable_two_factor(tx: Tx, user: User) -> None:
    """Raises NotTwoFactor when it is off."""
    if not user.has_two_factor:
        raise NotTwoFactor("Two-factor login is off already")
    end_otp(tx, user.id)
    set_recovery_codes(tx, user.id, ())


def recovery_codes_left(tx: Tx, user_id: UserId) -> int:
    return count_recovery_codes(tx, user_id)


def use_code(tx: Tx, vault: Vault, user_id: UserId, code: str, *, now: datetime) -> bool:
    """Whether ``code`` is what the app shows now, or a recovery code; good once."""
    sealed = find_otp_secret(tx, user_id)
    if sealed is None:
        return False
    try:
        step = _matching_step(vault.unseal(sealed), code, now)
    except SealBroken:
        # The server's secret was replaced: recovery codes still open.
        step = None
    if step is not None:
        return take_otp_step(tx, user_id, step)
    return take_recovery_code(tx, user_id, hash_token(_plain(code)))


def _requested_secret(vault: Vault, user_id: UserId, token: str, now: datetime) -> str:
    try:
        asked = json.loads(vault.unseal(token, max_age=REQUEST_LIFETIME, now=now))
    except ValueError as error:
        raise CodeWrong("This request is too old or not yours: begin again") from error
    # Other things are sealed with the same secret, and handed out as well.
    if not isinstance(asked, list) or asked[:2] != [_PURPOSE, user_id]:
        raise CodeWrong("This request is too old or not yours: begin again")
    secret: str = asked[2]
    return secret


def _matching_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step whose code this is. All three are compared, whichever matches."""
    totp, current = pyotp.TOTP(secret), int(now.timestamp()) // _STEP_S
    given = code.replace(" ", "").encode()
    matches = [
        step
        for step in (current - 1, current, current + 1)
        if hmac.compare_digest(totp.generate_otp(step).encode(), given)
    ]
    return max(matches, default=None)


def _draw_recovery_code() -> str:
    letters = "".join(secrets.choice(_RECOVERY_LETTERS) for _ in range(16))
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def _plain(code: str) -> str:
    return "".join(letter for letter in code.lower() if letter.isalnum())
