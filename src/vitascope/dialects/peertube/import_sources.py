"""What is to be imported: an address, a magnet link or a torrent file."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from msgspec import UNSET

from vitascope.core.imports.ask import ImportPolicy, NewImport
from vitascope.core.videos.fields import VideoFields
from vitascope.dialects.peertube.addresses import check_address
from vitascope.dialects.peertube.bodies import TORRENT_FIELD
from vitascope.dialects.peertube.errors import Fault, InvalidFields, WireError
from vitascope.dialects.peertube.values import Values
from vitascope.fetch.errors import Blocked, FetchError, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.torrent import BadTorrent, WrongFiles, parse_magnet, read_torrent
from vitascope.http.multipart import Form
from vitascope.http.threads import on_thread

_URL, _MAGNET = "targetUrl", "magnetUri"
_LONGEST_NAME = 120


async def read_source(
    given: Mapping[str, Any],
    form: Form,
    fields: VideoFields,
    guard: Guard,
    *,
    policy: ImportPolicy,
) -> NewImport:
    """The first of the three that is there. A name is looked up, and nothing connected; what
    ``policy`` does not offer is not looked into at all.

    Raises:
        InvalidFields: none is there, or it is malformed, or its host is unknown.
        WireError: 403, the address leads to where this server does not go; 400, the torrent
            has no file or several.
    """
    if _is_given(given, _URL):
        url = _read_url(given)
        if policy.urls:
            await _check_where(url, guard)
        return NewImport(url=url, fields=fields)
    if _is_given(given, _MAGNET):
        return _read_magnet(str(given[_MAGNET]), fields)
    if TORRENT_FIELD in form.files:
        content = await on_thread(form.files[TORRENT_FIELD].path.read_bytes)
        new = NewImport(torrent=content, fields=fields)
        return await _named(new) if policy.torrents else new
    message = f"Send one of {_URL}, {_MAGNET} and {TORRENT_FIELD}"
    raise InvalidFields({_URL: Fault(msg=message)})


def _is_given(given: Mapping[str, Any], name: str) -> bool:
    return Values(given).raw(name) not in (UNSET, None, "")


def _read_url(given: Mapping[str, Any]) -> str:
    values = Values(given)
    url = str(values.checked(_URL, check_address))
    values.check()
    return url


async def _check_where(url: str, guard: Guard) -> None:
    try:
        address = guard.check_url(url)
        await guard.resolve(address.host, address.port)
    except Blocked as error:
        raise WireError(403, error.message) from error
    except Unreachable as error:
        raise InvalidFields({_URL: Fault(msg=error.message)}) from error


def _read_magnet(link: str, fields: VideoFields) -> NewImport:
    try:
        name = parse_magnet(link).name
    except BadTorrent as error:
        raise InvalidFields({_MAGNET: Fault(msg=error.message)}) from error
    if fields.title is UNSET and name is not None:
        fields = replace(fields, title=name[:_LONGEST_NAME])
    return NewImport(magnet=link, fields=fields)


async def _named(new: NewImport) -> NewImport:
    """The import with the name that its torrent has."""
    try:
        info = await read_torrent(new.torrent or b"")
    except WrongFiles as error:
        raise WireError(400, error.message, code="incorrect_files_in_torrent") from error
    except FetchError as error:
        raise InvalidFields({TORRENT_FIELD: Fault(msg=error.message)}) from error
    return replace(new, torrent_name=info.name)
