import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from tests.core.making import make_session
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.access.model import Actor, LoginRequired, SessionKind
from vitascope.core.access.sessions import list_user_sessions
from vitascope.core.accounts.model import Role, User
from vitascope.core.settings.change import (
    change_settings,
    check_administers,
    reset_settings,
)
from vitascope.core.settings.model import SECRETS, CaptchaProvider, RungSetting, Settings
from vitascope.core.settings.queries import read_settings
from vitascope.core.settings.tables import instance_settings
from vitascope.db import Tx
from vitascope.jobs import pending

DEFAULTS = Settings(instance_name="Ours", ladder=(RungSetting(height=720, max_bps=1_000_000),))


@pytest.fixture
def root(tx: Tx) -> User:
    return make_user(tx, "root", Role.ADMINISTRATOR)


@pytest.fixture
def admin(root: User) -> Actor:
    return actor_of(root)


def kept(tx: Tx) -> dict[str, str]:
    return {name: value for name, value, _ in tx.execute(sa.select(instance_settings))}


def test_what_is_changed_counts_is_kept_and_told_once(tx: Tx, admin: Actor) -> None:
    changes = {"instance_name": "Yours", "encodes": 3, "most_fps": 60}

    after = change_settings(tx, admin, DEFAULTS, changes, now=NOON)
    again = change_settings(tx, admin, DEFAULTS, changes, now=NOON)

    assert after == again == replace(DEFAULTS, instance_name="Yours", encodes=3)
    assert read_settings(tx, DEFAULTS) == after
    assert kept(tx) == {"instance_name": '"Yours"', "encodes": "3"}
    assert pending(tx) == [("SettingsChanged", {"names": ["encodes", "instance_name"]})]


def test_what_is_reset_follows_the_operator_again(tx: Tx, admin: Actor) -> None:
    change_settings(tx, admin, DEFAULTS, {"instance_name": "Yours", "encodes": 3}, now=NOON)
    other = replace(DEFAULTS, instance_name="Theirs")

    after = reset_settings(tx, admin, other, ["instance_name", "most_fps"], now=NOON)

    assert after == replace(other, encodes=3)
    assert kept(tx) == {"encodes": "3"}
    assert pending(tx)[-1] == ("SettingsChanged", {"names": ["instance_name"]})


def test_resetting_what_equals_the_operators_tells_nobody(tx: Tx, admin: Actor) -> None:
    change_settings(tx, admin, DEFAULTS, {"instance_name": "Yours"}, now=NOON)
    told = pending(tx)

    reset_settings(
        tx, admin, replace(DEFAULTS, instance_name="Yours"), ["instance_name"], now=NOON
    )

    assert (pending(tx), kept(tx)) == (told, {})


def test_the_keys_of_a_captcha_that_is_asked_for_are_not_reset_alone(
    tx: Tx, admin: Actor
) -> None:
    keys = {"hcaptcha_site_key": "ours", "hcaptcha_secret": "hush"}
    asked = {"captcha_enabled": True, "captcha_provider": CaptchaProvider.HCAPTCHA}
    change_settings(tx, admin, DEFAULTS, {**keys, **asked}, now=NOON)

    with pytest.raises(Invalid) as refusal, tx.begin_nested():
        reset_settings(tx, admin, DEFAULTS, ["hcaptcha_secret"], now=NOON)
    kept_then = sorted(kept(tx))
    after = reset_settings(tx, admin, DEFAULTS, [*keys, *asked], now=NOON)

    assert (refusal.value.field, kept_then) == ("captcha_provider", sorted({**keys, **asked}))
    assert after == DEFAULTS


def test_of_changes_with_a_mistake_nothing_is_made(tx: Tx, admin: Actor) -> None:
    with pytest.raises(Invalid) as refusal:
        change_settings(tx, admin, DEFAULTS, {"encodes": 2, "most_fps": 0}, now=NOON)

    assert (refusal.value.field, kept(tx), pending(tx)) == ("most_fps", {}, [])


def test_what_an_operator_set_otherwise_keeps_nobody_from_changing_the_rest(
    tx: Tx, admin: Actor
) -> None:
    odd = replace(DEFAULTS, public_url="https://video.example/below")

    after = change_settings(tx, admin, odd, {"encodes": 2}, now=NOON)

    assert after == replace(odd, encodes=2)


def test_only_administrators_who_have_logged_in_change_settings(tx: Tx, root: User) -> None:
    moderator = actor_of(make_user(tx, "mod", Role.MODERATOR))
    refused = [(Actor(), LoginRequired), (moderator, Forbidden)]
    refused.append((actor_of(root, is_key=True), Forbidden))

    for actor, error in refused:
        with pytest.raises(error):
            check_administers(actor)
        with pytest.raises(error):
            change_settings(tx, actor, DEFAULTS, {"encodes": 2}, now=NOON)
        with pytest.raises(error):
            reset_settings(tx, actor, DEFAULTS, ["encodes"], now=NOON)

    check_administers(actor_of(root))
    assert kept(tx) == {}


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_secrets_lie_sealed_in_the_database(tx: Tx, admin: Actor, name: str) -> None:
    after = change_settings(tx, admin, DEFAULTS, {name: "hush-hush-hush"}, now=NOON)

    (value,) = kept(tx).values()
    assert (
        getattr(after, name) == getattr(read_settings(tx, DEFAULTS), name) == "hush-hush-hush"
    )
    assert "hush" not in value


def test_another_secret_for_signing_ends_the_sessions_it_signed(tx: Tx, admin: Actor) -> None:
    user = make_user(tx, "bob")
    for kind in SessionKind:
        make_session(tx, user, kind)
    bob = actor_of(user)

    change_settings(tx, admin, DEFAULTS, {"instance_name": "Yours"}, now=NOON)
    before = list_user_sessions(tx, bob, user.id, now=NOON)
    change_settings(tx, admin, DEFAULTS, {"jwt_secret": "another secret"}, now=NOON)
    after = list_user_sessions(tx, bob, user.id, now=NOON)

    assert len(before.items) == 3
    assert sorted(session.kind for session in after.items) == ["token", "web"]
