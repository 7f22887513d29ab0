"""Encoding profiles, as their owners keep them, and what they mean for an upload."""

from datetime import datetime

from vitascope.base.errors import Invalid, NotFound, QuotaExceeded
from vitascope.base.ids import ProfileId
from vitascope.core.access.model import Actor
from vitascope.core.profiles.model import NewProfile, Profile, Recipe
from vitascope.core.profiles.queries import (
    clear_default,
    count_profiles,
    delete_profile,
    find_default_profile,
    find_profile,
    insert_profile,
    list_profiles,
    update_profile,
)
from vitascope.core.profiles.rules import faults_of, tidied
from vitascope.db import Tx

MOST_PROFILES = 50


class TooManyProfiles(QuotaExceeded):
    """The user has as many profiles as anybody may have."""

    def __init__(self, used: int) -> None:
        super().__init__(used=used, limit=MOST_PROFILES, unit="profiles")


def list_own_profiles(tx: Tx, actor: Actor) -> list[Profile]:
    """The actor's, oldest first. Raises LoginRequired when nobody known is calling."""
    return list_profiles(tx, actor.known_user())


def own_profile(tx: Tx, actor: Actor, profile_id: ProfileId) -> Profile:
    """
    Raises:
        NotFound: no such profile, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    user_id, profile = actor.known_user(), find_profile(tx, profile_id)
    if profile is None or profile.user_id != user_id:
        raise NotFound("encoding profile", profile_id)
    return profile


def add_profile(tx: Tx, actor: Actor, new: NewProfile, *, now: datetime) -> Profile:
    """Give the actor one more; a new default takes the place of the old one.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        TooManyProfiles: the actor has as many as allowed.
        Invalid: a value breaks a rule, see :func:`faults_of`.
    """
    user_id = actor.known_user()
    actor.check_writes()
    _check(new)
    if (used := count_profiles(tx, user_id)) >= MOST_PROFILES:
        raise TooManyProfiles(used)
    if new.is_default:
        clear_default(tx, user_id)
    profile_id = insert_profile(tx, user_id, tidied(new), now=now)
    return own_profile(tx, actor, profile_id)


def change_profile(
    tx: Tx, actor: Actor, profile_id: ProfileId, new: NewProfile, *, now: datetime
) -> Profile:
    """Replace what a profile of the actor's says. Videos that were sent before keep what they
    were sent with.

    Raises:
        NotFound: no such profile, or not the actor's.
        LoginRequired, Forbidden, Invalid: as :func:`add_profile`.
    """
    user_id = actor.known_user()
    actor.check_writes()
    _check(new)
    own_profile(tx, actor, profile_id)
    # Of two that become the default at once, the second one finds the first.
    count_profiles(tx, user_id)
    if new.is_default:
        clear_default(tx, user_id)
    update_profile(tx, profile_id, tidied(new), now=now)
    return own_profile(tx, actor, profile_id)


def remove_profile(tx: Tx, actor: Actor, profile_id: ProfileId) -> None:
    """Take a profile of the actor's away; nothing that was sent with it changes.

    Raises:
        NotFound: no such profile, or not the actor's.
        LoginRequired, Forbidden: as :func:`add_profile`.
    """
    actor.known_user()
    actor.check_writes()
    delete_profile(tx, own_profile(tx, actor, profile_id).id)


def recipe_for(tx: Tx, actor: Actor, profile_id: ProfileId | None) -> Recipe | None:
    """How the actor's upload is encoded: by that profile, or by the actor's default when none
    is named. None leaves it to the server.

    Raises:
        NotFound: no such profile, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    if profile_id is not None:
        return own_profile(tx, actor, profile_id).recipe
    usual = find_default_profile(tx, actor.known_user())
    return None if usual is None else usual.recipe


def _check(new: NewProfile) -> None:
    for field, sentence in faults_of(new).items():
        raise Invalid(field, sentence)
