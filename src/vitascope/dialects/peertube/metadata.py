"""What is known about a file, in the shape ffprobe gives it: clients show it as it is."""

from typing import Any

from vitascope.core.assets.model import Asset, Rendition, RenditionKind


def metadata_out(rendition: Rendition, asset: Asset) -> dict[str, Any]:
    return {
        "streams": [_stream(rendition)],
        "format": {
            "filename": rendition.file_name,
            "nb_streams": 1,
            "format_name": "mov,mp4,m4a,3gp,3g2,mj2",
            "duration": (asset.duration_ms or 0) / 1000,
            "size": rendition.size_bytes,
            "bit_rate": rendition.average_bps,
        },
        "chapters": [],
    }


def _stream(rendition: Rendition) -> dict[str, Any]:
    stream: dict[str, Any] = {
        "index": 0,
        "codec_type": rendition.kind.value,
        "codec_tag_string": rendition.codecs.partition(".")[0],
        "bit_rate": rendition.average_bps,
    }
    if rendition.kind is RenditionKind.AUDIO:
        return {**stream, "channels": rendition.channels}
    fps = rendition.fps or 0.0
    return {
        **stream,
        "width": rendition.width,
        "height": rendition.height,
        "avg_frame_rate": f"{round(fps * 1000)}/1000",
    }
