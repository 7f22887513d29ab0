"""Plain functions that make what a test needs, with nothing a test does not see."""

import uuid
from datetime import UTC, datetime
from functools import cache
from typing import Any

from vitascope.base.ids import AssetId
from vitascope.core.access.model import Actor, CredentialKind, Permission
from vitascope.core.access.passwords import hash_password
from vitascope.core.accounts.model import Role, User
from vitascope.core.assets.model import Asset, Rendition, RenditionKind, RenditionState
from vitascope.core.assets.queries import insert_asset, save_rendition
from vitascope.core.uploads.finish import Source, finish_upload
from vitascope.core.users.add import Newcomer, add_user
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Tx

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PASSWORD = "correct horse battery"


def make_user(tx: Tx, name: str = "ada", role: Role = Role.USER, **values: Any) -> User:
    newcomer = Newcomer(
        username=name,
        email=f"{name}@example.org",
        password_hash=_hash(),
        role=role,
        **values,
    )
    return add_user(tx, newcomer, now=NOON)


@cache
def _hash() -> str:
    """Hashed once: it costs as much as a hundred tests."""
    return hash_password(PASSWORD)


def actor_of(user: User, *, is_key: bool = False) -> Actor:
    return Actor(
        user_id=user.id,
        account_id=user.account.id,
        role=user.role,
        permissions=frozenset(Permission),
        credential=CredentialKind.VSRC_KEY if is_key else CredentialKind.TOKEN,
    )


def make_source(content: str = "a clip", **values: Any) -> Source:
    """A source whose bytes are told apart by ``content``."""
    given = {
        "asset_uuid": uuid.uuid4(),
        "sha256": content.encode().hex().ljust(64, "0")[:64],
        "size_bytes": 1000,
        "content_type": "video/mp4",
        "filename": "clip.mp4",
        "probe": "{}",
    }
    return Source(**{**given, **values})


def make_video(
    tx: Tx,
    user: User,
    *,
    title: str = "A film",
    content: str = "a clip",
    privacy: Privacy = Privacy.PUBLIC,
    now: datetime = NOON,
    **fields: Any,
) -> VideoEntry:
    given = VideoFields(title=title, privacy=privacy, **fields)
    return finish_upload(tx, actor_of(user), make_source(content), given, now=now)[0]


def make_asset(tx: Tx, content: str = "a clip") -> Asset:
    source = make_source(content)
    return insert_asset(
        tx,
        asset_uuid=source.asset_uuid,
        sha256=source.sha256,
        size_bytes=source.size_bytes,
        content_type=source.content_type,
        probe=source.probe,
        now=NOON,
    )


def make_rendition(tx: Tx, asset_id: AssetId, resolution: int = 720) -> Rendition:
    rendition = Rendition(
        asset_id=asset_id,
        name=f"{resolution}p",
        kind=RenditionKind.VIDEO,
        state=RenditionState.COMPLETE,
        resolution=resolution,
        width=resolution * 16 // 9,
        height=resolution,
        fps=30.0,
        codecs="avc1.64001f",
        size_bytes=5000,
        average_bps=400_000,
        peak_bps=500_000,
    )
    save_rendition(tx, rendition, [[0, 0, 800], [4000, 800, 4200]])
    return rendition
