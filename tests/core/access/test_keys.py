import re
from datetime import datetime, timedelta

import pytest
from tests.core.making import VAULT
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, Forbidden, Invalid, NotFound
from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.keys import (
    NewKey,
    create_key,
    create_own_key,
    get_key,
    import_key,
    list_own_key_uses,
    list_own_keys,
    own_key,
    revoke_key,
    revoke_own_key,
)
from vitascope.core.access.model import (
    ANONYMOUS,
    ApiKey,
    CredentialKind,
    KeyKind,
    KeyUse,
    LoginRequired,
    Permission,
    Right,
)
from vitascope.core.access.queries.keys import delete_key_uses, insert_key_uses
from vitascope.core.accounts.model import Role, User
from vitascope.db import Tx

SECOND = timedelta(seconds=1)


def make_key(
    tx: Tx,
    user: User,
    kind: KeyKind = KeyKind.VSRC,
    *,
    name: str = "mine",
    permission: Permission = Permission.WRITE,
    expires_at: datetime | None = None,
) -> NewKey:
    return create_key(
        tx,
        user.id,
        kind=kind,
        name=name,
        permission=permission,
        expires_at=expires_at,
        now=NOON,
    )


def use_of(key: NewKey, number: int = 0, key_id: int | None = None) -> KeyUse:
    return KeyUse(
        key_id=key.key.id if key_id is None else key_id,
        method="GET",
        path=f"/api/{number}",
        status=200,
        address="192.0.2.1",
        used_at=NOON + number * SECOND,
    )


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


@pytest.mark.parametrize(
    ("kind", "shape", "shown"),
    [
        (KeyKind.VIDEOCMS, r"ak_[0-9a-f]{64}", 8),
        (KeyKind.AVCAPTION, r"avc_[0-9a-f]{64}", 12),
        (KeyKind.VSRC, r"vsrc_[0-9a-f]{48}", 12),
    ],
)
def test_keys_have_the_shape_of_their_document(
    tx: Tx, user: User, kind: KeyKind, shape: str, shown: int
) -> None:
    made = make_key(tx, user, kind)

    assert re.fullmatch(shape, made.secret)
    assert made.key == ApiKey(
        id=1,
        user_id=user.id,
        kind=kind,
        name="mine",
        prefix=made.secret[:shown],
        permission=Permission.WRITE,
        created_at=NOON,
        expires_at=None,
        last_used_at=None,
    )


def test_a_read_key_reads_and_a_write_key_does_both(tx: Tx, user: User) -> None:
    keys = [make_key(tx, user, permission=permission) for permission in Permission]

    actors = [authenticate(tx, VAULT, key.secret, now=NOON) for key in keys]

    assert [actor.permissions for actor in actors] == [
        frozenset({Permission.READ}),
        frozenset(Permission),
    ]


def test_a_key_of_an_administrator_does_not_administrate(tx: Tx) -> None:
    key = make_key(tx, make_user(tx, "root", Role.ADMINISTRATOR))

    actor = authenticate(tx, VAULT, key.secret, now=NOON)

    assert actor.role is Role.ADMINISTRATOR
    assert not any(actor.may(right) for right in Right)


def test_a_revoked_key_is_nobody_and_its_uses_are_gone(tx: Tx, user: User) -> None:
    key = make_key(tx, user)
    insert_key_uses(tx, [use_of(key)])

    revoke_key(tx, key.key.id)

    with pytest.raises(CredentialRefused):
        authenticate(tx, VAULT, key.secret, now=NOON)
    assert delete_key_uses(tx, NOON + SECOND) == 0
    with pytest.raises(NotFound):
        revoke_key(tx, key.key.id)
    with pytest.raises(NotFound):
        get_key(tx, key.key.id)


def imported(tx: Tx, user: User, secret: str, kind: KeyKind = KeyKind.VSRC) -> ApiKey:
    write = Permission.WRITE
    return import_key(
        tx, user.id, secret, kind=kind, name=" theirs", permission=write, now=NOON
    )


@pytest.mark.parametrize(
    ("secret", "shown"),
    [("sk-" + "a1B2" * 16, "sk-a1B2a1B2a"), ("12345678", "12"), ("~" * 512, "~" * 12)],
)
def test_a_key_from_elsewhere_opens_where_it_is_taken_for_one(
    tx: Tx, user: User, secret: str, shown: str
) -> None:
    key = imported(tx, user, secret)

    actor = authenticate(tx, VAULT, secret, kind=CredentialKind.VSRC_KEY, now=NOON)

    assert key == ApiKey(
        id=1,
        user_id=user.id,
        kind=KeyKind.VSRC,
        name="theirs",
        prefix=shown,
        permission=Permission.WRITE,
        created_at=NOON,
        expires_at=None,
        last_used_at=None,
    )
    assert (actor.user_id, actor.credential) == (user.id, CredentialKind.VSRC_KEY)
    with pytest.raises(CredentialRefused):
        authenticate(tx, VAULT, secret, now=NOON)


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "1234567",
        "x" * 513,
        "with a space",
        "ключ-отсюда",
        "line\nbreak",
        "0" * 40,
        "a.bcdef.ghi",
        "vsrc_12345678",
        "avc_12345678",
    ],
)
def test_what_is_no_key_from_elsewhere_is_not_taken(tx: Tx, user: User, secret: str) -> None:
    with pytest.raises(Invalid) as refused:
        imported(tx, user, secret)

    assert refused.value.field == "key"


def test_only_vsrc_has_keys_from_elsewhere_and_each_once(tx: Tx, user: User) -> None:
    imported(tx, user, "from-elsewhere")

    with pytest.raises(Invalid, match="Only keys of vsrc"):
        imported(tx, user, "another-one", KeyKind.AVCAPTION)
    with pytest.raises(Conflict, match="already"):
        imported(tx, make_user(tx, "eve"), "from-elsewhere")


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_key_needs_a_name(tx: Tx, user: User, name: str) -> None:
    with pytest.raises(Invalid, match="1 to 100") as refused:
        make_key(tx, user, name=name)

    assert refused.value.field == "name"


def test_the_room_around_a_name_is_cut(tx: Tx, user: User) -> None:
    made = make_key(tx, user, name="  uploads " + " " * 100)

    assert made.key.name == "uploads"


def test_a_key_expires_in_the_future(tx: Tx, user: User) -> None:
    soon = make_key(tx, user, expires_at=NOON + SECOND)

    assert soon.key.expires_at == NOON + SECOND
    with pytest.raises(Invalid) as refused:
        make_key(tx, user, expires_at=NOON)
    assert refused.value.field == "expires_at"


def test_nobody_has_more_than_a_hundred_keys(tx: Tx, user: User) -> None:
    for _ in range(100):
        make_key(tx, user)

    with pytest.raises(Invalid, match="more than 100"):
        make_key(tx, user)
    assert make_key(tx, make_user(tx, "eve")).key.name == "mine"


def test_users_make_see_and_revoke_their_own_keys(tx: Tx, user: User) -> None:
    actor = actor_of(user)
    hers = make_key(tx, make_user(tx, "eve"))
    one = create_own_key(tx, actor, kind=KeyKind.VSRC, name="one", now=NOON)
    two = create_own_key(
        tx, actor, kind=KeyKind.VIDEOCMS, name="two", permission=Permission.READ, now=NOON
    )

    listed = list_own_keys(tx, actor), list_own_keys(tx, actor, kind=KeyKind.VIDEOCMS)
    revoke_own_key(tx, actor, one.key.id)

    assert listed == ([one.key, two.key], [two.key])
    assert (one.key.permission, two.key.permission) == (Permission.WRITE, Permission.READ)
    assert list_own_keys(tx, actor) == [two.key]
    assert own_key(tx, actor, two.key.id) == two.key
    for key_id in (hers.key.id, one.key.id, 999):
        with pytest.raises(NotFound):
            own_key(tx, actor, key_id)
        with pytest.raises(NotFound):
            revoke_own_key(tx, actor, key_id)
        with pytest.raises(NotFound):
            list_own_key_uses(tx, actor, key_id)
    assert get_key(tx, hers.key.id) == hers.key


def test_an_administrator_does_not_reach_the_keys_of_others(tx: Tx, user: User) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    key = make_key(tx, user)

    with pytest.raises(NotFound):
        own_key(tx, root, key.key.id)


def test_neither_keys_nor_nobody_touch_keys(tx: Tx, user: User) -> None:
    made = make_key(tx, user)

    for actor, error in ((actor_of(user, is_key=True), Forbidden), (ANONYMOUS, LoginRequired)):
        with pytest.raises(error):
            create_own_key(tx, actor, kind=KeyKind.VSRC, name="mine", now=NOON)
        with pytest.raises(error):
            list_own_keys(tx, actor)
        with pytest.raises(error):
            revoke_own_key(tx, actor, made.key.id)
        with pytest.raises(error):
            list_own_key_uses(tx, actor, made.key.id)
    assert get_key(tx, made.key.id) == made.key


def test_the_last_hundred_uses_are_shown_the_newest_first(tx: Tx, user: User) -> None:
    key, other = make_key(tx, user), make_key(tx, user)
    insert_key_uses(tx, [use_of(other), *(use_of(key, number) for number in range(101))])

    uses = list_own_key_uses(tx, actor_of(user), key.key.id)

    assert [use.path for use in uses] == [f"/api/{number}" for number in range(100, 0, -1)]
    assert uses[0] == KeyUse(
        id=102,
        key_id=key.key.id,
        method="GET",
        path="/api/100",
        status=200,
        address="192.0.2.1",
        used_at=NOON + 100 * SECOND,
    )
    assert get_key(tx, key.key.id).last_used_at == NOON + 100 * SECOND
    assert get_key(tx, other.key.id).last_used_at == NOON


def test_uses_of_a_key_that_is_gone_do_not_lose_the_others(tx: Tx, user: User) -> None:
    key = make_key(tx, user)

    insert_key_uses(tx, [use_of(key, 1, key_id=999), use_of(key, 2)])

    assert [use.path for use in list_own_key_uses(tx, actor_of(user), key.key.id)] == ["/api/2"]


def test_old_uses_are_forgotten(tx: Tx, user: User) -> None:
    key = make_key(tx, user)
    insert_key_uses(tx, [use_of(key, number) for number in range(3)])
    insert_key_uses(tx, [])

    forgotten = delete_key_uses(tx, NOON + 2 * SECOND)

    assert forgotten == 2
    assert [use.path for use in list_own_key_uses(tx, actor_of(user), key.key.id)] == ["/api/2"]
