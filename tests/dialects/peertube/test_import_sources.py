from pathlib import Path
from typing import Any

import pytest
from tests.dialects.peertube.importing import MAGNET, URL, torrent

from vitascope.core.imports.ask import ImportPolicy, NewImport
from vitascope.core.videos.fields import VideoFields
from vitascope.dialects.peertube.errors import InvalidFields, WireError
from vitascope.dialects.peertube.import_sources import read_source
from vitascope.fetch.guard import Guard
from vitascope.http.multipart import Form, ReceivedFile

FIELDS = VideoFields(channel_id=1)  # type: ignore[arg-type] # a number will do
EVERYTHING = ImportPolicy(urls=True, sites=True, torrents=True)
NOTHING = ImportPolicy(urls=False, torrents=False)
KNOWN = {
    "films.example": ["93.184.216.34"],
    "inside.example": ["10.0.0.1"],
    "both.example": ["93.184.216.34", "127.0.0.1"],
}


async def resolve(host: str, _: int) -> list[str]:
    return KNOWN.get(host, [])


async def read(given: dict[str, Any], form: Form | None = None, **changes: Any) -> NewImport:
    wanted: dict[str, Any] = {
        "fields": FIELDS,
        "guard": Guard(resolver=resolve),
        "policy": EVERYTHING,
        **changes,
    }
    return await read_source(given, form or Form(), **wanted)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def form_of(folder: Path, content: bytes) -> Form:
    path = folder / "received"
    path.write_bytes(content)
    file = ReceivedFile(
        filename="a.torrent",
        content_type="application/x-bittorrent",
        path=path,
        size_bytes=len(content),
        sha256="",
    )
    return Form(files={"torrentfile": file})


async def test_an_address_is_imported_from() -> None:
    found = await read({"targetUrl": URL, "magnetUri": "null"})

    assert found == NewImport(url=URL, fields=FIELDS)


async def test_a_magnet_link_names_the_video() -> None:
    found = await read({"magnetUri": MAGNET, "targetUrl": None})

    named = VideoFields(channel_id=FIELDS.channel_id, title="A magnetic film")
    assert found == NewImport(magnet=MAGNET, fields=named)


async def test_a_given_name_goes_before_that_of_a_magnet_link() -> None:
    named = VideoFields(channel_id=FIELDS.channel_id, title="My film")

    found = await read({"magnetUri": MAGNET}, fields=named)

    assert found == NewImport(magnet=MAGNET, fields=named)


async def test_a_torrent_file_says_what_it_is_called(folder: Path) -> None:
    content = torrent("clip.mp4")

    found = await read({}, form_of(folder, content))

    assert found == NewImport(torrent=content, torrent_name="clip.mp4", fields=FIELDS)


async def test_a_torrent_of_several_files_has_a_code_of_its_own(folder: Path) -> None:
    with pytest.raises(WireError) as caught:
        await read({}, form_of(folder, torrent("a.mp4", "b.mp4")))

    assert (caught.value.status, caught.value.code) == (400, "incorrect_files_in_torrent")


async def test_other_bytes_are_no_torrent_file(folder: Path) -> None:
    with pytest.raises(InvalidFields) as caught:
        await read({}, form_of(folder, b"no torrent"))

    assert list(caught.value.faults) == ["torrentfile"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "targetUrl"),
        ({"targetUrl": "", "magnetUri": "null"}, "targetUrl"),
        ({"targetUrl": "nonsense"}, "targetUrl"),
        ({"targetUrl": 7}, "targetUrl"),
        ({"targetUrl": "https://unknown.example/"}, "targetUrl"),
        ({"magnetUri": "magnet:?dn=nothing"}, "magnetUri"),
        ({"magnetUri": "https://films.example/"}, "magnetUri"),
    ],
)
async def test_what_names_no_source_is_refused(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidFields) as caught:
        await read(given)

    assert list(caught.value.faults) == [field]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0x7f.1/",
        "http://inside.example/",
        "http://both.example/",
    ],
)
async def test_addresses_inside_are_not_imported_from(url: str) -> None:
    with pytest.raises(WireError) as caught:
        await read({"targetUrl": url})

    assert caught.value.status == 403


async def test_a_network_that_the_operator_allows_may_be_imported_from() -> None:
    guard = Guard(["10.0.0.0/8"], resolver=resolve)

    found = await read({"targetUrl": "http://inside.example/"}, guard=guard)

    assert found == NewImport(url="http://inside.example/", fields=FIELDS)


async def test_nothing_is_looked_into_that_is_not_offered(folder: Path) -> None:
    url = await read({"targetUrl": "http://unknown.example/"}, policy=NOTHING)
    file = await read({}, form_of(folder, b"no torrent"), policy=NOTHING)

    assert url == NewImport(url="http://unknown.example/", fields=FIELDS)
    assert file == NewImport(torrent=b"no torrent", fields=FIELDS)
