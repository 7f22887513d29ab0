"""Joining: at once where that is open, or by a request that somebody answers."""

from dataclasses import replace
from datetime import datetime

from vitascope.base.errors import Conflict, Forbidden, Invalid
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import (
    count_users,
    find_user_by_email,
    find_user_by_login,
    is_name_free,
)
from vitascope.core.registration import queries
from vitascope.core.registration.events import (
    RegistrationRequested,
    RegistrationVerificationAsked,
)
from vitascope.core.registration.model import Registration, SignupMode, SignupPolicy
from vitascope.core.users.add import Newcomer, add_user, check_newcomer
from vitascope.core.users.events import EmailVerificationAsked
from vitascope.db import Tx
from vitascope.jobs import emit

_SHORTEST_REASON, _LONGEST_REASON = 2, 3000


class SignupRefused(Forbidden):
    """Nobody, or nobody from there, may join now."""


def check_signup(tx: Tx, policy: SignupPolicy, *, address: str, by_request: bool) -> None:
    """May somebody join from ``address``?

    Raises:
        SignupRefused: nobody may, or not this way, or the server is full, or not from there.
        Invalid: a request where none is needed.
    """
    if policy.mode is SignupMode.CLOSED:
        raise SignupRefused("Nobody can register on this server")
    if policy.mode is SignupMode.APPROVAL and not by_request:
        raise SignupRefused("This server wants to approve who joins: send a request")
    if policy.most_users is not None and count_users(tx) >= policy.most_users:
        raise SignupRefused("This server takes no more users")
    if not policy.admits(address):
        raise SignupRefused("Nobody can register from this network")
    if policy.mode is SignupMode.OPEN and by_request:
        raise Invalid("registrationReason", "Nobody has to ask here: register at once")


def is_signup_open(tx: Tx, policy: SignupPolicy) -> bool:
    """Whether people may join, in one way or the other."""
    if policy.mode is SignupMode.CLOSED:
        return False
    return policy.most_users is None or count_users(tx) < policy.most_users


def sign_up(
    tx: Tx, policy: SignupPolicy, newcomer: Newcomer, *, address: str, now: datetime
) -> User:
    """Become a user at once. Where addresses are verified, a mail is on its way.

    Raises:
        SignupRefused: as :func:`check_signup`.
        Invalid: a value breaks a rule.
        Conflict: a name or the address is taken.
    """
    check_signup(tx, policy, address=address, by_request=False)
    _check_free(tx, newcomer)
    user = add_user(tx, _with_quotas(policy, newcomer), now=now)
    if policy.verifies_email:
        emit(tx, EmailVerificationAsked(user_id=user.id, is_pending=False))
    return user


def ask_to_join(
    tx: Tx,
    policy: SignupPolicy,
    newcomer: Newcomer,
    *,
    reason: str,
    address: str,
    now: datetime,
) -> Registration:
    """Leave a request for those who manage registrations, who are told.

    Raises:
        SignupRefused, Invalid, Conflict: as :func:`sign_up`; a Conflict also for somebody
            else's request for the same name, address or channel.
    """
    check_signup(tx, policy, address=address, by_request=True)
    if not _SHORTEST_REASON <= len(reason) <= _LONGEST_REASON:
        raise Invalid("registrationReason", "A reason has 2 to 3000 characters")
    _check_free(tx, newcomer)
    email = newcomer.email or ""
    if queries.find_rival(tx, newcomer.username, email, newcomer.channel_name) is not None:
        raise Conflict("Somebody has asked for this name, address or channel already")
    made = queries.insert_registration(
        tx,
        now,
        reason=reason,
        username=newcomer.username,
        email=email,
        email_verified=False if policy.verifies_email else None,
        password_hash=newcomer.password_hash,
        display_name=newcomer.display_name,
        channel_name=newcomer.channel_name,
        channel_display_name=newcomer.channel_display_name,
    )
    emit(tx, RegistrationRequested(registration_id=made.id))
    if policy.verifies_email:
        emit(tx, RegistrationVerificationAsked(registration_id=made.id))
    return made


def _check_free(tx: Tx, newcomer: Newcomer) -> None:
    check_newcomer(newcomer)
    if newcomer.email is None:
        raise Invalid("email", "An e-mail address is needed")
    if newcomer.password_hash is None:
        raise Invalid("password", "A password is needed")
    taken = find_user_by_login(tx, newcomer.username) or find_user_by_email(tx, newcomer.email)
    if taken is not None or not is_name_free(tx, newcomer.username):
        raise Conflict("This name or address is taken")
    if newcomer.channel_name and not is_name_free(tx, newcomer.channel_name):
        raise Conflict(f"The name {newcomer.channel_name} is taken")


def _with_quotas(policy: SignupPolicy, newcomer: Newcomer) -> Newcomer:
    return replace(
        newcomer,
        role=Role.USER,
        quota_bytes=policy.quota_bytes,
        daily_quota_bytes=policy.daily_quota_bytes,
        email_verified=False if policy.verifies_email else None,
    )
