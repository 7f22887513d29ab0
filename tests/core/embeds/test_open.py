from datetime import timedelta

import pytest
from tests.core.embeds.streaming import make_stream
from tests.factories import NOON

from vitascope.core.embeds.lend import lend_embed_token
from vitascope.core.embeds.model import (
    SESSION_LIFETIME,
    Embed,
    EmbedExpired,
    EmbedNotFound,
    TokenRequired,
)
from vitascope.core.embeds.open import find_made, open_beside, open_embed
from vitascope.core.videos.model import GATED, Privacy
from vitascope.db import Tx

HOUR = timedelta(hours=1)


@pytest.mark.parametrize("privacy", [Privacy.PUBLIC, Privacy.UNLISTED])
def test_the_permanent_token_opens_what_is_for_everybody(tx: Tx, privacy: Privacy) -> None:
    film = make_stream(tx, privacy=privacy)

    opened = open_embed(tx, film.video.embed_token, now=NOON)

    assert opened == Embed(entry=film)
    assert opened.viewer_id is None


@pytest.mark.parametrize("privacy", sorted(GATED))
def test_what_is_gated_opens_by_tokens_for_viewers_only(tx: Tx, privacy: Privacy) -> None:
    film = make_stream(tx, privacy=privacy, passwords=["open sesame"])
    token = lend_embed_token(tx, film.video, now=NOON)

    opened = open_embed(tx, token, now=NOON)

    assert opened == Embed(entry=film, made=find_made(tx, token))
    with pytest.raises(TokenRequired):
        open_embed(tx, film.video.embed_token, now=NOON)


def test_a_token_opens_until_its_time_is_over(tx: Tx) -> None:
    film = make_stream(tx)
    token = lend_embed_token(tx, film.video, now=NOON)
    last = NOON + HOUR - timedelta(seconds=1)

    assert open_embed(tx, token, now=last).entry == film
    with pytest.raises(EmbedExpired):
        open_embed(tx, token, now=NOON + HOUR)


def test_pictures_stay_while_a_session_may_go_on(tx: Tx) -> None:
    film = make_stream(tx)
    token = lend_embed_token(tx, film.video, now=NOON)
    last = NOON + HOUR + SESSION_LIFETIME - timedelta(seconds=1)

    assert open_beside(tx, token, now=last).entry == film
    with pytest.raises(EmbedExpired):
        open_beside(tx, token, now=NOON + HOUR + SESSION_LIFETIME)


@pytest.mark.parametrize("form", ["", "0" * 32, "0" * 31, "uuid", "hash", "upper"])
def test_nothing_else_opens_anything(tx: Tx, form: str) -> None:
    film = make_stream(tx)
    token = lend_embed_token(tx, film.video, now=NOON)
    forms = {
        "uuid": film.video.uuid.hex,
        "hash": find_made(tx, token).token_hash,
        "upper": film.video.embed_token.upper() + "A",
    }

    with pytest.raises(EmbedNotFound):
        open_embed(tx, forms.get(form, form), now=NOON)
