"""The captions of a video, all of them: every list, playlist and page asks here."""

from vitascope.base.ids import VideoId
from vitascope.core.assets.model import Asset, ExtractedCaption
from vitascope.core.assets.queries import list_extracted_captions
from vitascope.core.captions.model import AddedCaption, Caption, CaptionFormat, original_key
from vitascope.core.captions.queries import list_added_captions
from vitascope.db import Tx


def list_captions(tx: Tx, video_id: VideoId, asset: Asset | None) -> list[Caption]:
    """What viewers may choose: the owner's captions, then those found in the source.

    The owner's one takes the place of all that the source has in its language. ``asset`` is
    the video's, None when it has none yet.
    """
    added = list_added_captions(tx, video_id)
    taken = {caption.language for caption in added}
    found = [] if asset is None else list_extracted_captions(tx, asset.id)
    return [_of_owner(caption) for caption in added] + [
        _of_source(caption, asset)
        for caption in found
        if asset is not None and caption.language not in taken
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
        updated_at=asset.updated_at,
    )
