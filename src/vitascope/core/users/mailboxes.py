"""Proving that a mailbox is one's own: for a new address, and for a lost password."""

from datetime import datetime

from vitascope.base.ids import UserId
from vitascope.core.access.attempts import Guesser, forget_failures
from vitascope.core.access.mailed_codes import (
    CodeRefused,
    Purpose,
    draw_mailed_code,
    use_mailed_code,
    void_mailed_codes,
)
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import (
    find_user,
    find_user_by_email,
    get_user,
    update_user,
)
from vitascope.core.users.events import EmailVerificationAsked, PasswordResetAsked
from vitascope.db import Tx
from vitascope.jobs import emit


def ask_verification(tx: Tx, email: str) -> None:
    """Mail a link that verifies the address, if somebody has it who should.

    Whether there is such a user is not told.
    """
    user = find_user_by_email(tx, email)
    if user is not None and user.email_verified is False:
        emit(tx, EmailVerificationAsked(user_id=user.id, is_pending=False))


def draw_verification_code(tx: Tx, user: User, *, is_pending: bool, now: datetime) -> str:
    """The code to mail to a user's address, or to the one that waits."""
    address = _address(user, is_pending)
    return draw_mailed_code(tx, _verification(is_pending), user.id, address=address, now=now)


def verify_email(
    tx: Tx, user_id: UserId, code: str, *, is_pending: bool, now: datetime
) -> User:
    """The mailed code came back: the address is the user's; the pending one replaces it.

    Raises:
        NotFound: no such user.
        CodeRefused: the code is wrong, was used, or is too old.
        Conflict: somebody else took the address meanwhile.
    """
    user = get_user(tx, user_id)
    address = _address(user, is_pending)
    use_mailed_code(tx, _verification(is_pending), user_id, code, address=address, now=now)
    if not is_pending:
        return update_user(tx, user_id, now, email_verified=True)
    if user.pending_email is None:
        raise CodeRefused("No address waits for being verified")
    return update_user(
        tx, user_id, now, email=user.pending_email, pending_email=None, email_verified=True
    )


def ask_password_reset(tx: Tx, email: str) -> None:
    """Mail a link that sets a new password, if somebody has this address.

    Whether there is such a user is not told.
    """
    user = find_user_by_email(tx, email)
    if user is not None and not user.is_blocked:
        emit(tx, PasswordResetAsked(user_id=user.id, is_first=False))


def draw_reset_code(tx: Tx, user: User, *, is_first: bool, now: datetime) -> str:
    """The code to mail to somebody who lost the password, or never had one."""
    purpose = Purpose.CREATE_PASSWORD if is_first else Purpose.RESET_PASSWORD
    return draw_mailed_code(tx, purpose, user.id, address=user.email or "", now=now)


def reset_password(
    tx: Tx, user_id: UserId, code: str, password_hash: str, *, now: datetime
) -> User:
    """Set a new password with a mailed code. Sessions go on, as PeerTube has it.

    Whoever reads the mails of the address has thereby verified it.

    Raises:
        NotFound: no such user.
        CodeRefused: the code is wrong, was used, or is too old.
    """
    user = get_user(tx, user_id)
    address = user.email or ""
    try:
        use_mailed_code(tx, Purpose.RESET_PASSWORD, user_id, code, address=address, now=now)
    except CodeRefused:
        use_mailed_code(tx, Purpose.CREATE_PASSWORD, user_id, code, address=address, now=now)
    void_password_codes(tx, user_id)
    forget_failures(tx, Guesser(name=user.username, address=""))
    is_proved = {"email_verified": True} if user.email_verified is False else {}
    return update_user(tx, user_id, now, password_hash=password_hash, **is_proved)


def void_codes(tx: Tx, user_id: UserId) -> None:
    """Make every link that is on its way to a user open nothing."""
    void_password_codes(tx, user_id)
    void_mailed_codes(tx, user_id, Purpose.VERIFY_EMAIL, Purpose.VERIFY_PENDING_EMAIL)


def void_password_codes(tx: Tx, user_id: UserId) -> None:
    """After a new password, links that were mailed for an older one set none."""
    void_mailed_codes(tx, user_id, Purpose.RESET_PASSWORD, Purpose.CREATE_PASSWORD)


def addressee(tx: Tx, user_id: UserId, *, is_pending: bool = False) -> tuple[User, str] | None:
    """The user with the address to write to; None when either is gone."""
    user = find_user(tx, user_id)
    address = "" if user is None else _address(user, is_pending)
    return (user, address) if user is not None and address else None


def _address(user: User, is_pending: bool) -> str:
    return (user.pending_email if is_pending else user.email) or ""


def _verification(is_pending: bool) -> Purpose:
    return Purpose.VERIFY_PENDING_EMAIL if is_pending else Purpose.VERIFY_EMAIL
