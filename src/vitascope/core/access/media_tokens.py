"""Media tokens: a signed word that somebody has come by the page of one video, as VideoCMS
hands it out (facts: section 1.8).

It says which video's files may be asked for, for some hours. Whether the video is still for
everybody is asked anew with each file; only that somebody knew its password is believed.
"""

import base64
import hashlib
import hmac
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from vitascope.base.errors import Forbidden
from vitascope.base.ids import AssetId, UserId

LIFETIME = timedelta(hours=6)
AUDIENCE = "videocms-media"
_ALGORITHM = "HS256"
_KNOWS_PASSWORD = "knows_password"  # noqa: S105 -- the name of a claim
_MAC_BYTES, _HEAD_BYTES = 16, 9


class MediaTokenRefused(Forbidden):
    """No media token was shown, or one that opens nothing."""


class MediaTokenMismatch(Forbidden):
    """The media token is for another video."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaPass:
    """What a token is believed: the video it was made for, and whether its bearer has shown
    that video's password.
    """

    video: uuid.UUID
    knows_password: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaClaims:
    """What clients may read in a token: the owner, the asset, and the tracks with their
    numbers. None of it is believed when the token comes back.
    """

    user_id: UserId
    asset_uuid: uuid.UUID | None = None
    asset_id: AssetId | None = None
    qualities: Mapping[str, int] = field(default_factory=dict)
    audios: Mapping[uuid.UUID, int] = field(default_factory=dict)
    captions: tuple[uuid.UUID, ...] = ()


def mint_media_token(
    key: bytes, shown: MediaPass, claims: MediaClaims, *, now: datetime
) -> str:
    """A token that holds for :data:`LIFETIME`."""
    issued = int(now.timestamp())
    asset_uuid = claims.asset_uuid or uuid.UUID(int=0)
    told: dict[str, Any] = {
        "link_uuid": str(shown.video),
        "file_uuid": str(asset_uuid),
        "user_id": claims.user_id,
        "file_id": claims.asset_id or 0,
        "quality_ids": dict(claims.qualities),
        "audio_ids": {str(track): number for track, number in claims.audios.items()},
        "subtitle_uuids": [str(track) for track in claims.captions],
        "sub": str(shown.video),
        "aud": AUDIENCE,
        "iat": issued,
        "exp": issued + int(LIFETIME.total_seconds()),
    }
    if shown.knows_password:
        told[_KNOWS_PASSWORD] = True
    header = {"alg": _ALGORITHM, "typ": "JWT"}
    return jwt.encode(header, told, OctKey.import_key(key))


def read_media_token(key: bytes, token: str, *, now: datetime) -> MediaPass | None:
    """What ``token`` opens; None when we did not sign it for this, or it has expired."""
    try:
        claims = jwt.decode(token, OctKey.import_key(key), algorithms=[_ALGORITHM]).claims
        video = uuid.UUID(str(claims.get("link_uuid")))
        expires = int(claims.get("exp", 0))
    except (JoseError, ValueError, TypeError):
        return None
    is_ours = claims.get("aud") == AUDIENCE and claims.get("sub") == claims["link_uuid"]
    if not is_ours or now.timestamp() >= expires:
        return None
    return MediaPass(video=video, knows_password=claims.get(_KNOWS_PASSWORD) is True)


def mint_query_token(key: bytes, shown: MediaPass, *, now: datetime) -> str:
    """The same in 34 characters, for addresses: a playlist repeats it in every line."""
    expires = int((now + LIFETIME).timestamp())
    head = expires.to_bytes(_HEAD_BYTES - 1, "big") + bytes([shown.knows_password])
    mac = _mac(key, shown.video, head)
    return base64.urlsafe_b64encode(head + mac).decode().rstrip("=")


def read_query_token(
    key: bytes, video: uuid.UUID, token: str, *, now: datetime
) -> MediaPass | None:
    """What ``token`` opens; None when it was not made for ``video``, or has expired."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return None
    head, mac = raw[:_HEAD_BYTES], raw[_HEAD_BYTES:]
    if not hmac.compare_digest(mac, _mac(key, video, head)):
        return None
    if now.timestamp() >= int.from_bytes(head[:-1], "big"):
        return None
    return MediaPass(video=video, knows_password=bool(head[-1]))


def _mac(key: bytes, video: uuid.UUID, head: bytes) -> bytes:
    return hmac.digest(key, b"query" + video.bytes + head, hashlib.sha256)[:_MAC_BYTES]
