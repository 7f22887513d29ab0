"""One video with everything, as ``GET /api/v1/videos/{id}`` shows it."""

import msgspec
from msgspec import UNSET

from vitascope.core.videos.details import VideoDetails
from vitascope.core.videos.model import CommentsPolicy
from vitascope.dialects.peertube.labels import COMMENTS_POLICIES, STATES, Label
from vitascope.dialects.peertube.parts import Site
from vitascope.dialects.peertube.wire import (
    NO_AVATARS,
    AccountOut,
    Avatars,
    ChannelOut,
    VideoOut,
    account_out,
    channel_out,
    stamp,
    video_out,
)
from vitascope.dialects.peertube.wire_files import (
    FileOut,
    PlaylistOut,
    streaming_playlists,
    web_files,
)


class VideoDetailsOut(VideoOut, rename="camel", kw_only=True):
    """There is no tracker, since there are no torrents."""

    support: str | None
    description_path: str
    channel: ChannelOut  # type: ignore[assignment] # whole here, a summary in lists
    account: AccountOut  # type: ignore[assignment] # whole here, a summary in lists
    tags: list[str]
    comments_enabled: bool
    comments_policy: Label
    download_enabled: bool
    wait_transcoding: bool
    state: Label
    input_file_updated_at: str | None
    tracker_urls: tuple[()] = ()
    files: list[FileOut]
    streaming_playlists: list[PlaylistOut]
    blacklisted: bool = False
    blacklisted_reason: str | None = None


def details_out(
    details: VideoDetails, site: Site, avatars: Avatars = NO_AVATARS
) -> VideoDetailsOut:
    video = details.entry.video
    asset = details.asset
    listed = msgspec.structs.asdict(video_out(details.entry, site))
    shown = {
        **{name: value for name, value in listed.items() if value is not UNSET},
        "description": video.description,
        "account": account_out(details.account, site, avatars),
        "channel": channel_out(details.channel, details.account, site, avatars),
    }
    return VideoDetailsOut(
        **shown,
        support=video.support,
        description_path=f"/api/v1/videos/{video.uuid}/description",
        tags=[tag.name for tag in details.tags],
        comments_enabled=video.comments_policy != CommentsPolicy.DISABLED,
        comments_policy=COMMENTS_POLICIES[video.comments_policy],
        download_enabled=video.downloads_allowed,
        wait_transcoding=video.waits_for_ready,
        state=STATES[video.state],
        input_file_updated_at=None if asset is None else stamp(asset.created_at),
        files=web_files(details, site),
        streaming_playlists=streaming_playlists(details, site),
    )
