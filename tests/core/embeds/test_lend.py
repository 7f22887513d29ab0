from datetime import timedelta

from tests.core.embeds.streaming import make_stream
from tests.factories import NOON

from vitascope.core.access.tokens import hash_token
from vitascope.core.embeds.lend import lend_embed_token
from vitascope.core.embeds.model import EmbedToken
from vitascope.core.embeds.open import find_made
from vitascope.core.videos.model import Privacy
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
        expires_at=NOON + timedelta(hours=1),
        created_at=NOON,
    )
