"""What one user has on a VideoCMS server."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.migration.model import CannotCopy, Described, Listed, RemoteFile
from vitascope.migration.remote import Remote

_MEDIA = "/videos/qualitys"
_COOKIE = "vc_media"
# What stands in an address is ours to make, whatever the server answers.
_QUALITY = re.compile(r"\d{3,4}p|h264")

Uuid = Annotated[str, Meta(pattern=r"\A[0-9a-fA-F-]{36}\Z")]


class FolderIn(msgspec.Struct, frozen=True):
    number: int = msgspec.field(name="ID")
    name: str = msgspec.field(name="Name")


class TagIn(msgspec.Struct, frozen=True):
    name: str = msgspec.field(name="Name")


class LinkIn(msgspec.Struct, frozen=True):
    number: int = msgspec.field(name="ID")
    uuid: Uuid = msgspec.field(name="UUID")
    name: str = msgspec.field(name="Name")


class QualityIn(msgspec.Struct, frozen=True, rename="pascal"):
    name: str
    ready: bool = False
    height: int = 0
    width: int = 0
    size: int = 0


class DetailIn(msgspec.Struct, frozen=True, rename="pascal"):
    name: str
    thumbnail: str | None = None
    custom_thumbnail: bool = False
    qualitys: list[QualityIn] | None = None
    tags: list[TagIn] | None = None


class ConfigIn(msgspec.Struct, frozen=True, rename="pascal"):
    download_enabled: bool = True
    folder_video_qualitys: str = _MEDIA


# An empty list may come as null.
_FOLDERS: Any = list[FolderIn] | None
_LINKS: Any = list[LinkIn] | None


def key_headers(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


class VideocmsLibrary:
    """The links of the user whose key the requests carry, and the folders they lie in.

    The server hands out no original: what is copied is its best quality, as Matroska with
    every sound track and subtitle.
    """

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._media = _MEDIA
        self._paths: dict[int, tuple[str, ...]] = {}
        self._places: dict[str, tuple[int, tuple[str, ...]]] = {}

    @property
    def server(self) -> str:
        return self._remote.origin

    async def list_folders(self) -> Sequence[tuple[str, ...]]:
        return [path for path in (await self._folders()).values() if path]

    async def list_videos(self) -> Sequence[Listed]:
        """Folder by folder.

        Raises:
            CannotCopy: the server lets nobody download anything.
        """
        config = await self._remote.get("/api/config", ConfigIn)
        if not config.download_enabled:
            raise CannotCopy("The server does not allow downloads (DownloadEnabled)")
        self._media = "/" + config.folder_video_qualitys.strip("/")
        listed = []
        for folder, path in (await self._folders()).items():
            for link in await self._remote.get(f"/api/files?{_within(folder)}", _LINKS) or []:
                self._places[link.uuid] = link.number, path
                listed.append(Listed(ref=link.uuid, title=link.name))
        return listed

    async def describe(self, listed: Listed) -> Described:
        number, folder = self._places[listed.ref]
        detail = await self._remote.get(f"/api/file?LinkID={number}", DetailIn)
        quality = _best(detail.qualitys or [])
        return Described(
            fields=VideoFields(
                title=detail.name,
                # Whoever has the address of a player may watch, and nothing lists it.
                privacy=Privacy.UNLISTED,
                tags=[tag.name for tag in detail.tags or []],
            ),
            files=(await self._file(listed.ref, quality),),
            filename=detail.name,
            folder=folder,
            picture=self._picture(detail),
        )

    async def _folders(self) -> dict[int, tuple[str, ...]]:
        """Paths of all folders by their numbers; 0 is the top."""
        if self._paths:
            return self._paths
        found: dict[int, tuple[str, ...]] = {0: ()}
        waiting = [0]
        while waiting:
            parent = waiting.pop(0)
            folders = await self._remote.get(f"/api/folders?{_within(parent)}", _FOLDERS)
            for folder in folders or []:
                if folder.number not in found:
                    found[folder.number] = (*found[parent], folder.name)
                    waiting.append(folder.number)
        self._paths = found
        return found

    async def _file(self, ref: str, quality: QualityIn) -> RemoteFile:
        """The player's page hands out the cookie that opens the files of its video."""
        cookie = await self._remote.get_cookie(f"/v/{ref}", _COOKIE)
        if cookie is None:
            raise CannotCopy("its player hands out no key to its files (a captcha may be on)")
        address = f"{self._media}/{ref}/{quality.name}/download/video.mkv"
        return self._remote.file(address, headers={"Cookie": f"{_COOKIE}={cookie}"})

    def _picture(self, detail: DetailIn) -> RemoteFile | None:
        """Only one that was chosen; others are contact sheets."""
        if not detail.custom_thumbnail or not detail.thumbnail:
            return None
        return replace(self._remote.file(detail.thumbnail), headers={})


def _within(folder: int) -> str:
    return f"ParentFolderID={folder}"


def _best(qualities: Sequence[QualityIn]) -> QualityIn:
    """
    Raises:
        CannotCopy: none is ready.
    """
    ready = [each for each in qualities if each.ready and _QUALITY.fullmatch(each.name)]
    if not ready:
        raise CannotCopy("none of its qualities is ready")
    return max(ready, key=lambda each: (each.height * each.width, each.size))
