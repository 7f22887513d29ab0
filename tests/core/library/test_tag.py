from datetime import timedelta

import pytest
from tests.core.library.trees import video_of
from tests.core.making import race
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import TagId, VideoId
from vitascope.core.accounts.model import Role, User
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import NothingSelected
from vitascope.core.library.tag import add_tag, drop_tag, tag_videos, untag_videos
from vitascope.core.tags.model import DEFAULT_COLOR, Tag
from vitascope.core.tags.queries import list_account_tags, list_video_tags
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database, Tx

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx, "ada")


def names_on(tx: Tx, video_id: VideoId) -> list[str]:
    return [tag.name for tag in list_video_tags(tx, [video_id]).get(video_id, [])]


def test_a_video_gets_a_tag_after_those_it_has(tx: Tx, ada: User) -> None:
    film = video_of(tx, ada)

    first = add_tag(tx, actor_of(ada), film, " Sea ", now=LATER)
    second = add_tag(tx, actor_of(ada), film, "night", now=LATER)
    again = add_tag(tx, actor_of(ada), film, "SEA", now=LATER)

    assert (first.name, first.color, again) == ("Sea", DEFAULT_COLOR, first)
    assert list_video_tags(tx, [film]) == {film: [first, second]}
    assert get_entry(tx, film).video.updated_at == LATER


def test_several_videos_get_several_tags(tx: Tx, ada: User) -> None:
    one, two = video_of(tx, ada, "one"), video_of(tx, ada, "two")
    add_tag(tx, actor_of(ada), one, "b", now=NOON)

    tags = tag_videos(tx, actor_of(ada), [one, two], ["a", "B", "A"], now=LATER)

    assert [tag.name for tag in tags] == ["a", "b"]
    assert (names_on(tx, one), names_on(tx, two)) == (["b", "a"], ["a", "b"])


def test_a_video_that_is_named_twice_is_tagged_once(tx: Tx, ada: User) -> None:
    film = video_of(tx, ada)

    [sea] = tag_videos(tx, actor_of(ada), [film, film], ["sea"], now=NOON)
    tagged = names_on(tx, film)
    untag_videos(tx, actor_of(ada), [film, film], [sea.id, sea.id], now=LATER)

    assert (tagged, names_on(tx, film)) == (["sea"], [])


def test_a_tag_comes_off_and_stays_one_of_the_owners(tx: Tx, ada: User) -> None:
    one, two = video_of(tx, ada, "one"), video_of(tx, ada, "two")
    a, b = tag_videos(tx, actor_of(ada), [one, two], ["a", "b"], now=NOON)

    drop_tag(tx, actor_of(ada), one, a.id, now=LATER)
    drop_tag(tx, actor_of(ada), one, a.id, now=LATER)
    untag_videos(tx, actor_of(ada), [one, two], [b.id], now=LATER)

    assert (names_on(tx, one), names_on(tx, two)) == ([], ["a"])
    assert list_account_tags(tx, ada.account.id) == [a, b]


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_tag_has_to_have_a_name_that_fits(tx: Tx, ada: User, name: str) -> None:
    film = video_of(tx, ada)

    with pytest.raises(Invalid) as refused:
        add_tag(tx, actor_of(ada), film, name, now=NOON)

    assert (refused.value.field, names_on(tx, film)) == ("name", [])


def test_videos_and_tags_have_to_be_named_and_there(tx: Tx, ada: User) -> None:
    film, other = video_of(tx, ada, "one"), video_of(tx, make_user(tx, "eve"), "two")
    theirs = add_tag(
        tx, actor_of(make_user(tx, "root", Role.ADMINISTRATOR)), other, "t", now=NOON
    )
    actor = actor_of(ada)

    for videos, names in (([], ["a"]), ([film], [])):
        with pytest.raises(NothingSelected):
            tag_videos(tx, actor, videos, names, now=NOON)
        with pytest.raises(NothingSelected):
            untag_videos(tx, actor, videos, [theirs.id] * len(names), now=NOON)
    for tag_id in (theirs.id, TagId(12345), TagId(2**40)):
        with pytest.raises(NotFound) as missed:
            drop_tag(tx, actor, film, tag_id, now=NOON)
        assert (missed.value.kind, missed.value.ref) == ("tag", str(tag_id))
    with pytest.raises(NotFound) as missed:
        add_tag(tx, actor, VideoId(12345), "a", now=NOON)
    assert missed.value.kind == "video"


def test_nobody_tags_what_is_anothers_but_administrators(tx: Tx, ada: User) -> None:
    film, root = video_of(tx, ada), make_user(tx, "root", Role.ADMINISTRATOR)
    kept = add_tag(tx, actor_of(ada), film, "kept", now=NOON)

    for other in (actor_of(make_user(tx, "eve")), actor_of(root, is_key=True)):
        with pytest.raises(ForeignItem):
            add_tag(tx, other, film, "theirs", now=NOON)
        with pytest.raises(ForeignItem):
            drop_tag(tx, other, film, kept.id, now=NOON)
    added = add_tag(tx, actor_of(root), film, "added", now=NOON)

    assert list_account_tags(tx, ada.account.id) == [added, kept]
    assert list_account_tags(tx, root.account.id) == []


def test_the_videos_of_two_users_are_tagged_one_after_the_other(tx: Tx, ada: User) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    films = [video_of(tx, ada, "one"), video_of(tx, make_user(tx, "eve"), "two")]

    with pytest.raises(Invalid) as refused:
        tag_videos(tx, root, films, ["a"], now=NOON)

    assert (refused.value.field, list_video_tags(tx, films)) == ("items", {})


def test_the_same_tag_put_on_at_once_is_one_tag(db: Database) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        film = video_of(tx, user)

    def add(tx: Tx) -> Tag:
        return add_tag(tx, actor_of(user), film, "sea", now=NOON)

    found = race(db, *[add] * 4)

    with db.read() as tx:
        [tag] = list_account_tags(tx, user.account.id)
        assert list_video_tags(tx, [film]) == {film: [tag]}
    assert found == [tag] * 4
