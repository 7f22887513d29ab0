import uuid
from datetime import timedelta

import pytest
from tests.core.embeds.streaming import OTHER, OWN, SCHOOL, at, make_stream
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotReady, ProductError
from vitascope.core.access.tokens import hash_token
from vitascope.core.accounts.model import User
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import (
    SESSION_LIFETIME,
    DomainNotAllowed,
    Embed,
    EmbedExpired,
    EmbedNotFound,
    NewEmbedToken,
    Place,
    Playback,
    PlaybackExpired,
    PlaybackRefused,
    PlaybackSession,
    TokenRequired,
    TooManySessions,
)
from vitascope.core.embeds.open import find_made
from vitascope.core.embeds.play import (
    batch_key,
    begin_playback,
    find_playback,
    renew_playback,
)
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx

NETWORK = "203.0.113.0/24"
HOUR = timedelta(hours=1)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def film(tx: Tx, ada: User) -> VideoEntry:
    return make_stream(tx, ada)


def token_for(tx: Tx, ada: User, film: VideoEntry, new: NewEmbedToken) -> str:
    return make_embed_token(tx, actor_of(ada), film.video.id, new, now=NOON)[1]


def begin(tx: Tx, token: str, place: Place | None = None) -> tuple[Playback, str]:
    return begin_playback(tx, token, place or at(), binds_network=False, now=NOON)


def test_a_session_is_known_by_a_token_of_which_the_hash_is_kept(
    tx: Tx, ada: User, film: VideoEntry
) -> None:
    token = token_for(tx, ada, film, NewEmbedToken(viewer_id="student 7"))
    place = at(SCHOOL, NETWORK)

    begun, shown = begin_playback(tx, token, place, binds_network=True, now=NOON)

    assert begun == Playback(
        embed=Embed(entry=film, made=find_made(tx, token)),
        session=PlaybackSession(
            id=begun.session.id,
            uuid=begun.session.uuid,
            video_id=film.video.id,
            embed_token_id=find_made(tx, token).id,
            token_hash=hash_token(shown).hex(),
            viewer_id="student 7",
            site=SCHOOL,
            network=NETWORK,
            created_at=NOON,
            expires_at=NOON + SESSION_LIFETIME,
        ),
    )
    assert len(shown) == 43
    assert find_playback(tx, token, shown, place, now=NOON) == begun


def test_networks_are_noted_only_where_sessions_are_bound_to_them(
    tx: Tx, film: VideoEntry
) -> None:
    begun, _ = begin(tx, film.video.embed_token, at(SCHOOL, NETWORK))

    assert (begun.session.site, begun.session.network) == (SCHOOL, None)


def test_nothing_begins_before_something_can_be_played(tx: Tx, ada: User) -> None:
    film = make_video(tx, ada)

    with pytest.raises(NotReady):
        begin(tx, film.video.embed_token)


def test_nothing_begins_where_the_video_is_not_shown(tx: Tx, ada: User) -> None:
    film = make_stream(tx, ada, allowed_domains=("school.example",))

    for site in (OTHER, None):
        with pytest.raises(DomainNotAllowed):
            begin(tx, film.video.embed_token, at(site))

    assert begin(tx, film.video.embed_token, at(SCHOOL))[0].session.site == SCHOOL
    assert begin(tx, film.video.embed_token, at(OWN))[0].session.site == OWN


def test_a_token_begins_as_many_sessions_as_it_may(tx: Tx, ada: User, film: VideoEntry) -> None:
    token = token_for(tx, ada, film, NewEmbedToken(max_sessions=2))
    other = token_for(tx, ada, film, NewEmbedToken(max_sessions=2))
    _, first = begin(tx, token)
    begin(tx, token)

    renewed = renew_playback(tx, token, first, at(), now=NOON)

    assert renewed.session.embed_token_id == find_made(tx, token).id
    with pytest.raises(TooManySessions):
        begin(tx, token)
    assert begin(tx, other)[0].entry == film


def test_renewing_moves_the_end_of_the_same_session(tx: Tx, film: VideoEntry) -> None:
    token, later = film.video.embed_token, NOON + 3 * HOUR
    begun, shown = begin(tx, token)

    renewed = renew_playback(tx, token, shown, at(), now=later)

    assert renewed.session.uuid == begun.session.uuid
    assert renewed.session.expires_at == later + SESSION_LIFETIME
    assert find_playback(tx, token, shown, at(), now=NOON + 6 * HOUR) == renewed


def test_a_session_is_over_after_four_hours(tx: Tx, film: VideoEntry) -> None:
    token = film.video.embed_token
    begun, shown = begin(tx, token)
    end = NOON + SESSION_LIFETIME

    last = find_playback(tx, token, shown, at(), now=end - timedelta(seconds=1))

    assert last == begun
    with pytest.raises(PlaybackExpired):
        find_playback(tx, token, shown, at(), now=end)
    with pytest.raises(PlaybackExpired):
        renew_playback(tx, token, shown, at(), now=end)


def test_who_has_begun_watches_to_the_end_and_begins_no_more(
    tx: Tx, ada: User, film: VideoEntry
) -> None:
    token = token_for(tx, ada, film, NewEmbedToken(lifetime=timedelta(minutes=1)))
    begun, shown = begin(tx, token)
    later = NOON + 3 * HOUR

    going = find_playback(tx, token, shown, at(), now=later)

    assert going == begun
    with pytest.raises(EmbedExpired):
        renew_playback(tx, token, shown, at(), now=later)
    with pytest.raises(EmbedExpired):
        begin_playback(tx, token, at(), binds_network=False, now=later)


def test_a_playback_token_opens_nothing_by_another_embed_token(
    tx: Tx, ada: User, film: VideoEntry
) -> None:
    permanent = film.video.embed_token
    lent = token_for(tx, ada, film, NewEmbedToken())
    other = make_stream(tx, ada, content="another clip").video.embed_token
    _, by_permanent = begin(tx, permanent)
    _, by_lent = begin(tx, lent)
    mixed: list[tuple[str, str, type[ProductError]]] = [
        (lent, by_permanent, PlaybackRefused),
        (permanent, by_lent, PlaybackRefused),
        (other, by_permanent, PlaybackRefused),
        (permanent, permanent, PlaybackRefused),
        (permanent, "", PlaybackRefused),
        (permanent, hash_token(by_permanent).hex(), PlaybackRefused),
        ("0" * 32, by_permanent, EmbedNotFound),
    ]

    for token, shown, kind in mixed:
        with pytest.raises(kind):
            find_playback(tx, token, shown, at(), now=NOON)


def test_what_becomes_gated_goes_on_for_nobody(tx: Tx, ada: User, film: VideoEntry) -> None:
    token = film.video.embed_token
    _, shown = begin(tx, token)

    edit_video(tx, actor_of(ada), film.video.id, VideoFields(privacy=Privacy.PRIVATE), now=NOON)

    with pytest.raises(TokenRequired):
        find_playback(tx, token, shown, at(), now=NOON)


def test_what_becomes_restricted_goes_on_where_it_is_shown(
    tx: Tx, ada: User, film: VideoEntry
) -> None:
    token = film.video.embed_token
    _, here = begin(tx, token, at(SCHOOL))
    _, elsewhere = begin(tx, token, at(OTHER))
    fields = VideoFields(allowed_domains=("school.example",))

    edit_video(tx, actor_of(ada), film.video.id, fields, now=NOON)

    going = find_playback(tx, token, here, at(SCHOOL), now=NOON)
    assert going.session.site == SCHOOL
    for shown, site in ((elsewhere, OTHER), (here, OTHER), (here, None), (elsewhere, SCHOOL)):
        with pytest.raises((DomainNotAllowed, PlaybackRefused)):
            find_playback(tx, token, shown, at(site), now=NOON)


def test_every_session_rendition_and_batch_has_a_key_of_its_own() -> None:
    session, asset = uuid.UUID(int=1), uuid.UUID(int=2)
    known = batch_key(b"secret", session, asset, "720p", 0)
    others = [
        batch_key(b"another", session, asset, "720p", 0),
        batch_key(b"secret", uuid.UUID(int=3), asset, "720p", 0),
        batch_key(b"secret", session, uuid.UUID(int=3), "720p", 0),
        batch_key(b"secret", session, asset, "audio-0", 0),
        batch_key(b"secret", session, asset, "720p", 1),
    ]

    again = batch_key(b"secret", session, asset, "720p", 0)

    assert again == known
    assert len({known, *others}) == 6
    assert {len(key) for key in (known, *others)} == {16}
