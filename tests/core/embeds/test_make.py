from datetime import timedelta
from typing import Any

import pytest
from tests.core.embeds.streaming import at, make_stream
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.access.model import ANONYMOUS, Actor, Permission
from vitascope.core.access.tokens import hash_token
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.embeds.make import make_embed_token, revoke_embed_token
from vitascope.core.embeds.model import (
    EmbedNotFound,
    EmbedToken,
    NewEmbedToken,
    PlaybackRefused,
)
from vitascope.core.embeds.open import open_embed
from vitascope.core.embeds.play import begin_playback, find_playback
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


@pytest.fixture
def film(tx: Tx) -> VideoEntry:
    return make_stream(tx)


@pytest.fixture
def ada(tx: Tx, film: VideoEntry) -> Actor:
    user = find_user_by_login(tx, "ada")
    assert user is not None
    return actor_of(user)


def test_a_token_is_told_once_and_only_its_hash_is_kept(
    tx: Tx, film: VideoEntry, ada: Actor
) -> None:
    new = NewEmbedToken(
        viewer_id="student 7",
        lifetime=timedelta(minutes=5),
        allowed_domains=("School.example", "*.school.example"),
        max_sessions=2,
    )

    made, token = make_embed_token(tx, ada, film.video.uuid, new, now=NOON)

    assert made == EmbedToken(
        id=made.id,
        video_id=film.video.id,
        token_hash=hash_token(token).hex(),
        viewer_id="student 7",
        allowed_domains=("school.example", "*.school.example"),
        max_sessions=2,
        is_lent=False,
        expires_at=NOON + timedelta(minutes=5),
        created_at=NOON,
    )
    assert (len(token), int(token, 16) > 0) == (32, True)
    assert open_embed(tx, token, now=NOON).made == made


def test_without_a_word_a_token_is_for_nobody_special_and_an_hour(
    tx: Tx, film: VideoEntry, ada: Actor
) -> None:
    made, _ = make_embed_token(tx, ada, film.video.id, NewEmbedToken(viewer_id=""), now=NOON)

    said = (made.viewer_id, made.allowed_domains, made.max_sessions, made.expires_at)
    assert said == (None, (), None, NOON + timedelta(hours=1))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"viewer_id": "x" * 256}, "viewer_id"),
        ({"viewer_id": "a\nb"}, "viewer_id"),
        ({"lifetime": timedelta(seconds=59)}, "lifetime"),
        ({"lifetime": timedelta(days=7, seconds=1)}, "lifetime"),
        ({"allowed_domains": ("https://school.example",)}, "allowed_domains"),
        ({"max_sessions": 0}, "max_sessions"),
        ({"max_sessions": 1001}, "max_sessions"),
    ],
)
def test_what_breaks_a_rule_makes_no_token(
    tx: Tx, film: VideoEntry, ada: Actor, said: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        make_embed_token(tx, ada, film.video.id, NewEmbedToken(**said), now=NOON)

    assert refused.value.field == field


def test_only_the_owner_makes_and_revokes_tokens(tx: Tx, film: VideoEntry, ada: Actor) -> None:
    _, token = make_embed_token(tx, ada, film.video.id, NewEmbedToken(), now=NOON)
    reader = Actor(
        user_id=ada.user_id,
        account_id=ada.account_id,
        permissions=frozenset({Permission.READ}),
    )
    refusals = [
        (actor_of(make_user(tx, "eve")), NotFound),
        (ANONYMOUS, NotFound),
        (reader, Forbidden),
    ]

    for actor, kind in refusals:
        with pytest.raises(kind):
            make_embed_token(tx, actor, film.video.uuid, NewEmbedToken(), now=NOON)
        for each in (token, film.video.embed_token):
            with pytest.raises(kind):
                revoke_embed_token(tx, actor, each, now=NOON)

    assert open_embed(tx, token, now=NOON).entry == film
    assert open_embed(tx, film.video.embed_token, now=NOON).entry == film


def test_a_revoked_token_ends_with_every_session_it_began(
    tx: Tx, film: VideoEntry, ada: Actor
) -> None:
    _, token = make_embed_token(tx, ada, film.video.id, NewEmbedToken(), now=NOON)
    _, other = make_embed_token(tx, ada, film.video.id, NewEmbedToken(), now=NOON)
    _, played = begin_playback(tx, token, at(), binds_network=False, now=NOON)
    kept, going = begin_playback(tx, other, at(), binds_network=False, now=NOON)

    revoke_embed_token(tx, ada, token, now=NOON)

    with pytest.raises(EmbedNotFound):
        find_playback(tx, token, played, at(), now=NOON)
    with pytest.raises(EmbedNotFound):
        revoke_embed_token(tx, ada, token, now=NOON)
    assert find_playback(tx, other, going, at(), now=NOON) == kept


def test_the_permanent_token_gives_way_to_another_and_its_sessions_end(
    tx: Tx, film: VideoEntry, ada: Actor
) -> None:
    before = film.video.embed_token
    _, lent = make_embed_token(tx, ada, film.video.id, NewEmbedToken(), now=NOON)
    _, played = begin_playback(tx, before, at(), binds_network=False, now=NOON)
    _, going = begin_playback(tx, lent, at(), binds_network=False, now=NOON)

    revoke_embed_token(tx, ada, before, now=NOON)

    after = get_entry(tx, film.video.id).video.embed_token
    assert (len(after), after != before) == (32, True)
    with pytest.raises(EmbedNotFound):
        find_playback(tx, before, played, at(), now=NOON)
    with pytest.raises(PlaybackRefused):
        find_playback(tx, after, played, at(), now=NOON)
    assert find_playback(tx, lent, going, at(), now=NOON).entry.video.embed_token == after
