"""Reading and writing assets and what was made from them."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AssetId
from vitascope.core.assets.model import (
    Asset,
    AssetState,
    ExtractedCaption,
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
)
from vitascope.core.assets.tables import (
    assets,
    extracted_captions,
    renditions,
    segment_indexes,
    tasks,
)
from vitascope.db import Tx, insert_row


def insert_asset(
    tx: Tx,
    *,
    asset_uuid: uuid.UUID,
    sha256: str,
    size_bytes: int,
    content_type: str,
    probe: str,
    now: datetime,
    recipe: dict[str, Any] | None = None,
) -> Asset:
    key = insert_row(
        tx,
        assets,
        {
            "uuid": asset_uuid,
            "sha256": sha256,
            "size_bytes": size_bytes,
            "content_type": content_type,
            "state": AssetState.PROCESSING,
            "is_watchable": False,
            "has_poster": False,
            "probe": probe,
            "chapters": [],
            "recipe": recipe,
            "created_at": now,
            "updated_at": now,
        },
    )
    return get_asset(tx, AssetId(key))


def find_asset(tx: Tx, asset_id: AssetId) -> Asset | None:
    row = tx.execute(sa.select(assets).where(assets.c.id == asset_id)).first()
    return None if row is None else _asset(row)


def list_assets(tx: Tx, asset_ids: Sequence[AssetId]) -> dict[AssetId, Asset]:
    """Several assets with one query; those that are gone are left out."""
    rows = tx.execute(sa.select(assets).where(assets.c.id.in_(asset_ids)))
    return {AssetId(row.id): _asset(row) for row in rows}


def get_asset(tx: Tx, asset_id: AssetId) -> Asset:
    """Raises NotFound when there is none."""
    asset = find_asset(tx, asset_id)
    if asset is None:
        raise NotFound("asset", asset_id)
    return asset


def find_asset_by_sha256(tx: Tx, sha256: str) -> Asset | None:
    row = tx.execute(sa.select(assets).where(assets.c.sha256 == sha256)).first()
    return None if row is None else _asset(row)


def find_asset_by_uuid(tx: Tx, asset_uuid: uuid.UUID) -> Asset | None:
    row = tx.execute(sa.select(assets).where(assets.c.uuid == asset_uuid)).first()
    return None if row is None else _asset(row)


def update_asset(tx: Tx, asset_id: AssetId, *, now: datetime, **values: Any) -> None:
    """Change columns of an asset by their names in :class:`Asset`."""
    tx.execute(assets.update().where(assets.c.id == asset_id).values(**values, updated_at=now))


def reopen_asset(tx: Tx, asset_id: AssetId, *, now: datetime) -> bool:
    """Let an asset that is settled, well or not, be worked on again. False when it is not."""
    settled = sa.and_(assets.c.id == asset_id, assets.c.state != AssetState.PROCESSING)
    values = {"state": AssetState.PROCESSING, "failure": None, "updated_at": now}
    return tx.execute(assets.update().where(settled).values(**values)).rowcount == 1


def delete_asset(tx: Tx, asset_id: AssetId) -> None:
    tx.execute(assets.delete().where(assets.c.id == asset_id))


def list_asset_folders(tx: Tx) -> set[uuid.UUID]:
    """Uuids of all assets: whatever else lies in the store belongs to nobody."""
    return set(tx.execute(sa.select(assets.c.uuid)).scalars())


def save_rendition(tx: Tx, rendition: Rendition, segments: Sequence[Sequence[int]]) -> None:
    """Add a rendition or replace the one of the same name.

    ``segments`` is its index: the bytes of the init segment as ``[0, 0, size]``, then per
    segment duration (ms), offset and size (bytes). Empty while the rendition is growing.
    """
    same = sa.and_(
        renditions.c.asset_id == rendition.asset_id, renditions.c.name == rendition.name
    )
    tx.execute(renditions.delete().where(same))
    key = insert_row(
        tx,
        renditions,
        {
            "asset_id": rendition.asset_id,
            "name": rendition.name,
            "kind": rendition.kind,
            "state": rendition.state,
            "resolution": rendition.resolution,
            "width": rendition.width,
            "height": rendition.height,
            "fps": rendition.fps,
            "codecs": rendition.codecs,
            "language": rendition.language,
            "label": rendition.label,
            "channels": rendition.channels,
            "is_default": rendition.is_default,
            "size_bytes": rendition.size_bytes,
            "average_bps": rendition.average_bps,
            "peak_bps": rendition.peak_bps,
        },
    )
    tx.execute(
        segment_indexes.insert().values(
            rendition_id=key, segments=[list(segment) for segment in segments]
        )
    )


def list_renditions(tx: Tx, asset_id: AssetId) -> list[Rendition]:
    """Video first, best first; then audio in the order of the source's tracks."""
    return list_renditions_of(tx, [asset_id]).get(asset_id, [])


def list_renditions_of(tx: Tx, asset_ids: Sequence[AssetId]) -> dict[AssetId, list[Rendition]]:
    """Renditions of several assets with one query, each list as in :func:`list_renditions`."""
    rows = tx.execute(
        sa.select(renditions)
        .where(renditions.c.asset_id.in_(asset_ids))
        .order_by(
            renditions.c.asset_id,
            sa.case((renditions.c.kind == RenditionKind.VIDEO, 0), else_=1),
            renditions.c.resolution.desc(),
            renditions.c.name,
        )
    )
    found: dict[AssetId, list[Rendition]] = {}
    for row in rows:
        found.setdefault(AssetId(row.asset_id), []).append(_rendition(row))
    return found


def get_segments(tx: Tx, rendition_id: int) -> list[list[int]]:
    """The index as :func:`save_rendition` was given it."""
    found: list[list[int]] = tx.execute(
        sa.select(segment_indexes.c.segments).where(
            segment_indexes.c.rendition_id == rendition_id
        )
    ).scalar_one()
    return found


def delete_renditions(tx: Tx, asset_id: AssetId, names: Sequence[str]) -> None:
    tx.execute(
        renditions.delete().where(
            renditions.c.asset_id == asset_id, renditions.c.name.in_(names)
        )
    )


def delete_growing(tx: Tx, asset_id: AssetId) -> None:
    """Forget the renditions that never became complete."""
    growing = renditions.c.state == RenditionState.GROWING
    tx.execute(renditions.delete().where(renditions.c.asset_id == asset_id, growing))


def replace_captions(tx: Tx, asset_id: AssetId, found: Sequence[ExtractedCaption]) -> None:
    tx.execute(extracted_captions.delete().where(extracted_captions.c.asset_id == asset_id))
    for caption in found:
        tx.execute(
            extracted_captions.insert().values(
                asset_id=asset_id,
                name=caption.name,
                language=caption.language,
                label=caption.label,
                is_forced=caption.is_forced,
                has_ass=caption.has_ass,
            )
        )


def list_extracted_captions(tx: Tx, asset_id: AssetId) -> list[ExtractedCaption]:
    return list_extracted_captions_of(tx, [asset_id]).get(asset_id, [])


def list_extracted_captions_of(
    tx: Tx, asset_ids: Sequence[AssetId]
) -> dict[AssetId, list[ExtractedCaption]]:
    """The captions of several assets with one query, each list by name."""
    rows = tx.execute(
        sa.select(extracted_captions)
        .where(extracted_captions.c.asset_id.in_(asset_ids))
        .order_by(extracted_captions.c.asset_id, extracted_captions.c.name)
    )
    found: dict[AssetId, list[ExtractedCaption]] = {}
    for row in rows:
        caption = ExtractedCaption(**row._mapping)
        found.setdefault(caption.asset_id, []).append(caption)
    return found


def save_tasks(tx: Tx, asset_id: AssetId, changed: Sequence[Task]) -> None:
    """Add tasks after the known ones, or update those of the same name."""
    known = set(
        tx.execute(sa.select(tasks.c.name).where(tasks.c.asset_id == asset_id)).scalars()
    )
    for task in changed:
        values = {"state": task.state, "percent": task.percent, "speed": task.speed}
        if task.name in known:
            tx.execute(
                tasks.update()
                .where(tasks.c.asset_id == asset_id, tasks.c.name == task.name)
                .values(**values)
            )
        else:
            tx.execute(
                tasks.insert().values(
                    asset_id=asset_id, name=task.name, position=len(known), **values
                )
            )
            known.add(task.name)


def list_tasks(tx: Tx, asset_id: AssetId) -> list[Task]:
    return list_tasks_of(tx, [asset_id]).get(asset_id, [])


def list_tasks_of(tx: Tx, asset_ids: Sequence[AssetId]) -> dict[AssetId, list[Task]]:
    """Tasks of several assets with one query, each list in the order they were planned."""
    rows = tx.execute(
        sa.select(tasks.c.asset_id, tasks.c.name, tasks.c.state, tasks.c.percent, tasks.c.speed)
        .where(tasks.c.asset_id.in_(asset_ids))
        .order_by(tasks.c.asset_id, tasks.c.position)
    )
    found: dict[AssetId, list[Task]] = {}
    for asset_id, *values in rows:
        named = dict(zip(("name", "state", "percent", "speed"), values, strict=True))
        found.setdefault(AssetId(asset_id), []).append(Task(**named))
    return found


def list_begun(tx: Tx, asset_ids: Sequence[AssetId]) -> set[AssetId]:
    """Those of ``asset_ids`` that somebody works or has worked on."""
    rows = tx.execute(
        sa.select(tasks.c.asset_id)
        .where(tasks.c.asset_id.in_(asset_ids), tasks.c.state != TaskState.WAITING)
        .distinct()
    )
    return {AssetId(key) for key in rows.scalars()}


def fail_open_tasks(tx: Tx, asset_id: AssetId) -> None:
    """Mark every task that is not done as failed."""
    tx.execute(
        tasks.update()
        .where(tasks.c.asset_id == asset_id, tasks.c.state != TaskState.DONE)
        .values(state=TaskState.FAILED, speed=None)
    )


def reopen_failed_tasks(tx: Tx, asset_id: AssetId) -> None:
    """Let every task that failed wait again."""
    tx.execute(
        tasks.update()
        .where(tasks.c.asset_id == asset_id, tasks.c.state == TaskState.FAILED)
        .values(state=TaskState.WAITING, percent=0.0)
    )


def _asset(row: sa.Row[Any]) -> Asset:
    values = dict(row._mapping)
    values["id"] = AssetId(row.id)
    values["chapters"] = tuple((start, title) for start, title in row.chapters)
    return Asset(**values)


def _rendition(row: sa.Row[Any]) -> Rendition:
    return Rendition(**row._mapping)
