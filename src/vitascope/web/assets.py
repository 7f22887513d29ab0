"""The committed build of the front end, served under a name that changes with its content."""

import gzip
import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from vitascope.base.errors import NotFound
from vitascope.http.files import SendBytes

STATIC = Path(__file__).parent / "static"
VSRC_SCRIPT = "vsrc-player.js"

_MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_COMPRESSIBLE = {".js", ".css", ".svg"}
_FOR_EVER = "public, max-age=31536000, immutable"
# Other people's pages load the player and its fonts.
_ANY_ORIGIN = (b"access-control-allow-origin", b"*")


class Assets:
    """All files of ``folder``, about a megabyte, kept in memory and packed once."""

    def __init__(self, folder: Path = STATIC) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        self._packed: dict[str, bytes] = {}

    @cached_property
    def build(self) -> str:
        """Ten characters that name this very content."""
        digest = hashlib.sha256()
        for name, data in self._files.items():
            digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
        return digest.hexdigest()[:10]

    @property
    def base(self) -> str:
        """Where the files are: a path without a slash at the end."""
        return f"/a/{self.build}"

    def file(self, name: str, headers: Mapping[str, str], *, build: str) -> SendBytes:
        """The file ``name`` for a request with ``headers`` (names in lower case).

        A page that was opened before an update asks with the ``build`` of then, and gets
        the files of now, which nobody may keep under that name.

        Raises:
            NotFound: no such file.
        """
        caching = _FOR_EVER if build == self.build else "no-cache"
        return self._answer(name, self._data(name), headers, caching)

    def root_file(self, name: str, headers: Mapping[str, str]) -> SendBytes:
        """A file that has a fixed address at the root.

        Raises:
            NotFound: no such file.
        """
        return self._answer(name, self._data(name), headers, "public, max-age=86400")

    def vsrc_script(self) -> SendBytes:
        """The script that other people's pages load, told where this build's files are."""
        script = self._data(VSRC_SCRIPT).replace(b"__ASSETS__", self.base.encode())
        return self._answer(VSRC_SCRIPT, script, {}, "public, max-age=300")

    def _data(self, name: str) -> bytes:
        try:
            return self._files[name]
        except KeyError:
            raise NotFound("file", name) from None

    def _answer(
        self, name: str, data: bytes, headers: Mapping[str, str], caching: str
    ) -> SendBytes:
        suffix = PurePosixPath(name).suffix
        extra = [_ANY_ORIGIN]
        etag = hashlib.sha256(data).hexdigest()[:16]
        if suffix in _COMPRESSIBLE and "gzip" in headers.get("accept-encoding", ""):
            data = self._pack(name, data)
            etag += "-gzip"
            extra.append((b"content-encoding", b"gzip"))
        if suffix in _COMPRESSIBLE:
            extra.append((b"vary", b"accept-encoding"))
        media_type = _MEDIA_TYPES.get(suffix, "application/octet-stream")
        return SendBytes(
            data, media_type=media_type, etag=etag, cache_control=caching, headers=extra
        )

    def _pack(self, name: str, data: bytes) -> bytes:
        if name not in self._packed:
            self._packed[name] = gzip.compress(data, 9, mtime=0)
        return self._packed[name]
