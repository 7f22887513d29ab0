import pytest
from tests.factories import actor_of, make_user

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import (
    ANONYMOUS,
    Actor,
    CredentialKind,
    LoginRequired,
    Permission,
    Right,
)
from vitascope.core.accounts.model import Role
from vitascope.db import Tx


def test_nobody_known_owns_nothing_and_may_nothing(tx: Tx) -> None:
    ada = make_user(tx)

    assert ANONYMOUS.is_anonymous
    assert not ANONYMOUS.owns(ada.account.id)
    assert not ANONYMOUS.is_user(ada.id)
    assert not any(ANONYMOUS.may(right) for right in Right)
    with pytest.raises(LoginRequired):
        ANONYMOUS.known_user()
    with pytest.raises(Forbidden):
        ANONYMOUS.check_writes()


@pytest.mark.parametrize(
    ("kind", "is_key"),
    [
        (CredentialKind.TOKEN, False),
        (CredentialKind.JWT, False),
        (CredentialKind.VIDEOCMS_KEY, True),
        (CredentialKind.AVCAPTION_KEY, True),
        (CredentialKind.VSRC_KEY, True),
    ],
)
def test_every_kind_is_a_session_or_a_key(kind: CredentialKind, *, is_key: bool) -> None:
    actor = Actor(credential=kind)

    assert actor.is_key is is_key


def test_a_key_acts_for_its_user_and_never_administrates(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)

    key = actor_of(root, is_key=True)

    assert key.known_user() == root.id
    assert not any(key.may(right) for right in Right)
    key.check_writes()
    with pytest.raises(Forbidden, match="log in instead"):
        key.check_is_person()
    with pytest.raises(Forbidden, match="log in instead"):
        key.check_manages_role(Role.USER)


@pytest.mark.parametrize("role", Role)
def test_a_library_is_arranged_by_its_owner_and_by_administrators(tx: Tx, role: Role) -> None:
    ada, other = make_user(tx, "ada"), make_user(tx, "eve", role)
    session, key = actor_of(other), actor_of(other, is_key=True)

    found = [
        session.administrates,
        session.arranges(ada.account.id),
        session.arranges(other.account.id),
        key.administrates,
        key.arranges(ada.account.id),
        key.arranges(other.account.id),
        ANONYMOUS.administrates,
        ANONYMOUS.arranges(ada.account.id),
    ]

    is_admin = role is Role.ADMINISTRATOR
    expected = [is_admin, is_admin, True, False, False, True, False, False]
    assert found == expected


def test_a_key_for_reading_changes_nothing(tx: Tx) -> None:
    ada = make_user(tx)
    reader = Actor(
        user_id=ada.id,
        permissions=frozenset({Permission.READ}),
        credential=CredentialKind.VSRC_KEY,
    )

    with pytest.raises(Forbidden, match="may read but not change"):
        reader.check_writes()


_MANAGED = {
    Role.ADMINISTRATOR: {Role.ADMINISTRATOR, Role.MODERATOR, Role.USER},
    Role.MODERATOR: {Role.USER},
    Role.USER: set(),
}


@pytest.mark.parametrize("managed", Role)
@pytest.mark.parametrize("role", Role)
def test_moderators_manage_ordinary_users_only(tx: Tx, role: Role, managed: Role) -> None:
    actor = actor_of(make_user(tx, "ada", role))

    if managed in _MANAGED[role]:
        actor.check_manages_role(managed)
    else:
        with pytest.raises(Forbidden):
            actor.check_manages_role(managed)
