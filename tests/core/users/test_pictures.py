from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import ANONYMOUS, Actor, CredentialKind, Permission
from vitascope.core.accounts.model import ActorImage, ImageKind, User
from vitascope.core.accounts.queries import find_image, get_account, list_images
from vitascope.core.users.pictures import set_my_avatar
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def picture(width: int, filename: str) -> ActorImage:
    return ActorImage(
        handle="ada",
        kind=ImageKind.AVATAR,
        width=width,
        height=width,
        filename=filename,
        created_at=LATER,
    )


def test_pictures_are_shown_the_widest_first(tx: Tx, user: User) -> None:
    shown = set_my_avatar(tx, actor_of(user), [(48, "a.jpg"), (600, "b.jpg")], now=LATER)

    assert shown == (picture(600, "b.jpg"), picture(48, "a.jpg"))
    assert list_images(tx, ["ada", "eve"], ImageKind.AVATAR) == {"ada": shown}
    assert list_images(tx, ["ada"], ImageKind.BANNER) == {}
    assert find_image(tx, "a.jpg") == picture(48, "a.jpg")
    assert shown[0].key == "actors/b.jpg"
    assert get_account(tx, user.account.id).updated_at == LATER
    assert pending(tx) == []


def test_new_pictures_replace_the_old_ones_whose_bytes_can_go(tx: Tx, user: User) -> None:
    set_my_avatar(tx, actor_of(user), [(48, "a.jpg")], now=LATER)

    shown = set_my_avatar(tx, actor_of(user), [(48, "c.jpg")], now=LATER)

    assert shown == (picture(48, "c.jpg"),)
    assert find_image(tx, "a.jpg") is None
    assert pending(tx) == [("PicturesReplaced", {"handle": "ada", "keys": ["actors/a.jpg"]})]


def test_no_pictures_remove_them(tx: Tx, user: User) -> None:
    set_my_avatar(tx, actor_of(user), [(48, "a.jpg")], now=LATER)

    for _ in range(2):
        assert set_my_avatar(tx, actor_of(user), [], now=LATER) == ()

    assert pending(tx) == [("PicturesReplaced", {"handle": "ada", "keys": ["actors/a.jpg"]})]


def test_nobody_unknown_and_no_reading_key_sets_pictures(tx: Tx, user: User) -> None:
    reader = Actor(
        user_id=user.id,
        permissions=frozenset({Permission.READ}),
        credential=CredentialKind.VSRC_KEY,
    )

    for actor in (ANONYMOUS, reader):
        with pytest.raises(Forbidden):
            set_my_avatar(tx, actor, [(48, "a.jpg")], now=LATER)
    assert list_images(tx, ["ada"], ImageKind.AVATAR) == {}
