import gzip
import re
from pathlib import Path

import pytest

from vitascope.base.errors import NotFound
from vitascope.web.assets import STATIC, Assets

_KILO = 1000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chunk").mkdir()
    (tmp_path / "chunk" / "one.js").write_text("const one = 1\n" * 50)
    (tmp_path / "type.woff2").write_bytes(b"letters")
    (tmp_path / "vsrc-player.js").write_text('const assets = "__ASSETS__"')
    return tmp_path


def test_the_build_is_named_by_its_content_alone(folder: Path) -> None:
    first, again = Assets(folder), Assets(folder)
    (folder / "type.woff2").write_bytes(b"other letters")
    changed = Assets(folder)

    assert first.build == again.build
    assert first.build != changed.build
    assert first.base == f"/a/{first.build}"


def test_a_script_is_packed_for_who_can_unpack_it(folder: Path) -> None:
    assets = Assets(folder)

    packed = assets.file("chunk/one.js", {"accept-encoding": "gzip, br"}, build=assets.build)
    plain = assets.file("chunk/one.js", {}, build=assets.build)

    assert gzip.decompress(packed.data) == plain.data
    assert dict(packed.headers) == {
        b"access-control-allow-origin": b"*",
        b"content-encoding": b"gzip",
        b"vary": b"accept-encoding",
    }
    assert packed.cache_control == "public, max-age=31536000, immutable"
    assert packed.etag == f"{plain.etag}-gzip"


def test_a_page_from_before_an_update_gets_the_files_of_now(folder: Path) -> None:
    answer = Assets(folder).file("type.woff2", {}, build="0000000000")

    assert (answer.data, answer.media_type, answer.cache_control) == (
        b"letters",
        "font/woff2",
        "no-cache",
    )


@pytest.mark.parametrize("name", ["none.js", "../assets.py", "", "chunk"])
def test_what_is_not_in_the_build_is_not_found(folder: Path, name: str) -> None:
    assets = Assets(folder)

    with pytest.raises(NotFound):
        assets.file(name, {}, build=assets.build)


def test_the_script_for_other_pages_knows_where_its_files_are(folder: Path) -> None:
    assets = Assets(folder)

    assert assets.vsrc_script().data == f'const assets = "{assets.base}"'.encode()


def test_the_committed_build_keeps_its_budgets() -> None:
    packed = {
        path.relative_to(STATIC).as_posix(): len(gzip.compress(path.read_bytes(), 9))
        for path in STATIC.rglob("*.*")
    }
    before_play = ("watch.js", "chunk/player.js", "chunk/preload-helper.js")
    studio = [name for name in packed if name.startswith("studio/")]
    styles = ("asset/site.css", "asset/page.css")

    assert sum(packed[name] for name in before_play) <= 65 * _KILO
    assert sum(packed[name] for name in (*before_play, "chunk/hls.js")) <= 250 * _KILO
    assert sum(packed[name] for name in styles) <= 8 * _KILO
    assert sum(packed[name] for name in studio) <= 45 * _KILO
    pages = ("studio_upload.js", "studio_imports.js", "studio_library.js")
    assert max(packed[name] for name in pages) <= 30 * _KILO
    assert packed["asset/source-sans-3-latin-wght-normal.woff2"] <= 30 * _KILO


def test_the_committed_build_names_no_other_host() -> None:
    # hls.js names identifiers of DRM schemes and of XML, which nobody ever fetches.
    own = [*STATIC.rglob("*.css"), STATIC / "watch.js", STATIC / "vsrc-player.js"]

    hosts = [path.name for path in own if re.search(rb"https?://\w", path.read_bytes())]

    assert hosts == []
