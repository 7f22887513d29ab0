from dataclasses import replace
from typing import Any

import msgspec
import pytest
from tests.dialects.peertube.shapes import NOON_TEXT
from tests.factories import make_asset

from vitascope.db import Tx
from vitascope.dialects.peertube.answers import encode
from vitascope.dialects.peertube.wire_source import source_out


@pytest.mark.parametrize(
    ("size", "resolution"),
    [
        ((1920, 1080), {"id": 1080, "label": "1080p"}),
        ((1920, 800), {"id": 800, "label": "1080p"}),
        ((720, 1280), {"id": 720, "label": "720p"}),
        ((None, None), {"id": 0, "label": "Audio only"}),
    ],
)
def test_a_source_is_described(
    tx: Tx, size: tuple[int | None, int | None], resolution: dict[str, Any]
) -> None:
    width, height = size
    asset = replace(make_asset(tx), width=width, height=height, fps=25.0)

    shown = msgspec.json.decode(encode(source_out(asset, "clip.mp4")))

    assert shown == {
        "filename": "clip.mp4",
        "inputFilename": "clip.mp4",
        "fileUrl": None,
        "fileDownloadUrl": None,
        "resolution": resolution,
        "size": 1000,
        "width": width,
        "height": height,
        "fps": 25.0,
        "metadata": None,
        "createdAt": NOON_TEXT,
    }
