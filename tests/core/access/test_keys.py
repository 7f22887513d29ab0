import pytest
from tests.factories import NOON, make_user

from vitascope.base.errors import Invalid, NotFound
from vitascope.core.access.keys import create_key, find_key_actor, revoke_key
from vitascope.core.access.model import KeyKind, Permission, Right
from vitascope.core.access.queries import list_keys
from vitascope.core.accounts.model import Role
from vitascope.db import Tx


def test_a_read_key_reads_and_a_write_key_does_both(tx: Tx) -> None:
    user = make_user(tx)
    keys = [
        create_key(tx, user.id, kind=KeyKind.VSRC, name="mine", permission=permission, now=NOON)
        for permission in Permission
    ]

    found = [find_key_actor(tx, KeyKind.VSRC, key) for key in keys]

    assert [actor and actor[0].permissions for actor in found] == [
        frozenset({Permission.READ}),
        frozenset(Permission),
    ]


def test_a_key_of_an_administrator_does_not_administrate(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    key = create_key(
        tx, root.id, kind=KeyKind.VSRC, name="mine", permission=Permission.WRITE, now=NOON
    )

    found = find_key_actor(tx, KeyKind.VSRC, key)

    assert found is not None
    assert not any(found[0].may(right) for right in Right)


def test_a_revoked_key_is_nobody(tx: Tx) -> None:
    user = make_user(tx)
    key = create_key(
        tx, user.id, kind=KeyKind.VSRC, name="mine", permission=Permission.READ, now=NOON
    )
    (listed,) = list_keys(tx, user.id)

    revoke_key(tx, listed.id)

    assert key.startswith(listed.prefix)
    assert find_key_actor(tx, KeyKind.VSRC, key) is None
    with pytest.raises(NotFound):
        revoke_key(tx, listed.id)


def test_a_key_needs_a_name(tx: Tx) -> None:
    user = make_user(tx)

    with pytest.raises(Invalid, match="1 to 100"):
        create_key(
            tx, user.id, kind=KeyKind.VSRC, name="", permission=Permission.READ, now=NOON
        )
