import pytest
import sqlalchemy as sa
from tests.core.folders.test_queries import DEEP, dig
from tests.core.making import VAULT, make_session
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.keys import create_key
from vitascope.core.access.mailed_codes import Purpose, draw_mailed_code
from vitascope.core.access.model import ANONYMOUS, KeyKind, KeyUse, LoginRequired, Permission
from vitascope.core.access.queries.keys import insert_key_uses
from vitascope.core.access.two_factor import renew_recovery_codes
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import insert_external_login
from vitascope.core.assets.model import asset_folder
from vitascope.core.assets.queries import find_asset
from vitascope.core.schema import metadata
from vitascope.core.users.delete import delete_me, delete_user
from vitascope.core.users.manage import RootIsProtected
from vitascope.core.users.pictures import set_my_avatar
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending


@pytest.fixture
def root(tx: Tx) -> User:
    return make_user(tx, "root", Role.ADMINISTRATOR)


def rows(tx: Tx) -> dict[str, int]:
    """How many rows each table has, but for what has happened."""
    counts = {
        table.name: tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
        if table.name != "job_events"
    }
    return {name: count for name, count in counts.items() if count}


def fill(tx: Tx, user: User) -> None:
    """One of everything that a user can have."""
    make_session(tx, user)
    key = create_key(
        tx, user.id, kind=KeyKind.VSRC, name="mine", permission=Permission.WRITE, now=NOON
    )
    insert_key_uses(
        tx,
        [
            KeyUse(
                key_id=key.key.id,
                method="GET",
                path="/",
                status=200,
                address="192.0.2.1",
                used_at=NOON,
            )
        ],
    )
    renew_recovery_codes(tx, user.id)
    insert_external_login(
        tx, user.id, issuer="https://id.example", subject=user.username, now=NOON
    )
    for purpose in Purpose:
        if purpose is not Purpose.VERIFY_REGISTRATION:
            draw_mailed_code(tx, purpose, user.id, now=NOON)
    set_my_avatar(tx, actor_of(user), [(120, f"{user.username}.jpg")], now=NOON)
    entry = make_video(
        tx,
        user,
        content=user.username,
        privacy=Privacy.PASSWORD,
        passwords=["a password"],
        tags=["film"],
    )
    assert entry.media is not None
    make_rendition(tx, entry.media.id)


def test_a_user_goes_with_all_that_belongs_to_the_user(tx: Tx, root: User) -> None:
    fill(tx, root)
    before = rows(tx)
    user = make_user(tx, "ada")
    fill(tx, user)

    delete_user(tx, actor_of(root), user.id)

    assert rows(tx) == before
    assert make_user(tx, "ada").id > user.id


def test_folders_go_however_deep_they_lie(tx: Tx, root: User) -> None:
    user = make_user(tx, "ada")
    before = rows(tx)
    dig(tx, user.account.id, DEEP)

    delete_user(tx, actor_of(root), user.id)
    make_user(tx, "ada")

    assert rows(tx) == before


def test_whoever_listens_is_told_what_to_throw_away(tx: Tx, root: User) -> None:
    user = make_user(tx, "ada")
    set_my_avatar(tx, actor_of(user), [(120, "wide.jpg"), (48, "small.jpg")], now=NOON)
    entry = make_video(tx, user)
    assert entry.media is not None
    seen = len(pending(tx))

    delete_user(tx, actor_of(root), user.id)

    told = pending(tx)[seen:]
    told[-1][1]["pictures"].sort()
    assert told == [
        ("VideoDeleted", {"video_id": entry.video.id, "folder": f"videos/{entry.video.uuid}"}),
        (
            "AssetRemoved",
            {"asset_id": entry.media.id, "folder": asset_folder(entry.media.uuid)},
        ),
        (
            "UserDeleted",
            {
                "user_id": user.id,
                "username": "ada",
                "pictures": ["actors/small.jpg", "actors/wide.jpg"],
            },
        ),
    ]


def test_what_others_use_as_well_stays(tx: Tx, root: User) -> None:
    user, eve = make_user(tx, "ada"), make_user(tx, "eve")
    mine, hers = make_video(tx, user), make_video(tx, eve)
    alone = make_video(tx, user, content="only mine")
    assert hers.media is not None
    assert alone.media is not None

    delete_user(tx, actor_of(root), user.id)

    assert get_entry(tx, hers.video.id) == hers
    assert find_asset(tx, hers.media.id) is not None
    assert find_asset(tx, alone.media.id) is None
    for gone in (mine, alone):
        with pytest.raises(NotFound):
            get_entry(tx, gone.video.id)


def test_all_names_are_free_again(tx: Tx, root: User) -> None:
    user = make_user(tx, "ada", channel_name="films", channel_display_name="Films")

    delete_user(tx, actor_of(root), user.id)

    again = make_user(tx, "films", channel_name="ada", channel_display_name="Ada")
    assert again.account.name == "films"


def test_people_delete_themselves(tx: Tx, root: User) -> None:
    user = make_user(tx, "ada")
    before = rows(tx)

    with pytest.raises(Forbidden):
        delete_me(tx, actor_of(user, is_key=True))
    with pytest.raises(LoginRequired):
        delete_me(tx, ANONYMOUS)
    with pytest.raises(RootIsProtected):
        delete_me(tx, actor_of(root))
    assert rows(tx) == before
    delete_me(tx, actor_of(user))

    assert pending(tx) == [
        ("UserDeleted", {"user_id": user.id, "username": "ada", "pictures": []})
    ]


def test_a_session_of_somebody_deleted_opens_nothing(tx: Tx, root: User) -> None:
    user = make_user(tx, "ada")
    token = VAULT.feed_token(user.id, 0)
    delete_user(tx, actor_of(root), user.id)

    with pytest.raises(NotFound):
        delete_me(tx, actor_of(user))
    assert VAULT.feed_token(make_user(tx, "ada").id, 0) != token
