"""Reading and writing pictures of accounts and channels."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from vitascope.core.accounts.model import ActorImage, ImageKind
from vitascope.core.accounts.tables import actor_images
from vitascope.db import CompiledSelect, Tx

# The order of these columns is the order _image() reads them in.
_COLUMNS = (
    actor_images.c.handle,
    actor_images.c.kind,
    actor_images.c.width,
    actor_images.c.height,
    actor_images.c.filename,
    actor_images.c.created_at,
)


def insert_images(tx: Tx, images: Iterable[ActorImage]) -> None:
    rows = [
        {
            "handle": image.handle,
            "kind": image.kind,
            "width": image.width,
            "height": image.height,
            "filename": image.filename,
            "created_at": image.created_at,
        }
        for image in images
    ]
    tx.execute(actor_images.insert(), rows)


def list_images(
    tx: Tx, handles: Collection[str], kind: ImageKind
) -> dict[str, tuple[ActorImage, ...]]:
    """Pictures by handle, the widest first."""
    names = list(handles)
    if not names:
        return {}
    # The next power of two, so that pages of any length share a few compiled queries.
    size = 1 << (len(names) - 1).bit_length()
    names += names[-1:] * (size - len(names))
    values = {f"handle_{number}": name for number, name in enumerate(names)}
    found: dict[str, list[ActorImage]] = {}
    for row in _images_query(size).rows(tx, {**values, "kind": kind.value}):
        found.setdefault(row[0], []).append(_image(row))
    return {handle: tuple(images) for handle, images in found.items()}


def find_image(tx: Tx, filename: str) -> ActorImage | None:
    query = sa.select(*_COLUMNS).where(actor_images.c.filename == filename)
    row = tx.execute(query).first()
    return None if row is None else _image(row)


def delete_images(tx: Tx, handle: str, kind: ImageKind | None = None) -> list[str]:
    """Forget the pictures of an account or channel and return their file names."""
    query = actor_images.delete().where(actor_images.c.handle == handle)
    if kind is not None:
        query = query.where(actor_images.c.kind == kind)
    return list(tx.execute(query.returning(actor_images.c.filename)).scalars())


@lru_cache(maxsize=16)
def _images_query(size: int) -> CompiledSelect:
    """For ``size`` handles. Every list of videos asks for the avatars of a page."""
    handles = [sa.bindparam(f"handle_{number}", type_=sa.Text()) for number in range(size)]
    return CompiledSelect(
        sa.select(*_COLUMNS)
        .where(
            actor_images.c.handle.in_(handles),
            actor_images.c.kind == sa.bindparam("kind", type_=sa.Text()),
        )
        .order_by(actor_images.c.width.desc())
    )


def _image(row: Sequence[Any]) -> ActorImage:
    handle, kind, width, height, filename, created_at = row
    return ActorImage(
        handle=handle,
        kind=kind,
        width=width,
        height=height,
        filename=filename,
        created_at=created_at,
    )
