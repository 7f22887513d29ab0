import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.access.features import FeatureWithheld
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired, Permission
from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.presets.keep import (
    MOST_PRESETS,
    TooManyPresets,
    add_preset,
    change_preset,
    check_preset,
    list_own_presets,
    look_of,
    own_preset,
    remove_preset,
)
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
NEW = NewPreset(name="House", is_default=False, look=Look(primary_color="#ff8800"))


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def bob(tx: Tx) -> User:
    return make_user(tx, "bob")


def added(tx: Tx, user: User, new: NewPreset = NEW) -> Preset:
    return add_preset(tx, actor_of(user), new, now=NOON)


def test_what_was_added_is_listed_for_its_owner_only(tx: Tx, ada: User, bob: User) -> None:
    first, second = added(tx, ada), added(tx, ada, replace(NEW, name="Another"))

    found = [list_own_presets(tx, actor_of(user)) for user in (ada, bob)]

    assert found == [[first, second], []]
    assert first == Preset(
        id=first.id,
        uuid=first.uuid,
        user_id=ada.id,
        name="House",
        is_default=False,
        look=NEW.look,
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_change_replaces_all_that_it_says(tx: Tx, ada: User) -> None:
    preset = added(tx, ada)
    new = NewPreset(name="Other", is_default=True, look=Look(loop=True))

    changed = change_preset(tx, actor_of(ada), preset.uuid, new, now=LATER)

    expected = replace(
        preset, name="Other", is_default=True, look=Look(loop=True), updated_at=LATER
    )
    assert (changed, own_preset(tx, actor_of(ada), preset.uuid)) == (expected, expected)


def test_a_new_default_takes_the_place_of_the_old_one(tx: Tx, ada: User, bob: User) -> None:
    new = replace(NEW, is_default=True)
    first, his = added(tx, ada, new), added(tx, bob, new)

    second = added(tx, ada, new)
    change_preset(tx, actor_of(ada), first.uuid, new, now=LATER)

    defaults = {
        preset.uuid
        for user in (ada, bob)
        for preset in list_own_presets(tx, actor_of(user))
        if preset.is_default
    }
    assert (defaults, second.is_default) == ({first.uuid, his.uuid}, True)


def test_a_video_has_its_own_preset_or_its_owner_s_default(
    tx: Tx, ada: User, bob: User
) -> None:
    added(tx, bob, replace(NEW, is_default=True))
    plain, usual = added(tx, ada), added(tx, ada, replace(NEW, is_default=True))
    chosen = make_video(tx, ada, content="one", preset_id=plain.id)
    other = make_video(tx, ada, content="two")

    looks = [look_of(tx, chosen), look_of(tx, other)]
    remove_preset(tx, actor_of(ada), plain.uuid)
    after = look_of(tx, get_entry(tx, chosen.video.id))
    remove_preset(tx, actor_of(ada), usual.uuid)

    assert (looks, after) == ([plain, usual], usual)
    assert look_of(tx, get_entry(tx, chosen.video.id)) is None
    assert get_entry(tx, chosen.video.id).video.preset_id is None


def test_a_video_takes_a_preset_of_its_owner_only(tx: Tx, ada: User, bob: User) -> None:
    video, his = make_video(tx, ada), added(tx, bob)

    with pytest.raises(Invalid, match="no preset of the video's owner"):
        edit_video(tx, actor_of(ada), video.video.id, VideoFields(preset_id=his.id), now=LATER)
    check_preset(tx, video.owner_id, None)


def test_the_presets_of_others_look_as_if_there_were_none(tx: Tx, ada: User, bob: User) -> None:
    hers, eve = added(tx, ada), actor_of(bob)

    for preset_uuid in (hers.uuid, uuid.uuid4()):
        with pytest.raises(NotFound, match="No such preset"):
            own_preset(tx, eve, preset_uuid)
        with pytest.raises(NotFound, match="No such preset"):
            change_preset(tx, eve, preset_uuid, NEW, now=LATER)
        with pytest.raises(NotFound, match="No such preset"):
            remove_preset(tx, eve, preset_uuid)
    assert list_own_presets(tx, actor_of(ada)) == [hers]


def test_there_are_as_many_as_the_limit_and_no_more(tx: Tx, ada: User, bob: User) -> None:
    for _ in range(MOST_PRESETS):
        added(tx, ada)

    with pytest.raises(TooManyPresets) as caught:
        added(tx, ada)

    assert (caught.value.used, caught.value.limit, caught.value.unit) == (50, 50, "presets")
    assert len(list_own_presets(tx, actor_of(ada))) == MOST_PRESETS
    assert added(tx, bob).user_id == bob.id


def test_a_fault_is_told_and_nothing_is_kept(tx: Tx, ada: User) -> None:
    preset, wrong = added(tx, ada), replace(NEW, name="")

    with pytest.raises(Invalid) as adding:
        added(tx, ada, wrong)
    with pytest.raises(Invalid) as changing:
        change_preset(tx, actor_of(ada), preset.uuid, wrong, now=LATER)

    assert (adding.value.field, changing.value.field) == ("name", "name")
    assert list_own_presets(tx, actor_of(ada)) == [preset]


def test_strangers_and_keys_for_reading_change_nothing(tx: Tx, ada: User) -> None:
    preset = added(tx, ada)
    reader = replace(actor_of(ada), permissions=frozenset({Permission.READ}))

    def refused(actor: Actor) -> None:
        with pytest.raises(Forbidden):
            add_preset(tx, actor, NEW, now=LATER)
        with pytest.raises(Forbidden):
            change_preset(tx, actor, preset.uuid, NEW, now=LATER)
        with pytest.raises(Forbidden):
            remove_preset(tx, actor, preset.uuid)

    refused(reader)
    refused(ANONYMOUS)
    with pytest.raises(LoginRequired):
        list_own_presets(tx, ANONYMOUS)
    assert list_own_presets(tx, reader) == [preset]


def test_a_user_without_the_feature_keeps_what_is_there_but_changes_nothing(
    tx: Tx, ada: User
) -> None:
    preset = added(tx, ada)
    update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.PRESETS,)))

    with pytest.raises(FeatureWithheld):
        added(tx, ada)
    with pytest.raises(FeatureWithheld):
        change_preset(tx, actor_of(ada), preset.uuid, NEW, now=LATER)

    assert list_own_presets(tx, actor_of(ada)) == [preset]
    remove_preset(tx, actor_of(ada), preset.uuid)
    assert list_own_presets(tx, actor_of(ada)) == []
