"""What one user has on a PeerTube server, or on one that speaks its API."""

from collections.abc import Collection, Sequence
from urllib.parse import quote, urlsplit

from vitascope.base.errors import NotFound
from vitascope.migration.model import (
    CannotCopy,
    Described,
    Listed,
    RemoteCaption,
    RemoteFile,
)
from vitascope.migration.peertube_shapes import (
    CaptionsIn,
    ChaptersIn,
    ListedIn,
    MeIn,
    PageIn,
    PasswordsIn,
    SourceIn,
    VideoIn,
)
from vitascope.migration.peertube_video import (
    PASSWORD_PROTECTED,
    best_files,
    new_channel,
    remarks_on,
    video_fields,
)
from vitascope.migration.remote import Remote

_API = "/api/v1"
_PAGE = 100


def token_headers(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


class PeertubeLibrary:
    """The videos of the user whose token the requests carry; ``channels`` names those wanted,
    and all of them are when it is empty.
    """

    def __init__(self, remote: Remote, *, channels: Collection[str] = ()) -> None:
        self._remote = remote
        self._channels = set(channels)

    @property
    def server(self) -> str:
        return self._remote.origin

    async def list_folders(self) -> Sequence[tuple[str, ...]]:
        """PeerTube has none."""
        return ()

    async def list_videos(self) -> Sequence[Listed]:
        """Oldest first, so that they come in the same order here.

        Raises:
            NotFound: the user has no channel of a name that is wanted.
        """
        me = await self._remote.get(f"{_API}/users/me", MeIn)
        self._remote.also_called(me.account.host)
        known = {channel.name for channel in me.video_channels}
        for name in sorted(self._channels - known):
            raise NotFound("channel there", name)
        return [
            Listed(ref=video.uuid, title=video.name)
            for video in await self._list_all()
            if not self._channels or video.channel.name in self._channels
        ]

    async def describe(self, listed: Listed) -> Described:
        path = f"{_API}/videos/{quote(listed.ref, safe='')}"
        video = await self._remote.get(path, VideoIn)
        if video.is_live:
            raise CannotCopy("it is a live stream")
        passwords = await self._passwords(path, video)
        files, filename = await self._files(path, video)
        return Described(
            fields=video_fields(video, passwords),
            files=files,
            filename=filename,
            channel=new_channel(video.channel),
            picture=self._picture(video),
            captions=await self._captions(path),
            chapters=await self._chapters(path),
            remarks=remarks_on(video, passwords),
        )

    async def _list_all(self) -> list[ListedIn]:
        found: dict[str, ListedIn] = {}
        start = 0
        while True:
            query = f"start={start}&count={_PAGE}&sort=createdAt"
            page = await self._remote.get(f"{_API}/users/me/videos?{query}", PageIn)
            # Not "fewer than asked for": a server may give fewer at a time than we ask for.
            if not page.data:
                return list(found.values())
            found.update((video.uuid, video) for video in page.data)
            start += len(page.data)

    async def _files(self, path: str, video: VideoIn) -> tuple[tuple[RemoteFile, ...], str]:
        """The file as it was uploaded when the server kept it, else the best it made."""
        source = await self._remote.find(f"{path}/source", SourceIn)
        if source is not None and source.file_download_url:
            kept = self._remote.file(source.file_download_url, size_bytes=source.size)
            return (kept,), source.input_filename or _filename(kept)
        files = tuple(
            self._remote.file(file.url or "", size_bytes=file.size or None)
            for file in best_files(video)
        )
        named = source.input_filename if source is not None else None
        return files, named or _filename(files[0])

    async def _passwords(self, path: str, video: VideoIn) -> list[str]:
        if video.privacy.id != PASSWORD_PROTECTED:
            return []
        found = await self._remote.find(f"{path}/passwords?count={_PAGE}", PasswordsIn)
        return [] if found is None else [each.password for each in found.data]

    async def _captions(self, path: str) -> tuple[RemoteCaption, ...]:
        found = await self._remote.find(f"{path}/captions", CaptionsIn)
        captions = [] if found is None else found.data
        return tuple(
            RemoteCaption(language=str(caption.language.id), file=self._remote.file(address))
            for caption in captions
            if (address := caption.file_url or caption.caption_path)
        )

    async def _chapters(self, path: str) -> tuple[tuple[int, str], ...]:
        found = await self._remote.find(f"{path}/chapters", ChaptersIn)
        chapters = [] if found is None else found.chapters
        return tuple((chapter.timecode * 1000, chapter.title) for chapter in chapters)

    def _picture(self, video: VideoIn) -> RemoteFile | None:
        """The largest."""
        sizes = sorted(video.thumbnails, key=lambda each: each.width, reverse=True)
        addresses = [each.file_url for each in sizes] + [
            video.preview_path,
            video.thumbnail_path,
        ]
        return next((self._remote.file(address) for address in addresses if address), None)


def _filename(file: RemoteFile) -> str:
    return urlsplit(file.url).path.rpartition("/")[2] or "video.mp4"
