import pytest
from tests.core.embeds.streaming import OTHER, OWN, SCHOOL, at, make_stream
from tests.factories import NOON, actor_of, make_user

from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import (
    DomainNotAllowed,
    Embed,
    NewEmbedToken,
    PlaybackRefused,
    PlaybackSession,
)
from vitascope.core.embeds.open import open_embed
from vitascope.core.embeds.places import check_bound, check_site, network_of
from vitascope.core.embeds.play import begin_playback
from vitascope.db import Tx

SUB = "www.school.example:443"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.0/24"),
        ("::ffff:203.0.113.7", "203.0.113.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("testclient", None),
        ("", None),
    ],
)
def test_a_network_is_the_beginning_of_an_address(address: str, network: str | None) -> None:
    found = network_of(address)

    assert found == network


@pytest.mark.parametrize(
    ("video", "token", "shown_on"),
    [
        ((), (), {None, OWN, SCHOOL, SUB, OTHER}),
        (("school.example",), (), {OWN, SCHOOL}),
        (("*.school.example",), (), {OWN, SUB}),
        ((), ("school.example",), {OWN, SCHOOL}),
        (("school.example", "*.school.example"), ("*.school.example",), {OWN, SUB}),
        (("school.example",), ("other.example",), {OWN}),
        (("school.example:443",), (), {OWN, SCHOOL}),
        (("school.example:8443",), (), {OWN}),
    ],
)
def test_both_lists_have_to_name_a_site(
    tx: Tx, video: tuple[str, ...], token: tuple[str, ...], shown_on: set[str | None]
) -> None:
    embed = opened(tx, video, token)

    allowed = {site for site in (None, OWN, SCHOOL, SUB, OTHER) if is_shown(embed, site)}

    assert allowed == shown_on


@pytest.mark.parametrize(
    ("domains", "begun_at", "goes_on_at"),
    [
        ((), None, {None, OWN, SCHOOL, OTHER}),
        ((), SCHOOL, {None, SCHOOL}),
        ((), OWN, {None, OWN}),
        (("school.example",), SCHOOL, {SCHOOL}),
        (("school.example",), OWN, {None, OWN}),
    ],
)
def test_a_session_goes_on_where_it_was_begun(
    tx: Tx, domains: tuple[str, ...], begun_at: str | None, goes_on_at: set[str | None]
) -> None:
    embed, session = begun(tx, domains, begun_at)

    going = {
        site
        for site in (None, OWN, SCHOOL, OTHER)
        if may_go_on(session, embed, site, network=None)
    }

    assert going == goes_on_at


def test_a_session_may_be_bound_to_a_network(tx: Tx) -> None:
    embed, session = begun(tx, (), SCHOOL, network="203.0.113.0/24")

    going = [
        may_go_on(session, embed, SCHOOL, network)
        for network in ("203.0.113.0/24", "198.51.100.0/24", None)
    ]

    assert going == [True, False, False]


def opened(tx: Tx, video: tuple[str, ...], token: tuple[str, ...] = ()) -> Embed:
    user = make_user(tx)
    film = make_stream(tx, user, allowed_domains=video)
    if not token:
        return open_embed(tx, film.video.embed_token, now=NOON)
    new = NewEmbedToken(allowed_domains=token)
    _, drawn = make_embed_token(tx, actor_of(user), film.video.id, new, now=NOON)
    return open_embed(tx, drawn, now=NOON)


def begun(
    tx: Tx, domains: tuple[str, ...], site: str | None, network: str | None = None
) -> tuple[Embed, PlaybackSession]:
    embed = opened(tx, domains)
    token, place = embed.entry.video.embed_token, at(site, network)
    playback, _ = begin_playback(tx, token, place, binds_network=True, now=NOON)
    return embed, playback.session


def is_shown(embed: Embed, site: str | None) -> bool:
    try:
        check_site(embed, site, OWN)
    except DomainNotAllowed:
        return False
    return True


def may_go_on(
    session: PlaybackSession, embed: Embed, site: str | None, network: str | None
) -> bool:
    try:
        check_bound(session, embed, at(site, network))
    except (DomainNotAllowed, PlaybackRefused):
        return False
    return True
