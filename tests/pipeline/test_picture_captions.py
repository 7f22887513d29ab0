import logging
from pathlib import Path

import pytest
from tests.answering import Answering, answering
from tests.media.clips import Draw
from tests.media.sup import sup
from tests.pipeline.conftest import Receive
from tests.settings import changed

from vitascope.core.assets.events import SourceReceived
from vitascope.core.assets.model import ExtractedCaption
from vitascope.core.assets.queries import get_asset, list_extracted_captions
from vitascope.media.probe import probe
from vitascope.pipeline.picture_captions import read_pictures
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop

PICTURES = sup((0.5, 1.5))
SRT = b"1\n00:00:00,500 --> 00:00:01,500\nLook out\n"
VTT = "WEBVTT\n\n00:00.500 --> 00:01.500\nLook out\n"


@pytest.fixture
def film(draw: Draw, draw_clip: Draw, tmp_path: Path) -> Path:
    """A clip with pictures in one language and text in another."""
    (tmp_path / "a.sup").write_bytes(PICTURES)
    (tmp_path / "b.srt").write_bytes(SRT)
    return draw(
        "film.mkv",
        *("-i", str(draw_clip()), "-i", str(tmp_path / "a.sup"), "-i", str(tmp_path / "b.srt")),
        *("-map", "0", "-map", "1", "-map", "2", "-c", "copy"),
        *("-metadata:s:s:0", "language=ger", "-metadata:s:s:1", "language=eng"),
    )


def reading(shop: Workshop, reader: Answering, path: str = "/read") -> Workshop:
    """The same, and the settings name ``reader``."""
    return changed(shop, ocr_enabled=True, ocr_url=f"{reader.url}{path}")


@pytest.mark.media
async def test_pictures_are_sent_and_what_comes_back_is_a_caption_like_any_other(
    shop: Workshop, receive: Receive, film: Path
) -> None:
    received = await receive(film)

    with answering({"/read": (200, SRT)}) as reader:
        await prepare(reading(shop, reader), SourceReceived(asset_id=received.asset_id))

    with shop.db.read() as tx:
        asset = get_asset(tx, received.asset_id)
        found = list_extracted_captions(tx, received.asset_id)
    ((method, path, sent),) = reader.asked
    assert (method, path, sent[:2], len(sent)) == ("POST", "/read", b"PG", len(PICTURES))
    assert found == [
        ExtractedCaption(
            asset_id=asset.id,
            name=language,
            language=language,
            label=label,
            is_forced=False,
            has_ass=False,
        )
        for language, label in (("de", "German"), ("en", "English"))
    ]
    assert b"".join(shop.store.read(asset.blob_key("captions/de.vtt"))).decode() == VTT


@pytest.mark.media
async def test_nobody_is_asked_unless_the_settings_say_so(
    shop: Workshop, film: Path, tmp_path: Path
) -> None:
    found = await probe(shop.tools, film)

    with answering({}) as reader:
        silent = changed(shop, ocr_enabled=False, ocr_url=reader.url)
        read = await read_pictures(silent, film, found, tmp_path)

    assert (read, reader.asked) == ([], [])


@pytest.mark.media
@pytest.mark.parametrize("answer", [(500, SRT), (302, b""), (200, b"what?"), (200, b"")])
async def test_what_cannot_be_read_keeps_no_video_from_its_viewers(
    shop: Workshop,
    film: Path,
    tmp_path: Path,
    answer: tuple[int, bytes],
    caplog: pytest.LogCaptureFixture,
) -> None:
    found = await probe(shop.tools, film)
    folder = tmp_path / "captions"
    folder.mkdir()
    caplog.set_level(logging.WARNING)

    with answering({"/read": answer}) as reader:
        read = await read_pictures(reading(shop, reader), film, found, folder)

    assert (read, len(reader.asked)) == ([], 1)
    assert caplog.messages == ["picture subtitles left out"]
    assert [path.name for path in folder.glob("*.s*")] == []
