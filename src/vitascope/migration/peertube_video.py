"""A video of PeerTube in our words."""

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import UNSET, UnsetType

from vitascope.core.channels.make import NewChannel
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import CommentsPolicy, Privacy
from vitascope.migration.model import CannotCopy
from vitascope.migration.peertube_shapes import ChannelIn, FileIn, Labelled, VideoIn

PASSWORD_PROTECTED = 5
_PRIVACIES = {
    1: Privacy.PUBLIC,
    2: Privacy.UNLISTED,
    3: Privacy.PRIVATE,
    4: Privacy.INTERNAL,
    PASSWORD_PROTECTED: Privacy.PASSWORD,
}
_LONGEST_LANGUAGE = 10
_SHORTEST_TEXT, _LONGEST_TEXT, _LONGEST_NAME = 3, 1000, 120


def video_fields(video: VideoIn, passwords: Sequence[str]) -> VideoFields:
    """What the video says about itself.

    One that nobody would open any more, and one with a privacy we do not know, is private.
    """
    privacy = privacy_of(video, passwords)
    return VideoFields(
        title=video.name,
        description=video.description or None,
        support=video.support or None,
        privacy=privacy,
        category=_number(video.category),
        licence=_number(video.licence),
        language=_language(video.language),
        is_nsfw=video.nsfw,
        waits_for_ready=video.wait_transcoding,
        downloads_allowed=video.download_enabled,
        comments_policy=_comments_policy(video),
        # It is published here when it is copied; this is the day that people know.
        originally_published_at=_moment(video.originally_published_at or video.published_at),
        tags=video.tags,
        passwords=list(dict.fromkeys(passwords)) if privacy is Privacy.PASSWORD else UNSET,
    )


def privacy_of(video: VideoIn, passwords: Sequence[str]) -> Privacy:
    number = _number(video.privacy)
    if number == PASSWORD_PROTECTED and not passwords:
        return Privacy.PRIVATE
    return _PRIVACIES.get(number or 0, Privacy.PRIVATE)


def remarks_on(video: VideoIn, passwords: Sequence[str]) -> tuple[str, ...]:
    """What the owner may want to change after the copy."""
    remarks = []
    number = _number(video.privacy)
    if number == PASSWORD_PROTECTED and not passwords:
        remarks.append("it is private here, since the server does not tell its passwords")
    elif number not in _PRIVACIES:
        remarks.append("it is private here, since its privacy is unknown")
    if video.scheduled_update is not None:
        remarks.append("it was to be published at a given time, and is not here")
    return tuple(remarks)


def new_channel(channel: ChannelIn) -> NewChannel:
    return NewChannel(
        name=channel.name.lower(),
        display_name=(channel.display_name.strip() or channel.name)[:_LONGEST_NAME],
        description=_text(channel.description),
        support=_text(channel.support),
    )


def best_files(video: VideoIn) -> tuple[FileIn, ...]:
    """The file with most lines; when its sound is apart, that file too.

    Raises:
        CannotCopy: there is none.
    """
    apart = [file for playlist in video.streaming_playlists for file in playlist.files]
    files = [file for file in (*video.files, *apart) if file.url]
    pictures = [file for file in files if file.has_video is not False and file.lines]
    sounds = [file for file in files if file.has_video is False or not file.lines]
    if not files:
        raise CannotCopy("the server has no file of it to download")
    if not pictures:
        return (max(sounds, key=lambda file: file.size),)
    # Of two alike the one that needs no putting together, then the one with more in it.
    best = max(pictures, key=lambda file: (file.lines, file.has_audio is not False, file.size))
    if best.has_audio is False and sounds:
        return best, max(sounds, key=lambda file: file.size)
    return (best,)


def _comments_policy(video: VideoIn) -> CommentsPolicy | UnsetType:
    number = _number(video.comments_policy)
    if number in {policy.value for policy in CommentsPolicy}:
        return CommentsPolicy(number)
    if video.comments_enabled is None:
        return UNSET
    return CommentsPolicy.ENABLED if video.comments_enabled else CommentsPolicy.DISABLED


def _number(label: Labelled | None) -> int | None:
    return label.id if label is not None and isinstance(label.id, int) else None


def _language(label: Labelled | None) -> str | None:
    if label is None or not isinstance(label.id, str) or len(label.id) > _LONGEST_LANGUAGE:
        return None
    return label.id or None


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _text(text: str | None) -> str | None:
    """A text as long as ours may be; None for one too short."""
    cut = (text or "").strip()[:_LONGEST_TEXT]
    return cut if len(cut) >= _SHORTEST_TEXT else None
