import re
from typing import Any

import pytest
import sqlalchemy as sa
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.accounts.model import User
from vitascope.core.embeds.open import open_embed
from vitascope.core.embeds.tables import embed_tokens
from vitascope.core.videos.model import Privacy, State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database
from vitascope.web.streaming import stream_of


def put_video(db: Database, owner: User, privacy: Privacy, *domains: str) -> VideoEntry:
    secret: dict[str, Any] = {}
    if privacy is Privacy.PASSWORD:
        secret["passwords"] = ("sesame",)
    with db.begin() as tx:
        return make_video(tx, owner, privacy=privacy, allowed_domains=domains, **secret)


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.mark.parametrize("privacy", list(Privacy))
def test_a_video_for_all_sites_is_shown_by_its_clear_files(
    db: Database, ada: User, privacy: Privacy
) -> None:
    assert stream_of(db, put_video(db, ada, privacy), now=NOON) is None


@pytest.mark.parametrize("privacy", [Privacy.PUBLIC, Privacy.UNLISTED])
def test_a_video_for_some_sites_is_streamed_by_its_permanent_token(
    db: Database, ada: User, privacy: Privacy
) -> None:
    entry = put_video(db, ada, privacy, "course.example")

    stream = stream_of(db, entry, now=NOON)

    below = f"/api/stream/{entry.video.embed_token}"
    assert stream is not None
    assert (stream.gate, stream.file("poster.jpg")) == (
        f"{below}/token",
        f"{below}/file/poster.jpg",
    )
    assert stream.framed_by == ("'self'", "course.example:*")


@pytest.mark.parametrize("privacy", [Privacy.PRIVATE, Privacy.INTERNAL, Privacy.PASSWORD])
def test_whoever_was_admitted_to_a_gated_video_gets_a_token_of_their_own(
    db: Database, ada: User, privacy: Privacy
) -> None:
    entry = put_video(db, ada, privacy, "course.example")

    stream = stream_of(db, entry, now=NOON)

    assert stream is not None
    token = re.findall("[0-9a-f]{32}", stream.gate)[0]
    with db.read() as tx:
        embed = open_embed(tx, token, now=NOON)
    assert (embed.entry.video.id, embed.made is None) == (VideoId(entry.video.id), False)


@pytest.mark.parametrize(("state", "lends"), [(State.PROCESSING, False), (State.FAILED, True)])
def test_nothing_is_written_for_what_nobody_plays(
    db: Database, ada: User, state: State, lends: bool
) -> None:
    number = put_video(db, ada, Privacy.INTERNAL, "course.example").video.id
    with db.begin() as tx:
        update_video(tx, number, now=NOON, state=state)
        entry = get_entry(tx, number)

    stream = stream_of(db, entry, lends=lends, now=NOON)

    assert stream is not None
    assert stream.gate == f"/api/stream/{entry.video.embed_token}/token"
    with db.read() as tx:
        assert tx.execute(sa.select(embed_tokens)).all() == []
