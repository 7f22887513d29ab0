"""Subtitles that are pictures, read by a program that the settings name."""

import asyncio
import logging
from pathlib import Path

from vitascope.fetch.client import open_client, read_body, request
from vitascope.fetch.errors import BadAnswer, FetchError
from vitascope.fetch.guard import Guard
from vitascope.media.caption_file import UnreadableCaption, make_webvtt
from vitascope.media.captions import ExtractedCaption, copy_pictures
from vitascope.media.ffmpeg import EncodeFailed
from vitascope.media.probe import Probe, SubtitleStream
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)

# What Blu-rays have; others are not read.
_PICTURES = "hdmv_pgs_subtitle"
_MOST_SENT_BYTES = 64 * 2**20
_MOST_READ_BYTES = 8 * 2**20
_TIMEOUT_S = 600.0
# An administrator names the address, and such programs run beside the server.
_ANYWHERE = ("0.0.0.0/0", "::/0")


async def read_pictures(
    shop: Workshop, source: Path, probe: Probe, folder: Path
) -> list[ExtractedCaption]:
    """Have the picture tracks read, if somebody does that here. Every track is copied out and
    sent as it is; SubRip comes back.

    A track that cannot be read is left out: it never keeps a video from its viewers.

    Raises:
        EncodeFailed: stopped from outside; try again.
    """
    settings = shop.settings.current()
    tracks = [stream for stream in probe.subtitles if stream.codec == _PICTURES]
    found = []
    for stream in tracks if settings.ocr_enabled else []:
        try:
            found.append(await _read(shop, source, stream, folder, settings.ocr_url))
        except (EncodeFailed, FetchError, UnreadableCaption) as error:
            if isinstance(error, EncodeFailed) and not error.permanent:
                raise
            reason = {"stream": stream.index, "reason": str(error)}
            log.warning("picture subtitles left out", extra=reason)
    return found


async def _read(
    shop: Workshop, source: Path, stream: SubtitleStream, folder: Path, url: str
) -> ExtractedCaption:
    pictures = folder / f"pictures-{stream.index}.sup"
    text, vtt = pictures.with_suffix(".srt"), folder / f"caption-{stream.index}.vtt"
    try:
        await copy_pictures(shop.tools, source, stream, pictures)
        size_bytes = pictures.stat().st_size
        if size_bytes > _MOST_SENT_BYTES:
            raise UnreadableCaption(f"A track of {size_bytes} bytes is too large to be read")
        sent = await asyncio.to_thread(pictures.read_bytes)
        answer = await _ask(url, sent)
        await asyncio.to_thread(text.write_bytes, answer)
        await make_webvtt(shop.tools, text, vtt)
    finally:
        pictures.unlink(missing_ok=True)
        text.unlink(missing_ok=True)
    return ExtractedCaption(stream=stream, vtt=vtt, ass=None)


async def _ask(url: str, pictures: bytes) -> bytes:
    headers = {"Content-Type": "application/octet-stream"}
    try:
        async with (
            asyncio.timeout(_TIMEOUT_S),
            open_client(Guard(_ANYWHERE), timeout_s=_TIMEOUT_S) as client,
            request(
                client, "POST", url, headers=headers, content=pictures, most_redirects=0
            ) as answer,
        ):
            if not answer.is_success:
                raise BadAnswer(answer.status_code)
            return await read_body(answer, limit_bytes=_MOST_READ_BYTES)
    except TimeoutError as error:
        raise BadAnswer(504, f"Reading took longer than {_TIMEOUT_S:g} seconds") from error
