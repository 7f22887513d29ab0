import pytest
from msgspec import UNSET
from tests.factories import actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, NotFound, ProductError
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired, Right
from vitascope.core.accounts.model import Role
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import (
    PasswordRequired,
    PasswordWrong,
    manage_video,
    own_video,
    view_video,
)
from vitascope.db import Tx

SEEN = None


def answer(tx: Tx, actor: Actor, ref: object) -> type[ProductError] | None:
    try:
        view_video(tx, actor, ref)  # type: ignore[arg-type]  # the table below mixes both kinds
    except ProductError as error:
        return type(error)
    return SEEN


@pytest.mark.parametrize(
    ("privacy", "by_number", "by_uuid"),
    [
        (Privacy.PUBLIC, [SEEN, SEEN, SEEN, SEEN], [SEEN, SEEN, SEEN, SEEN]),
        (Privacy.UNLISTED, [LoginRequired, Forbidden, SEEN, SEEN], [SEEN, SEEN, SEEN, SEEN]),
        (
            Privacy.INTERNAL,
            [LoginRequired, SEEN, SEEN, SEEN],
            [LoginRequired, SEEN, SEEN, SEEN],
        ),
        (
            Privacy.PRIVATE,
            [LoginRequired, Forbidden, SEEN, SEEN],
            [LoginRequired, Forbidden, SEEN, SEEN],
        ),
        (
            Privacy.PASSWORD,
            [PasswordRequired, PasswordRequired, SEEN, SEEN],
            [PasswordRequired, PasswordRequired, SEEN, SEEN],
        ),
    ],
)
def test_who_sees_what(
    tx: Tx, privacy: Privacy, by_number: list[object], by_uuid: list[object]
) -> None:
    owner, other = make_user(tx, "ada"), make_user(tx, "eve")
    moderator = make_user(tx, "mod", Role.MODERATOR)
    passwords = ["open sesame"] if privacy is Privacy.PASSWORD else UNSET
    video = make_video(tx, owner, privacy=privacy, passwords=passwords).video
    callers = [ANONYMOUS, actor_of(other), actor_of(owner), actor_of(moderator)]

    assert [answer(tx, caller, video.id) for caller in callers] == by_number
    assert [answer(tx, caller, video.uuid) for caller in callers] == by_uuid


def test_a_password_opens_and_a_wrong_one_does_not(tx: Tx) -> None:
    video = make_video(
        tx, make_user(tx), privacy=Privacy.PASSWORD, passwords=["one", "two"]
    ).video

    opened = view_video(tx, ANONYMOUS, video.uuid, password="two")

    assert opened.video == video
    with pytest.raises(PasswordWrong):
        view_video(tx, ANONYMOUS, video.uuid, password="three")


def test_a_key_of_a_moderator_sees_only_its_own(tx: Tx) -> None:
    video = make_video(tx, make_user(tx, "ada"), privacy=Privacy.PRIVATE).video
    moderator = make_user(tx, "mod", Role.MODERATOR)

    with pytest.raises(Forbidden):
        view_video(tx, actor_of(moderator, is_key=True), video.uuid)


def test_managing_is_for_owners_and_those_with_the_right(tx: Tx) -> None:
    owner, other = make_user(tx, "ada"), make_user(tx, "eve")
    video = make_video(tx, owner).video

    manage_video(tx, actor_of(owner), video.id, Right.UPDATE_ANY_VIDEO)
    with pytest.raises(LoginRequired):
        manage_video(tx, ANONYMOUS, video.id, Right.UPDATE_ANY_VIDEO)
    with pytest.raises(Forbidden):
        manage_video(tx, actor_of(other), video.id, Right.UPDATE_ANY_VIDEO)


def test_others_videos_look_as_if_they_did_not_exist(tx: Tx) -> None:
    owner, other = make_user(tx, "ada"), make_user(tx, "eve")
    video = make_video(tx, owner).video

    with pytest.raises(NotFound) as hidden:
        own_video(tx, actor_of(other), video.id)
    with pytest.raises(NotFound) as unknown:
        own_video(tx, actor_of(other), 4711)

    assert hidden.value.message == f"No such video: {video.id}"
    assert unknown.value.message == "No such video: 4711"
