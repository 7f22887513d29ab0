"""Captions that come as a file of their own: recognised by what is in them, made WebVTT."""

import asyncio
import re
from pathlib import Path
from typing import Literal, TypeAlias

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run

CaptionForm: TypeAlias = Literal["vtt", "srt", "ass"]

CAPTION_FILE_LIMITS = Limits(cpu_s=60, fsize_bytes=64 * 2**20, timeout_s=300)

_VTT = re.compile(r"WEBVTT(?=[ \t\n]|\Z)")
_ASS = re.compile(r"^\[Script Info\]", re.MULTILINE | re.IGNORECASE)
_SRT = re.compile(r"^\d{1,3}:\d\d:\d\d[,.]\d{1,3} *-->", re.MULTILINE)
_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class UnreadableCaption(Exception):
    """The file is no caption we take. ``reason`` is a sentence for whoever sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


async def make_webvtt(tools: Tools, source: Path, target: Path) -> CaptionForm:
    """Write ``source`` (WebVTT, SubRip or ASS, in UTF-8, UTF-16 or Windows-1252) to ``target``
    as WebVTT in UTF-8 with lines that end in LF. Returns what it came as. WebVTT keeps what it
    says, and its styles.

    Raises:
        UnreadableCaption: it is something else, or says nothing.
        EncodeFailed: stopped from outside; try again.
    """
    text = await asyncio.to_thread(_read, source)
    form = _recognise(text)
    if form == "vtt":
        await asyncio.to_thread(target.write_text, text, "utf-8")
    else:
        await _convert(tools, text, form, target)
    if not await asyncio.to_thread(_says_something, target):
        raise UnreadableCaption("This caption file says nothing")
    return form


def _read(source: Path) -> str:
    data = source.read_bytes()
    try:
        text = data.decode(_BOMS.get(data[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        # Old editors write the code page of western Windows, and say so nowhere.
        text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _recognise(text: str) -> CaptionForm:
    if "\0" not in text:
        if _VTT.match(text):
            return "vtt"
        if _ASS.search(text):
            return "ass"
        if _SRT.search(text):
            return "srt"
    raise UnreadableCaption("This file is not a WebVTT, SubRip or ASS caption")


async def _convert(tools: Tools, text: str, form: CaptionForm, target: Path) -> None:
    plain = target.with_suffix(f".{form}-utf8")
    # Named, so that no other reader of ffmpeg ever looks at what a stranger wrote.
    reading = ["-protocol_whitelist", "file", "-format_whitelist", form, "-f", form]
    writing = ["-c:s", "webvtt", "-f", "webvtt", str(target)]
    command = [tools.ffmpeg, "-nostdin", "-y", "-v", "error"]
    try:
        await asyncio.to_thread(plain.write_text, text, "utf-8")
        await run(
            [*command, *reading, "-i", f"file:{plain}", *writing], limits=CAPTION_FILE_LIMITS
        )
    except EncodeFailed as failure:
        if not failure.permanent:
            raise
        raise UnreadableCaption("This caption file is damaged") from failure
    finally:
        await asyncio.to_thread(plain.unlink, missing_ok=True)


def _says_something(vtt: Path) -> bool:
    return "-->" in vtt.read_text("utf-8")
