"""Fetches a file over HTTP, going on where a broken connection or a killed worker left it."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import httpx2
from msgspec.structs import replace

from vitascope.fetch.client import request
from vitascope.fetch.errors import BadAnswer, FetchError, Interrupted, TooLarge
from vitascope.fetch.filename import filename_of
from vitascope.fetch.part import Part, Source

# After the last of them the download fails; more bytes than ever before begin them anew.
PAUSES_S = (1, 2, 5, 15, 30)
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_UNSATISFIED = re.compile(r"bytes \*/(\d+)")

OnProgress: TypeAlias = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloaded:
    """``filename`` is the server's word for it, cleaned; never use it as a path."""

    path: Path
    size_bytes: int
    filename: str
    content_type: str | None
    final_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    url: str
    headers: Mapping[str, str]
    limit_bytes: int
    on_progress: OnProgress


async def download(
    client: httpx2.AsyncClient,
    url: str,
    path: Path,
    *,
    limit_bytes: int,
    timeout_s: float,
    on_progress: OnProgress,
    headers: Mapping[str, str] | None = None,
    pauses_s: Sequence[float] = PAUSES_S,
) -> Downloaded:
    """Fetch ``url`` into ``path``, which is durable and complete on return.

    A record beside it, with the suffix ``.resume``, lets a later call go on, as long as the
    server can tell that its file is still the same; otherwise it begins again. Of a complete
    file the server is not asked again. ``on_progress`` hears the bytes there and the total, or
    None, at every chunk. A failure that is permanent leaves neither file; any other, and being
    cancelled, leaves both.

    Raises:
        TooLarge: it has more than ``limit_bytes``.
        Interrupted: it took longer than ``timeout_s``, or broke off after every pause.
        FetchError: there is no such file; see :mod:`vitascope.fetch.errors`.
        OSError: the disk did not take it.
    """
    wanted = _Wanted(
        url=url, headers=headers or {}, limit_bytes=limit_bytes, on_progress=on_progress
    )
    part = await Part.open(path, url)
    try:
        async with asyncio.timeout(timeout_s):
            source = await _persist(client, wanted, part, pauses_s)
            await part.finish()
    except TimeoutError as error:
        raise Interrupted(f"It took longer than {timeout_s:g} seconds") from error
    except FetchError as error:
        if error.permanent:
            await part.discard()
        raise
    finally:
        await part.close()
    return Downloaded(
        path=path,
        size_bytes=part.size_bytes,
        filename=source.filename,
        content_type=source.content_type,
        final_url=source.final_url,
    )


async def _persist(
    client: httpx2.AsyncClient, wanted: _Wanted, part: Part, pauses_s: Sequence[float]
) -> Source:
    furthest_bytes, failures = part.size_bytes, 0
    while True:
        try:
            return await _try(client, wanted, part)
        except FetchError as error:
            if part.size_bytes > furthest_bytes:
                furthest_bytes, failures = part.size_bytes, 0
            if error.permanent or failures == len(pauses_s):
                raise
        await part.flush()
        await asyncio.sleep(pauses_s[failures])
        failures += 1


async def _try(client: httpx2.AsyncClient, wanted: _Wanted, part: Part) -> Source:
    """Fetch what is missing over one connection."""
    _check_size(part.size_bytes, wanted)
    if part.source is not None and part.is_complete:
        return part.source
    headers = {**wanted.headers, "Accept-Encoding": "identity", **_range(part)}
    async with request(client, "GET", wanted.url, headers=headers) as answer:
        if answer.status_code == 416 and "Range" in headers:
            return await _settle(answer, wanted.url, part)
        source = await _place(answer, wanted, part)
        await _receive(answer, wanted, part, source.total_bytes)
    return source


def _range(part: Part) -> dict[str, str]:
    """What asks for the rest, provided that the file is still the one we have a part of."""
    if part.source is None or part.source.validator is None or part.size_bytes == 0:
        return {}
    return {"Range": f"bytes={part.size_bytes}-", "If-Range": part.source.validator}


async def _place(answer: httpx2.Response, wanted: _Wanted, part: Part) -> Source:
    """Make ``part`` end where the body of ``answer`` begins."""
    if answer.status_code == 200:
        source = _source(answer, wanted.url)
        _check_size(source.total_bytes or 0, wanted)
        await part.begin(source)
        return source
    if answer.status_code != 206:
        raise BadAnswer(answer.status_code)
    found = _CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    old, new = part.source, _source(answer, wanted.url)
    if old is None or found is None or int(found[1]) != part.size_bytes or _differ(old, new):
        raise await _changed(part)
    total_bytes = None if found[2] == "*" else int(found[2])
    _check_size(total_bytes or 0, wanted)
    if old.total_bytes is None:
        old = replace(old, total_bytes=total_bytes)
        await part.note(old)
    elif total_bytes not in {None, old.total_bytes}:
        raise await _changed(part)
    return old


async def _settle(answer: httpx2.Response, url: str, part: Part) -> Source:
    """There is nothing after what we have: that is the end, or another file by now."""
    found = _UNSATISFIED.fullmatch(answer.headers.get("Content-Range", ""))
    source = part.source
    at_end = found is not None and int(found[1]) == part.size_bytes
    if source is None or not at_end or _differ(source, _source(answer, url)):
        raise await _changed(part)
    return source


async def _receive(
    answer: httpx2.Response, wanted: _Wanted, part: Part, total_bytes: int | None
) -> None:
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise BadAnswer(answer.status_code, "The server sends the file in an unusable encoding")
    async for chunk in answer.aiter_raw():
        _check_size(part.size_bytes + len(chunk), wanted)
        await part.write(chunk)
        wanted.on_progress(part.size_bytes, total_bytes)
    if total_bytes is None or part.size_bytes == total_bytes:
        return
    if part.size_bytes > total_bytes:
        raise await _changed(part)
    raise Interrupted(f"The server sent {part.size_bytes} of {total_bytes} bytes")


async def _changed(part: Part) -> Interrupted:
    await part.begin(None)
    return Interrupted("The file changed on the server while it was fetched")


def _check_size(size_bytes: int, wanted: _Wanted) -> None:
    if size_bytes > wanted.limit_bytes:
        raise TooLarge(limit_bytes=wanted.limit_bytes)


def _source(answer: httpx2.Response, url: str) -> Source:
    headers = answer.headers
    length = headers.get("Content-Length") if answer.status_code == 200 else None
    return Source(
        url=url,
        final_url=str(answer.url),
        filename=filename_of(str(answer.url), headers.get("Content-Disposition")),
        content_type=headers.get("Content-Type"),
        total_bytes=None if length is None else int(length),
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
    )


def _differ(old: Source, new: Source) -> bool:
    """Whether both say which version they are, and not the same."""
    return any(
        before is not None and now is not None and before != now
        for before, now in ((old.etag, new.etag), (old.last_modified, new.last_modified))
    )
