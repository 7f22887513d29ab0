"""A VideoCMS server with one user, as its API is documented."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.migration.remotes import Answer, Asked, FakeServer, as_json

KEY = "ak_" + "1" * 64
COOKIE = "header.claims.signature"
_NO_KEY = Answer(b"No JWT Token", 403)


def uuid_of(number: int) -> str:
    return f"10000000-0000-4000-8000-{number:012}"


def quality(name: str = "720p", **changes: Any) -> dict[str, Any]:
    height = int(name[:-1])
    given = {
        "Name": name,
        "Type": "hls",
        "Height": height,
        "Width": height * 16 // 9,
        "AvgFrameRate": 30,
        "Ready": True,
        "Failed": False,
        "Progress": 100,
        "Size": 1000,
    }
    return {**given, **changes}


class FakeVideocms(FakeServer):
    """Folders are numbers with a name and a parent; links lie in them."""

    def __init__(self, folders: dict[int, tuple[str, int]] | None = None) -> None:
        super().__init__()
        self.folders = folders or {}
        self.links: dict[int, dict[str, Any]] = {}
        self.config = {"DownloadEnabled": True, "FolderVideoQualitys": "/videos/qualitys"}
        self.routes |= {
            "/api/config": lambda _: as_json(self.config),
            "/api/folders": self._folders,
            "/api/files": self._files,
            "/api/file": self._file,
        }

    def put_link(self, number: int, name: str, *, folder: int = 0, **changes: Any) -> None:
        """A link with its player page, which hands out the cookie."""
        given = {
            "ID": number,
            "UUID": uuid_of(number),
            "Name": name,
            "ParentFolderID": folder,
            "Thumbnail": f"/videos/qualitys/{uuid_of(number)}/image/thumb/4x4.webp",
            "CustomThumbnail": False,
            "Qualitys": [quality("360p"), quality("720p")],
            "Subtitles": [],
            "Audios": [],
            "Tags": [],
        }
        self.links[number] = {**given, **changes}
        set_cookie = f"vc_media={COOKIE}{number}; Path=/videos/qualitys/x; HttpOnly"
        self.routes[f"/v/{uuid_of(number)}"] = Answer(
            b"<html>", 200, (("Set-Cookie", set_cookie),)
        )

    def put_file(self, number: int, name: str, body: bytes) -> None:
        """The Matroska of a quality, for whoever has the cookie of its link."""
        path = f"/videos/qualitys/{uuid_of(number)}/{name}/download/video.mkv"
        wanted = f"vc_media={COOKIE}{number}"

        def answering(asked: Asked) -> Answer:
            if asked.headers.get("cookie") != wanted:
                return Answer(b"Missing media token", 401)
            return Answer(body, 200, (("Content-Type", "video/x-matroska"),))

        self.routes[path] = answering

    def _folders(self, asked: Asked) -> Answer:
        parent = _number(asked, "ParentFolderID")
        found = [
            {"ID": number, "Name": name, "ParentFolderID": parent}
            for number, (name, within) in self.folders.items()
            if within == parent
        ]
        return self._for_user(asked, found or None)

    def _files(self, asked: Asked) -> Answer:
        parent = _number(asked, "ParentFolderID")
        wanted = ("ID", "UUID", "Name", "ParentFolderID", "Tags")
        found = [
            {name: link[name] for name in wanted}
            for link in self.links.values()
            if link["ParentFolderID"] == parent
        ]
        return self._for_user(asked, found)

    def _file(self, asked: Asked) -> Answer:
        return self._for_user(asked, self.links[_number(asked, "LinkID")])

    def _for_user(self, asked: Asked, shown: Any) -> Answer:
        is_user = asked.headers.get("authorization") == f"Bearer {KEY}"
        return as_json(shown) if is_user else _NO_KEY


def _number(asked: Asked, name: str) -> int:
    return int(parse_qs(urlsplit(asked.path).query)[name][0])
