"""HLS playlists, written from what is on the shelf."""

from collections.abc import Callable, Sequence

from vitascope.base.errors import NotFound, NotReady
from vitascope.core.assets.model import Rendition
from vitascope.http.delivery import WHOLE, Cut, SealedAddresses
from vitascope.media.multivariant import (
    AudioRendition,
    CaptionRendition,
    Variant,
    render_multivariant,
)
from vitascope.media.playlist import (
    SegmentIndex,
    render_caption_playlist,
    render_media_playlist,
    render_sealed_playlist,
)
from vitascope.origin.shelf import Contents, Shelf

Address = Callable[[str], str]


def multivariant(contents: Contents, address: Address, cut: Cut = WHOLE) -> str:
    """Every rendition and caption of ``cut`` that can be played now.

    Raises:
        NotReady: there is none.
    """
    videos, audios = contents.pictures, contents.sounds
    if cut.audios is not None:
        audios = tuple(track for track in audios if track.name in cut.audios)
    if not videos and not audios:
        raise NotReady("This video cannot be played yet")
    return render_multivariant(
        [_variant(rendition, address) for rendition in videos],
        _audio(audios, address),
        _captions(contents, address) if cut.has_captions else [],
        audio_group=cut.audio_group,
    )


def media(shelf: Shelf, contents: Contents, rendition: Rendition, uri: str) -> str:
    """The segments of one rendition, whose bytes are at ``uri``."""
    return render_media_playlist(shelf.index(contents, rendition), uri)


def sealed(index: SegmentIndex, addresses: SealedAddresses) -> str:
    """The encrypted segments of one rendition."""
    return render_sealed_playlist(
        index,
        init_uri=addresses.init,
        segment_uri=addresses.segment,
        key_uri=addresses.key,
    )


def caption(contents: Contents, name: str, uri: str) -> str:
    """A playlist of one segment: the whole WebVTT file.

    Raises:
        NotFound: no such caption.
    """
    if not any(known.name == name for known in contents.captions):
        raise NotFound("caption", name)
    return render_caption_playlist(uri, contents.asset.duration_ms or 0)


def _variant(rendition: Rendition, address: Address) -> Variant:
    return Variant(
        uri=address(f"{rendition.name}.m3u8"),
        width=rendition.width or 0,
        height=rendition.height or 0,
        fps=rendition.fps or 0.0,
        codecs=rendition.codecs,
        average_bps=rendition.average_bps,
        peak_bps=rendition.peak_bps,
    )


def _audio(tracks: Sequence[Rendition], address: Address) -> list[AudioRendition]:
    has_default = any(track.is_default for track in tracks)
    return [
        AudioRendition(
            uri=address(f"{track.name}.m3u8"),
            label=track.label or track.name,
            language=track.language,
            channels=track.channels or 2,
            is_default=track.is_default or (not has_default and position == 0),
            codecs=track.codecs,
            average_bps=track.average_bps,
            peak_bps=track.peak_bps,
        )
        for position, track in enumerate(tracks)
    ]


def _captions(contents: Contents, address: Address) -> list[CaptionRendition]:
    return [
        CaptionRendition(
            uri=address(f"captions/{caption.name}.m3u8"),
            label=caption.label,
            language=caption.language,
            is_default=caption.is_default,
            is_forced=caption.is_forced,
        )
        for caption in contents.captions
    ]
