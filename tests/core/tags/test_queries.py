from tests.factories import make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.tags.model import DEFAULT_COLOR
from vitascope.core.tags.queries import (
    attach_tags,
    detach_tags,
    find_tags,
    list_account_tags,
    list_video_tags,
    set_video_tags,
    take_tag,
)
from vitascope.db import Tx


def test_tags_keep_their_order_and_are_shared_whatever_their_case(tx: Tx) -> None:
    user = make_user(tx)
    one = make_video(tx, user, content="one", tags=["Keynote", " 2024 ", "keynote", ""])
    two = make_video(tx, user, content="two", tags=["KEYNOTE"])

    found = list_video_tags(tx, [one.video.id, two.video.id])

    assert [tag.name for tag in found[one.video.id]] == ["Keynote", "2024"]
    assert found[two.video.id] == [found[one.video.id][0]]


def test_setting_tags_replaces_those_there_were(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user, tags=["old", "kept"])

    set_video_tags(tx, user.account.id, entry.video.id, ["kept", "new"])

    names = [tag.name for tag in list_video_tags(tx, [entry.video.id])[entry.video.id]]
    assert names == ["kept", "new"]


def test_each_account_has_tags_of_its_own(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve")
    hers = make_video(tx, ada, content="one", tags=["music"]).video.id
    others = make_video(tx, eve, content="two", tags=["music"]).video.id

    found = list_video_tags(tx, [hers, others])

    assert found[hers][0].id != found[others][0].id


def test_the_tags_of_an_account_are_its_own_by_name(tx: Tx) -> None:
    ada, bob = make_user(tx, "ada"), make_user(tx, "bob")
    make_video(tx, ada, tags=["sea", "Night"])
    make_video(tx, ada, tags=["SEA", "land"])
    make_video(tx, bob, tags=["his"])

    found = list_account_tags(tx, ada.account.id)

    assert [(tag.name, tag.color) for tag in found] == [
        ("land", DEFAULT_COLOR),
        ("Night", DEFAULT_COLOR),
        ("sea", DEFAULT_COLOR),
    ]


def test_a_tag_is_taken_by_name_in_any_case(tx: Tx) -> None:
    ada, bob = make_user(tx, "ada").account.id, make_user(tx, "bob").account.id

    sea, same, his = (
        take_tag(tx, ada, " Sea "),
        take_tag(tx, ada, "SEA"),
        take_tag(tx, bob, "sea"),
    )

    assert (sea.name, same) == ("Sea", sea)
    assert his.id != sea.id
    assert find_tags(tx, ada, [sea.id, his.id]) == {sea.id}


def test_tags_come_after_those_that_are_there_and_go_alone(tx: Tx) -> None:
    user = make_user(tx)
    one = make_video(tx, user, content="one", tags=["a", "b"]).video.id
    two = make_video(tx, user, content="two").video.id
    a, b, c = (take_tag(tx, user.account.id, name) for name in "abc")

    attach_tags(tx, [one, two], [c.id, a.id])
    detach_tags(tx, [one], [b.id])

    assert list_video_tags(tx, [one, two]) == {one: [a, c], two: [c, a]}


def test_many_videos_show_their_tags_at_once(tx: Tx) -> None:
    user = make_user(tx)
    film = make_video(tx, user, tags=["a"]).video.id

    found = list_video_tags(tx, [film, *map(VideoId, range(film + 1, film + 1000))])

    assert [tag.name for tag in found[film]] == ["a"]
