import uuid
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from tests.core.making import VAULT
from tests.factories import NOON

from vitascope.base.ids import AssetId, UserId
from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.jwt import is_our_jwt
from vitascope.core.access.media_tokens import (
    LIFETIME,
    MediaClaims,
    MediaPass,
    mint_media_token,
    mint_query_token,
    read_media_token,
    read_query_token,
)
from vitascope.db import Tx

KEY = VAULT.media_key("")
VIDEO, ASSET, SOUND, CAPTION = (uuid.uuid4() for _ in range(4))
SHOWN = MediaPass(video=VIDEO)
CLAIMS = MediaClaims(
    user_id=UserId(7),
    asset_uuid=ASSET,
    asset_id=AssetId(3),
    qualities={"720p": 1},
    audios={SOUND: 2},
    captions=(CAPTION,),
)
NOON_S = int(NOON.timestamp())
SAID = {
    "link_uuid": str(VIDEO),
    "file_uuid": str(ASSET),
    "user_id": 7,
    "file_id": 3,
    "quality_ids": {"720p": 1},
    "audio_ids": {str(SOUND): 2},
    "subtitle_uuids": [str(CAPTION)],
    "sub": str(VIDEO),
    "aud": "videocms-media",
    "iat": NOON_S,
    "exp": NOON_S + 6 * 3600,
}


def minted(shown: MediaPass = SHOWN, key: bytes = KEY) -> str:
    return mint_media_token(key, shown, CLAIMS, now=NOON)


def signed(claims: dict[str, Any], alg: str = "HS256") -> str:
    return jwt.encode({"alg": alg}, claims, OctKey.import_key(KEY), algorithms=[alg])


def test_a_token_says_what_videocms_players_read() -> None:
    found = jwt.decode(minted(), OctKey.import_key(KEY))

    assert (found.header, found.claims) == ({"alg": "HS256", "typ": "JWT"}, SAID)


def test_the_token_of_a_video_without_a_file_names_none() -> None:
    token = mint_media_token(KEY, SHOWN, MediaClaims(user_id=UserId(7)), now=NOON)

    claims = jwt.decode(token, OctKey.import_key(KEY)).claims
    assert (claims["file_uuid"], claims["file_id"]) == (str(uuid.UUID(int=0)), 0)


@pytest.mark.parametrize("knows_password", [False, True])
def test_a_token_opens_its_video_for_six_hours(knows_password: bool) -> None:
    shown = MediaPass(video=VIDEO, knows_password=knows_password)
    token = minted(shown)

    last = NOON + LIFETIME - timedelta(seconds=1)
    assert read_media_token(KEY, token, now=last) == shown
    assert read_media_token(KEY, token, now=NOON + LIFETIME) is None


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        "a.b.c",
        "ü",
        minted(key=VAULT.media_key("another word")),
        signed(SAID, "HS512"),
        signed({**SAID, "aud": "videocms"}),
        signed({**SAID, "sub": str(uuid.uuid4())}),
        signed({**SAID, "link_uuid": "film"}),
        signed({**SAID, "exp": "tomorrow"}),
        signed({name: value for name, value in SAID.items() if name != "exp"}),
    ],
)
def test_what_we_did_not_sign_for_this_opens_nothing(token: str) -> None:
    assert read_media_token(KEY, token, now=NOON) is None


def test_a_token_without_a_signature_opens_nothing() -> None:
    head = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0"
    unsigned = f"{head}.{minted().split('.')[1]}."

    assert read_media_token(KEY, unsigned, now=NOON) is None


def test_a_media_token_logs_nobody_in(tx: Tx) -> None:
    assert not is_our_jwt(VAULT, minted())
    with pytest.raises(CredentialRefused):
        authenticate(tx, VAULT, minted(), now=NOON)


@pytest.mark.parametrize("knows_password", [False, True])
def test_a_word_for_addresses_opens_its_video_for_as_long(knows_password: bool) -> None:
    shown = MediaPass(video=VIDEO, knows_password=knows_password)
    token = mint_query_token(KEY, shown, now=NOON)

    last = NOON + LIFETIME - timedelta(seconds=1)
    assert len(token) == 34
    assert read_query_token(KEY, VIDEO, token, now=last) == shown
    assert read_query_token(KEY, VIDEO, token, now=NOON + LIFETIME) is None
    assert read_query_token(KEY, uuid.uuid4(), token, now=NOON) is None
    assert read_query_token(VAULT.media_key("another word"), VIDEO, token, now=NOON) is None


@pytest.mark.parametrize("token", ["", "a", "====", "ü", "A" * 34, "A" * 500])
def test_nonsense_is_no_word_of_ours(token: str) -> None:
    assert read_query_token(KEY, VIDEO, token, now=NOON) is None
