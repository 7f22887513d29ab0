"""Whoever has a copy of the database has nothing that opens anything."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyotp
import pytest
import sqlalchemy as sa
from tests.conftest import SECRET
from tests.core.embeds import streaming
from tests.core.imports.asking import ask
from tests.core.making import HOME, VAULT, make_session
from tests.core.uploads.announcing import announce
from tests.factories import NOON, PASSWORD, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.feeds import get_feed_token, renew_feed_token
from vitascope.core.access.keys import create_key
from vitascope.core.access.mailed_codes import Purpose, draw_mailed_code, use_mailed_code
from vitascope.core.access.model import KeyKind, Permission, SessionKind
from vitascope.core.access.passwords import hash_password
from vitascope.core.access.sessions import refresh_session
from vitascope.core.access.two_factor import (
    confirm_two_factor,
    recovery_codes_left,
    request_two_factor,
    use_code,
)
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user
from vitascope.core.embeds.make import make_embed_token
from vitascope.core.embeds.model import NewEmbedToken
from vitascope.core.embeds.open import open_embed
from vitascope.core.embeds.play import batch_key, begin_playback, find_playback
from vitascope.core.login.password import Attempt, LoginRefused, log_in
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.registration.sign_up import ask_to_join
from vitascope.core.schema import metadata
from vitascope.core.users.add import Newcomer
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.model import Api
from vitascope.db import Database, Tx

WINDOW = 16


@dataclass
class Loot:
    """A database with one of every credential, and all of them in clear."""

    user: User
    secrets: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def loot(db: Database) -> Loot:
    with db.begin() as tx:
        user = make_user(tx)
        found = Loot(user, {"password": PASSWORD})
        _fill_access(tx, found)
        _fill_codes(tx, found)
        _fill_others(tx, found)
    typed = "typed into the wrong field"
    found.secrets["password typed as a name"] = typed
    with pytest.raises(LoginRefused):
        log_in(
            db,
            VAULT,
            Attempt(login=typed, password="wrong guess"),
            kind=SessionKind.TOKEN,
            client=HOME,
            now=NOON,
        )
    return found


def _fill_access(tx: Tx, loot: Loot) -> None:
    for session in SessionKind:
        tokens = make_session(tx, loot.user, session)
        loot.secrets[f"{session} access"] = tokens.access_token
        if tokens.refresh_token is not None:
            loot.secrets[f"{session} refresh"] = tokens.refresh_token
    for kind in KeyKind:
        made = create_key(
            tx, loot.user.id, kind=kind, name="mine", permission=Permission.WRITE, now=NOON
        )
        loot.secrets[f"{kind} key"] = made.secret
    loot.secrets["feed token"] = get_feed_token(tx, VAULT, actor_of(loot.user))
    loot.secrets["new feed token"] = renew_feed_token(tx, VAULT, actor_of(loot.user))


def _fill_codes(tx: Tx, loot: Loot) -> None:
    asked = request_two_factor(VAULT, loot.user, issuer="video.example", now=NOON)
    code = pyotp.TOTP(asked.secret).at(NOON)
    codes = confirm_two_factor(tx, VAULT, loot.user, asked.token, code, now=NOON)
    loot.secrets["otp secret"] = asked.secret
    loot.secrets["otp request"] = asked.token
    for number, recovery in enumerate(codes):
        loot.secrets[f"recovery code {number}"] = recovery
    for purpose in Purpose:
        loot.secrets[purpose] = draw_mailed_code(tx, purpose, loot.user.id, now=NOON)


def _fill_others(tx: Tx, loot: Loot) -> None:
    loot.secrets["video password"] = "open sesame 42"
    make_video(tx, loot.user, privacy=Privacy.PASSWORD, passwords=["open sesame 42"])
    _fill_videos_to_come(tx, loot)
    _fill_streams(tx, loot)
    hook = NewEndpoint(api=Api.VSRC, url="https://hooks.example", happenings=["video.failed"])
    loot.secrets["webhook"] = add_endpoint(tx, actor_of(loot.user), hook, now=NOON)[1]
    loot.secrets["password of a newcomer"] = "a newcomer's password"
    newcomer = Newcomer(
        username="eve",
        email="eve@example.org",
        password_hash=hash_password("a newcomer's password"),
    )
    policy = SignupPolicy(mode=SignupMode.APPROVAL)
    ask_to_join(tx, policy, newcomer, reason="Films", address="", now=NOON)
    loot.secrets["server"] = SECRET.decode()
    loot.secrets["jwt key"] = VAULT.jwt_key.hex()
    loot.secrets["form key"] = VAULT.form_key.hex()


def _fill_videos_to_come(tx: Tx, loot: Loot) -> None:
    actor = actor_of(loot.user)
    for kind, password in (("upload", "open barley 43"), ("import", "open rye 44")):
        loot.secrets[f"video password of an {kind}"] = password
        fields = VideoFields(title="To come", privacy=Privacy.PASSWORD, passwords=[password])
        if kind == "upload":
            announce(tx, actor, fields=fields)
        else:
            ask(tx, actor, fields=fields)


def _fill_streams(tx: Tx, loot: Loot) -> None:
    """The permanent token of a video is no secret: it stands in pages for everybody."""
    film = streaming.make_stream(tx, loot.user, content="a stream", privacy=Privacy.PRIVATE)
    new = NewEmbedToken(viewer_id="student 7")
    _, token = make_embed_token(tx, actor_of(loot.user), film.video.id, new, now=NOON)
    begun, shown = begin_playback(tx, token, streaming.at(), binds_network=False, now=NOON)
    loot.secrets["embed token"] = token
    loot.secrets["playback token"] = shown
    session = begun.session.uuid
    assert film.media is not None
    key = batch_key(SECRET, session, film.media.uuid, "720p", 0)
    loot.secrets["key of a stream"] = key.hex()


def writings(secret: str) -> Iterator[bytes]:
    """How a secret, or a usable part of it, could stand somewhere."""
    texts = {secret, secret.upper(), secret.replace("-", "")}
    for text in texts:
        raw = text.encode()
        for at in range(max(1, len(raw) - WINDOW + 1)):
            yield raw[at : at + WINDOW]
        yield raw.hex().encode()
        yield base64.b64encode(raw).rstrip(b"=")
        yield base64.urlsafe_b64encode(raw).rstrip(b"=")
    plain = secret.rpartition("_")[2].replace("-", "")
    for decode in (bytes.fromhex, lambda text: base64.b32decode(text.upper())):
        try:
            raw = decode(plain)
        except ValueError:
            continue
        if len(raw) >= 10:
            yield raw
            yield base64.b64encode(raw).rstrip(b"=")


def values(db: Database) -> list[Any]:
    """Every value of every row of every table, as the driver reads it."""
    with db.read() as tx:
        return [
            value
            for table in sa.inspect(tx).get_table_names()
            for row in tx.execute(sa.text(f'SELECT * FROM "{table}"'))  # noqa: S608 -- a table of ours
            for value in row
        ]


def as_bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def where_found(kept: bytes, loot: Loot) -> list[str]:
    return [
        name
        for name, secret in loot.secrets.items()
        if any(writing in kept for writing in writings(secret))
    ]


def test_no_table_holds_a_secret(db: Database, loot: Loot) -> None:
    kept = b"\n".join(map(as_bytes, values(db)))

    assert where_found(kept, loot) == []
    # What is not secret is there to be found.
    for public in (b"ada@example.org", b"$argon2id$", loot.secrets["ak key"][:8].encode()):
        assert public in kept


def test_the_search_would_find_what_is_there(loot: Loot) -> None:
    for name, secret in loot.secrets.items():
        assert name in where_found(b"before " + secret.encode() + b" after", loot)
    token = loot.secrets["token access"]

    assert where_found(bytes.fromhex(token), loot) == ["token access"]
    assert where_found(base64.b32decode(loot.secrets["otp secret"]), loot) == ["otp secret"]


def test_every_table_that_keeps_a_credential_was_filled(db: Database, loot: Loot) -> None:
    with db.read() as tx:
        empty = {
            table.name
            for table in metadata.sorted_tables
            if tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() == 0
        }

    kept_in = {"users", "sessions", "api_keys", "recovery_codes", "mailed_codes", "failures"}
    kept_in |= {"embed_tokens", "playback_sessions"}
    assert empty & (kept_in | {"video_passwords", "registrations"}) == set()


@pytest.mark.parametrize("db", ["sqlite"], indirect=True)
def test_no_file_holds_a_secret(db: Database, loot: Loot) -> None:
    assert db.path is not None
    files = sorted(Path(db.path.parent).glob(f"{db.path.name}*"))

    kept = b"".join(file.read_bytes() for file in files)

    assert [file.name for file in files] == ["test.db", "test.db-shm", "test.db-wal"]
    assert b"ada@example.org" in kept
    assert where_found(kept, loot) == []


def test_nothing_that_is_kept_opens_anything(db: Database, loot: Loot) -> None:
    found = {as_bytes(value) for value in values(db) if isinstance(value, bytes | str)}
    written = {text for raw in found for text in (raw.decode("latin-1"), raw.hex())}

    with db.begin() as tx:
        for text in written - {""}:
            with pytest.raises(CredentialRefused):
                authenticate(tx, VAULT, text, now=NOON)
            with pytest.raises(Forbidden):
                refresh_session(tx, VAULT, text, HOME, now=NOON)
            for purpose in Purpose:
                with pytest.raises(Forbidden):
                    use_mailed_code(tx, purpose, loot.user.id, text, now=NOON)
            # The permanent token of a private video stands there, and opens nothing.
            with pytest.raises((NotFound, Forbidden)):
                open_embed(tx, text, now=NOON)
            with pytest.raises(Forbidden):
                find_playback(tx, loot.secrets["embed token"], text, streaming.at(), now=NOON)
            assert not use_code(tx, VAULT, loot.user.id, text, now=NOON)
        assert recovery_codes_left(tx, loot.user.id) == 10


def test_what_was_given_out_opens_what_it_should(db: Database, loot: Loot) -> None:
    with db.begin() as tx:
        for name in ("token access", "jwt access", "web access", "ak key", "avc key"):
            actor = authenticate(tx, VAULT, loot.secrets[name], now=NOON)
            assert actor.user_id == loot.user.id
        assert use_code(tx, VAULT, loot.user.id, loot.secrets["recovery code 0"], now=NOON)
        assert get_user(tx, loot.user.id).has_two_factor
