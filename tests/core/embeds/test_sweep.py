from datetime import timedelta

import pytest
from tests.core.embeds.streaming import at, make_stream
from tests.factories import NOON, actor_of, make_user

from vitascope.core.embeds.lend import lend_embed_token
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import (
    SESSION_LIFETIME,
    EmbedExpired,
    EmbedNotFound,
    NewEmbedToken,
    PlaybackExpired,
    PlaybackRefused,
    TooManySessions,
)
from vitascope.core.embeds.open import open_embed
from vitascope.core.embeds.play import begin_playback, find_playback
from vitascope.core.embeds.sweep import EXPIRED_KEPT, LENT_KEPT, sweep_embeds
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx

SECOND = timedelta(seconds=1)
OVER = NOON + SESSION_LIFETIME + SECOND


def test_sessions_that_are_over_are_forgotten(tx: Tx) -> None:
    token = make_stream(tx).video.embed_token
    _, shown = begin_playback(tx, token, at(), binds_network=False, now=NOON)

    swept = [sweep_embeds(tx, now=now) for now in (OVER - SECOND, OVER, OVER)]

    assert swept == [0, 1, 0]
    with pytest.raises(PlaybackRefused):
        find_playback(tx, token, shown, at(), now=OVER)


def test_sessions_that_count_against_a_limit_go_with_their_token(tx: Tx) -> None:
    user = make_user(tx)
    film = make_stream(tx, user)
    new = NewEmbedToken(lifetime=timedelta(days=1), max_sessions=1)
    made, token = make_embed_token(tx, actor_of(user), film.video.id, new, now=NOON)
    _, shown = begin_playback(tx, token, at(), binds_network=False, now=NOON)

    swept = sweep_embeds(tx, now=OVER)

    assert swept == 0
    with pytest.raises(TooManySessions):
        begin_playback(tx, token, at(), binds_network=False, now=OVER)
    with pytest.raises(PlaybackExpired):
        find_playback(tx, token, shown, at(), now=OVER)
    assert sweep_embeds(tx, now=made.expires_at + EXPIRED_KEPT + SECOND) == 1
    with pytest.raises(EmbedNotFound):
        find_playback(tx, token, shown, at(), now=OVER)


def test_a_token_is_known_to_have_expired_for_a_week(tx: Tx) -> None:
    user = make_user(tx)
    film = make_stream(tx, user)
    made, token = make_embed_token(tx, actor_of(user), film.video.id, NewEmbedToken(), now=NOON)
    week_later = made.expires_at + EXPIRED_KEPT

    assert sweep_embeds(tx, now=week_later) == 0
    with pytest.raises(EmbedExpired):
        open_embed(tx, token, now=week_later)
    assert sweep_embeds(tx, now=week_later + SECOND) == 1
    with pytest.raises(EmbedNotFound):
        open_embed(tx, token, now=week_later)


def test_lent_tokens_go_an_hour_after_their_end_unless_somebody_plays_on(tx: Tx) -> None:
    film = make_stream(tx, privacy=Privacy.INTERNAL)
    lend_embed_token(tx, film.video, now=NOON)
    played = lend_embed_token(tx, film.video, now=NOON)
    _, shown = begin_playback(tx, played, at(), binds_network=False, now=NOON)
    end = NOON + timedelta(hours=1) + LENT_KEPT

    swept = [sweep_embeds(tx, now=now) for now in (end, end + SECOND)]

    assert swept == [0, 1]
    assert find_playback(tx, played, shown, at(), now=end).entry.video.id == film.video.id
    assert sweep_embeds(tx, now=OVER) == 1
    with pytest.raises(EmbedNotFound):
        open_embed(tx, played, now=OVER)
