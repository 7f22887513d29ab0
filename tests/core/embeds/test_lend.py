from datetime import timedelta

import pytest
from tests.core.embeds.streaming import make_stream
from tests.factories import NOON, actor_of, make_user

from vitascope.core.access.tokens import hash_token
from vitascope.core.embeds.lend import lend_embed_token
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import EmbedNotFound, EmbedToken, NewEmbedToken
from vitascope.core.embeds.open import find_made
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx


def test_whoever_was_let_in_gets_a_token_for_an_hour(tx: Tx) -> None:
    film = make_stream(tx, privacy=Privacy.INTERNAL)

    token = lend_embed_token(tx, film.video, now=NOON)

    made = find_made(tx, token)
    assert made == EmbedToken(
        id=made.id,
        video_id=film.video.id,
        token_hash=hash_token(token).hex(),
        viewer_id=None,
        allowed_domains=(),
        max_sessions=None,
        is_lent=True,
        expires_at=NOON + timedelta(hours=1),
        created_at=NOON,
    )


@pytest.mark.parametrize(
    "fields",
    [
        VideoFields(privacy=Privacy.PRIVATE),
        VideoFields(passwords=("another",)),
        VideoFields(allowed_domains=("other.example",)),
    ],
)
def test_who_was_let_in_is_let_out_when_the_video_is_for_others(
    tx: Tx, fields: VideoFields
) -> None:
    user = make_user(tx)
    film = make_stream(tx, user, privacy=Privacy.INTERNAL)
    lent = lend_embed_token(tx, film.video, now=NOON)
    _, made = make_embed_token(tx, actor_of(user), film.video.id, NewEmbedToken(), now=NOON)

    edit_video(tx, actor_of(user), film.video.id, fields, now=NOON)

    with pytest.raises(EmbedNotFound):
        find_made(tx, lent)
    assert not find_made(tx, made).is_lent


def test_who_was_let_in_stays_when_nothing_changes_for_them(tx: Tx) -> None:
    user = make_user(tx)
    film = make_stream(tx, user, privacy=Privacy.INTERNAL)
    lent = lend_embed_token(tx, film.video, now=NOON)
    same = VideoFields(title="Better", privacy=Privacy.INTERNAL, allowed_domains=())

    edit_video(tx, actor_of(user), film.video.id, same, now=NOON)

    assert find_made(tx, lent).is_lent
