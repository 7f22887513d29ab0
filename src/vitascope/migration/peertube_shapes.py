"""What PeerTube answers, as far as it is read here; anything else may be there too."""

import msgspec

# Absent and null mean the same to those who read them.


class Labelled(msgspec.Struct, frozen=True):
    id: int | str | None = None


class OwnerIn(msgspec.Struct, frozen=True):
    host: str = ""


class ChannelNameIn(msgspec.Struct, frozen=True):
    name: str


class MeIn(msgspec.Struct, frozen=True, rename="camel"):
    account: OwnerIn
    video_channels: list[ChannelNameIn] = []


class ListedIn(msgspec.Struct, frozen=True):
    uuid: str
    name: str
    channel: ChannelNameIn


class PageIn(msgspec.Struct, frozen=True):
    data: list[ListedIn]


class FileIn(msgspec.Struct, frozen=True, rename="camel"):
    """What has sound and picture was not said before version 6.3."""

    resolution: Labelled
    size: int = 0
    file_url: str | None = None
    file_download_url: str | None = None
    has_audio: bool | None = None
    has_video: bool | None = None

    @property
    def url(self) -> str | None:
        return self.file_download_url or self.file_url

    @property
    def lines(self) -> int:
        """Of the picture, 0 for sound alone."""
        return self.resolution.id if isinstance(self.resolution.id, int) else 0


class PlaylistIn(msgspec.Struct, frozen=True):
    files: list[FileIn] = []


class ChannelIn(msgspec.Struct, frozen=True, rename="camel"):
    name: str
    display_name: str
    description: str | None = None
    support: str | None = None


class ThumbnailIn(msgspec.Struct, frozen=True, rename="camel"):
    file_url: str | None = None
    width: int = 0


class VideoIn(msgspec.Struct, frozen=True, rename="camel"):
    uuid: str
    name: str
    channel: ChannelIn
    privacy: Labelled
    state: Labelled = Labelled()
    category: Labelled | None = None
    licence: Labelled | None = None
    language: Labelled | None = None
    description: str | None = None
    support: str | None = None
    nsfw: bool = False
    wait_transcoding: bool = False
    download_enabled: bool = True
    comments_enabled: bool | None = None
    comments_policy: Labelled | None = None
    originally_published_at: str | None = None
    published_at: str | None = None
    tags: list[str] = []
    is_live: bool = False
    files: list[FileIn] = []
    streaming_playlists: list[PlaylistIn] = []
    preview_path: str | None = None
    thumbnail_path: str | None = None
    thumbnails: list[ThumbnailIn] = []
    scheduled_update: dict[str, object] | None = None


class SourceIn(msgspec.Struct, frozen=True, rename="camel"):
    file_download_url: str | None = None
    input_filename: str | None = None
    size: int | None = None


class CaptionIn(msgspec.Struct, frozen=True, rename="camel"):
    language: Labelled
    caption_path: str | None = None
    file_url: str | None = None


class CaptionsIn(msgspec.Struct, frozen=True):
    data: list[CaptionIn]


class ChapterIn(msgspec.Struct, frozen=True):
    timecode: int
    title: str


class ChaptersIn(msgspec.Struct, frozen=True):
    chapters: list[ChapterIn]


class PasswordIn(msgspec.Struct, frozen=True):
    password: str


class PasswordsIn(msgspec.Struct, frozen=True):
    data: list[PasswordIn]
