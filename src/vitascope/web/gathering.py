"""Everything the pages of one video need to know about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitascope.core.assets.model import Asset, Rendition, Task
from vitascope.core.assets.queries import find_asset, list_renditions, list_tasks
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_captions
from vitascope.core.presets.keep import look_of
from vitascope.core.presets.model import Preset
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.chapters import list_chapters
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """``asset`` is None while no source has arrived. ``chapters`` are pairs of start (ms) and
    title. ``preset`` is None where the player looks as it always does.
    """

    entry: VideoEntry
    asset: Asset | None = None
    renditions: Sequence[Rendition] = ()
    captions: Sequence[Caption] = ()
    chapters: Sequence[tuple[int, str]] = ()
    tasks: Sequence[Task] = ()
    tags: tuple[str, ...] = ()
    preset: Preset | None = None


def gather(tx: Tx, admitted: VideoEntry) -> Gathered:
    """Read what stands beside a video that the caller may see."""
    # Who was admitted is remembered for a moment, and a state from then would stay in a page.
    entry = get_entry(tx, admitted.video.id)
    found = list_video_tags(tx, [entry.video.id]).get(entry.video.id, [])
    tags = tuple(tag.name for tag in found)
    asset = None if entry.media is None else find_asset(tx, entry.media.id)
    preset = look_of(tx, entry)
    if asset is None:
        return Gathered(entry=entry, tags=tags, preset=preset)
    return Gathered(
        entry=entry,
        asset=asset,
        renditions=list_renditions(tx, asset.id),
        captions=list_captions(tx, entry.video.id, asset),
        chapters=list_chapters(tx, entry.video.id, asset),
        tasks=list_tasks(tx, asset.id),
        tags=tags,
        preset=preset,
    )
