from dataclasses import replace
from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.base.ids import ProfileId
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired, Permission
from vitascope.core.accounts.model import User
from vitascope.core.profiles.keep import (
    MOST_PROFILES,
    TooManyProfiles,
    add_profile,
    change_profile,
    list_own_profiles,
    own_profile,
    recipe_for,
    remove_profile,
)
from vitascope.core.profiles.model import NewProfile, Profile, ProfileRung, Recipe
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)
RECIPE = Recipe(rungs=(ProfileRung(height=720, video_bps=2_000_000),), most_fps=25)
OTHER = Recipe(rungs=(ProfileRung(height=240, video_bps=300_000, crf=30),))
NEW = NewProfile(name="Lectures", is_default=False, recipe=RECIPE)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def bob(tx: Tx) -> User:
    return make_user(tx, "bob")


def added(tx: Tx, user: User, new: NewProfile = NEW) -> Profile:
    return add_profile(tx, actor_of(user), new, now=NOON)


def test_what_was_added_is_listed_for_its_owner_only(tx: Tx, ada: User, bob: User) -> None:
    first, second = added(tx, ada), added(tx, ada, replace(NEW, name="Another"))

    found = [list_own_profiles(tx, actor_of(user)) for user in (ada, bob)]

    assert found == [[first, second], []]
    assert first == Profile(
        id=first.id,
        user_id=ada.id,
        name="Lectures",
        is_default=False,
        recipe=RECIPE,
        created_at=NOON,
        updated_at=NOON,
    )


def test_a_change_replaces_all_that_it_says(tx: Tx, ada: User) -> None:
    profile = added(tx, ada)
    new = NewProfile(name="Trailers", is_default=True, recipe=OTHER)

    changed = change_profile(tx, actor_of(ada), profile.id, new, now=LATER)

    expected = replace(
        profile, name="Trailers", is_default=True, recipe=OTHER, updated_at=LATER
    )
    assert (changed, own_profile(tx, actor_of(ada), profile.id)) == (expected, expected)


def test_a_new_default_takes_the_place_of_the_old_one(tx: Tx, ada: User, bob: User) -> None:
    new = replace(NEW, is_default=True)
    first, his = added(tx, ada, new), added(tx, bob, new)

    added(tx, ada, new)
    change_profile(tx, actor_of(ada), first.id, new, now=LATER)

    defaults = {
        profile.id
        for user in (ada, bob)
        for profile in list_own_profiles(tx, actor_of(user))
        if profile.is_default
    }
    assert defaults == {first.id, his.id}


def test_an_upload_has_the_recipe_named_or_the_default_s_or_none(
    tx: Tx, ada: User, bob: User
) -> None:
    profile = added(tx, ada)
    before = recipe_for(tx, actor_of(ada), None)
    usual = added(tx, ada, NewProfile(name="Usual", is_default=True, recipe=OTHER))

    named, unnamed = (recipe_for(tx, actor_of(ada), key) for key in (profile.id, None))
    remove_profile(tx, actor_of(ada), usual.id)
    after = recipe_for(tx, actor_of(ada), None)

    assert (before, named, unnamed, after) == (None, RECIPE, OTHER, None)
    assert recipe_for(tx, actor_of(bob), None) is None


def test_the_profiles_of_others_look_as_if_there_were_none(
    tx: Tx, ada: User, bob: User
) -> None:
    hers, eve = added(tx, ada), actor_of(bob)

    for profile_id in (hers.id, ProfileId(10_000)):
        with pytest.raises(NotFound, match="No such encoding profile"):
            own_profile(tx, eve, profile_id)
        with pytest.raises(NotFound, match="No such encoding profile"):
            change_profile(tx, eve, profile_id, NEW, now=LATER)
        with pytest.raises(NotFound, match="No such encoding profile"):
            remove_profile(tx, eve, profile_id)
        with pytest.raises(NotFound, match="No such encoding profile"):
            recipe_for(tx, eve, profile_id)
    assert list_own_profiles(tx, actor_of(ada)) == [hers]


def test_there_are_as_many_as_the_limit_and_no_more(tx: Tx, ada: User, bob: User) -> None:
    for _ in range(MOST_PROFILES):
        added(tx, ada)

    with pytest.raises(TooManyProfiles) as caught:
        added(tx, ada)

    assert (caught.value.used, caught.value.limit, caught.value.unit) == (50, 50, "profiles")
    assert added(tx, bob).user_id == bob.id


def test_a_fault_is_told_and_nothing_is_kept(tx: Tx, ada: User) -> None:
    profile, wrong = added(tx, ada), replace(NEW, name="")

    with pytest.raises(Invalid) as adding:
        added(tx, ada, wrong)
    with pytest.raises(Invalid) as changing:
        change_profile(tx, actor_of(ada), profile.id, wrong, now=LATER)

    assert (adding.value.field, changing.value.field) == ("name", "name")
    assert list_own_profiles(tx, actor_of(ada)) == [profile]


def test_strangers_and_keys_for_reading_change_nothing(tx: Tx, ada: User) -> None:
    profile = added(tx, ada)
    reader = replace(actor_of(ada), permissions=frozenset({Permission.READ}))

    def refused(actor: Actor) -> None:
        with pytest.raises(Forbidden):
            add_profile(tx, actor, NEW, now=LATER)
        with pytest.raises(Forbidden):
            change_profile(tx, actor, profile.id, NEW, now=LATER)
        with pytest.raises(Forbidden):
            remove_profile(tx, actor, profile.id)

    refused(reader)
    refused(ANONYMOUS)
    with pytest.raises(LoginRequired):
        list_own_profiles(tx, ANONYMOUS)
    assert list_own_profiles(tx, reader) == [profile]
