from pathlib import Path
from typing import Any

import pytest
from litestar import Request
from tests.dialects.avcaption.streamed import put_stream
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of

from vitascope.core.accounts.model import User
from vitascope.core.embeds.make import revoke_embed_token
from vitascope.core.embeds.model import EmbedNotFound, PlaybackRefused
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.dialects.avcaption.auth import AnyRequest
from vitascope.dialects.avcaption.playing import Playing, playback_token_of


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def film(db: Database, tmp_path: Path, ada: User) -> VideoEntry:
    return put_stream(db, tmp_path, ada)


def asked(shown: str = "", *, address: str = "203.0.113.7", **headers: str) -> AnyRequest:
    """A request with the playback token ``shown`` from a player at ``address``."""
    scope: Any = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "query_string": f"token={shown}".encode() if shown else b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": (address, 4711),
    }
    return Request(scope)


def test_a_session_is_told_where_it_was_begun(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    playing = Playing(make_runtime(db, tmp_path, stream_binds_address=True))
    token = film.video.embed_token

    begun, shown = playing.begin(asked(origin="https://school.example"), token)

    session = begun.session
    assert (session.site, session.network) == ("school.example:443", "203.0.113.0/24")
    found = playing.find(asked(shown, origin="https://school.example"), token)
    assert found.session == session
    assert (playback_token_of(asked(shown)), playback_token_of(asked())) == (shown, "")


def test_a_session_stays_in_its_network_where_the_server_binds_it(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    token, elsewhere = film.video.embed_token, "198.51.100.7"
    binding = Playing(make_runtime(db, tmp_path, stream_binds_address=True))
    usual = Playing(make_runtime(db, tmp_path))
    _, bound = binding.begin(asked(), token)
    _, free = usual.begin(asked(), token)

    near = binding.find(asked(bound, address="203.0.113.99"), token)

    assert near.entry == film
    assert usual.find(asked(free, address=elsewhere), token).entry == film
    with pytest.raises(PlaybackRefused):
        binding.find(asked(bound, address=elsewhere), token)
    with pytest.raises(PlaybackRefused):
        binding.renew(asked(address=elsewhere), token, bound)


def test_a_revoked_token_opens_nothing_two_seconds_later(
    db: Database, tmp_path: Path, ada: User, film: VideoEntry
) -> None:
    clock, token = Seconds(), film.video.embed_token
    playing = Playing(make_runtime(db, tmp_path), clock=clock)
    begun, shown = playing.begin(asked(), token)
    playing.find(asked(shown), token)
    with db.begin() as tx:
        revoke_embed_token(tx, actor_of(ada), token, now=NOON)

    clock.now = 1.9
    remembered = playing.find(asked(shown), token)
    clock.now = 2.0

    assert remembered.session == begun.session
    with pytest.raises(EmbedNotFound):
        playing.find(asked(shown), token)


def test_who_is_remembered_on_one_site_is_not_on_another(
    db: Database, tmp_path: Path, film: VideoEntry
) -> None:
    playing, token = Playing(make_runtime(db, tmp_path)), film.video.embed_token
    _, shown = playing.begin(asked(origin="https://school.example"), token)
    playing.find(asked(shown, origin="https://school.example"), token)

    with pytest.raises(PlaybackRefused):
        playing.find(asked(shown, origin="https://other.example"), token)
