"""The captions of a video, all of them: every list, playlist and page asks here."""

from collections.abc import Mapping, Sequence

from vitascope.base.ids import VideoId
from vitascope.core.assets.model import Asset, ExtractedCaption
from vitascope.core.assets.queries import find_asset, list_extracted_captions_of
from vitascope.core.captions.model import AddedCaption, Caption, CaptionFormat, original_key
from vitascope.core.captions.queries import list_added_captions_of
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx


def list_captions(tx: Tx, video_id: VideoId, asset: Asset | None) -> list[Caption]:
    """What viewers may choose: the owner's captions, then those found in the source.

    The owner's one takes the place of all that the source has in its language. ``asset`` is
    the video's, None when it has none yet.
    """
    return list_captions_of(tx, {video_id: asset})[video_id]


def list_entry_captions(tx: Tx, entry: VideoEntry) -> list[Caption]:
    """As :func:`list_captions`, for those who have not read the asset."""
    asset = None if entry.media is None else find_asset(tx, entry.media.id)
    return list_captions(tx, entry.video.id, asset)


def list_captions_of(
    tx: Tx, videos: Mapping[VideoId, Asset | None]
) -> dict[VideoId, list[Caption]]:
    """As :func:`list_captions` for several videos with their assets, at the cost of one."""
    added = list_added_captions_of(tx, list(videos))
    assets = {asset.id for asset in videos.values() if asset is not None}
    found = list_extracted_captions_of(tx, list(assets)) if assets else {}
    return {
        video_id: _together(
            added.get(video_id, []), [] if asset is None else found.get(asset.id, []), asset
        )
        for video_id, asset in videos.items()
    }


def _together(
    added: Sequence[AddedCaption], found: Sequence[ExtractedCaption], asset: Asset | None
) -> list[Caption]:
    taken = {caption.language.lower() for caption in added}
    return [_of_owner(caption) for caption in added] + [
        _of_source(caption, asset)
        for caption in found
        if asset is not None and caption.language.lower() not in taken
    ]


def _of_owner(caption: AddedCaption) -> Caption:
    is_styled = caption.format is CaptionFormat.ASS
    return Caption(
        name=caption.language,
        language=caption.language,
        label=caption.label,
        is_forced=False,
        vtt_key=caption.blob_key,
        ass_key=original_key(caption.blob_key, caption.format) if is_styled else None,
        format=caption.format,
        is_added=True,
        created_at=caption.created_at,
        updated_at=caption.updated_at,
        is_default=caption.is_default,
        is_automatic=caption.is_automatic,
    )


def _of_source(caption: ExtractedCaption, asset: Asset) -> Caption:
    path = asset.blob_key(f"captions/{caption.name}")
    return Caption(
        name=caption.name,
        language=caption.language,
        label=caption.label,
        is_forced=caption.is_forced,
        vtt_key=f"{path}.vtt",
        ass_key=f"{path}.ass" if caption.has_ass else None,
        format=CaptionFormat.ASS if caption.has_ass else CaptionFormat.VTT,
        is_added=False,
        created_at=asset.created_at,
        updated_at=asset.updated_at,
    )
