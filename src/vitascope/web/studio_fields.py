"""What people say about a video: what they may choose from, and what they chose."""

from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from vitascope.base.errors import Invalid
from vitascope.base.ids import LARGEST_ROW_ID, ChannelId, FolderId, PresetId
from vitascope.core.accounts.model import User
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.presets.queries import list_presets
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx
from vitascope.media.languages import language_name
from vitascope.web.forms import Fields

PRIVACIES = {
    Privacy.PUBLIC: "Public: everybody can find it",
    Privacy.UNLISTED: "Unlisted: for those who have the link",
    Privacy.INTERNAL: "Internal: for those who are logged in here",
    Privacy.PRIVATE: "Private: only for you",
}
# The core's own choice for those who say nothing.
USUAL_PRIVACY = Privacy.UNLISTED
_MOST_CHANNELS = 100
_CHOOSE = "Choose who may watch it"
_LONGEST_TITLE = 255
_LANGUAGES = (
    "ar bg bn ca cs da de el en eo es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv ms nb "
    "nl pl pt ro ru sk sl sq sr sv ta th tr uk ur vi zh"
)


class FieldsIn(Struct, forbid_unknown_fields=True):
    """Those that are given change; the others stay."""

    title: str | UnsetType = UNSET
    description: str | UnsetType | None = UNSET
    tags: list[str] | UnsetType = UNSET
    channel_id: int | UnsetType = UNSET
    privacy: Privacy | UnsetType = UNSET
    language: str | UnsetType | None = UNSET
    preset_id: Annotated[int, Meta(ge=1, le=LARGEST_ROW_ID)] | UnsetType | None = UNSET
    allowed_domains: list[str] | UnsetType = UNSET


class Choice(Struct, frozen=True):
    value: str
    label: str


def video_fields(given: FieldsIn) -> VideoFields:
    """Raises Invalid for a kind of privacy that this page does not offer."""
    privacy = given.privacy if given.privacy is UNSET else offered_privacy(given.privacy)
    tags = given.tags if given.tags is UNSET else tuple(map(_plain, given.tags))
    return VideoFields(
        title=given.title if given.title is UNSET else _plain(given.title),
        description=_text(given.description),
        tags=tags,
        channel_id=UNSET if given.channel_id is UNSET else ChannelId(given.channel_id),
        privacy=privacy,
        language=_text(given.language),
        preset_id=_preset(given.preset_id),
        allowed_domains=given.allowed_domains,
    )


def offered_privacy(kind: Privacy) -> Privacy:
    """Raises Invalid for a kind of privacy that these pages do not offer."""
    if kind not in PRIVACIES:
        raise Invalid("privacy", _CHOOSE)
    return kind


def typed_fields(fields: Fields, *, title: str | UnsetType) -> VideoFields:
    """From a plain form; ``title`` is for those who typed none.

    Raises:
        Invalid: a kind of privacy that this page does not offer.
    """
    channel_id, folder_id = fields.number("channel"), fields.number("folder")
    # Forms end lines as mails do.
    description = fields.text("description").replace("\r\n", "\n")
    return VideoFields(
        title=fields.text("title") or title,
        description=description or UNSET,
        channel_id=UNSET if channel_id is None else ChannelId(channel_id),
        privacy=_privacy(fields.text("privacy")),
        folder_id=UNSET if folder_id is None else FolderId(min(folder_id, LARGEST_ROW_ID)),
    )


def title_of(filename: str) -> str:
    """A file's name without its ending, for videos that nobody named."""
    plain = _plain(filename)
    return (PurePath(plain).stem or plain or "Video")[:_LONGEST_TITLE]


def list_channel_choices(tx: Tx, user: User) -> list[Choice]:
    """The user's channels; videos go to the first unless another one is chosen."""
    page = list_account_channels(tx, user.account.id, count=_MOST_CHANNELS)
    return [Choice(str(channel.id), channel.display_name) for channel in page.items]


def list_preset_choices(tx: Tx, user: User) -> list[Choice]:
    """The user's player presets."""
    return [Choice(str(preset.id), preset.name) for preset in list_presets(tx, user.id)]


def list_privacy_choices() -> list[Choice]:
    return [Choice(kind.value, label) for kind, label in PRIVACIES.items()]


@cache
def list_language_choices() -> Sequence[Choice]:
    """Those that many people speak or film in, by name."""
    named = [Choice(code, language_name(code)) for code in _LANGUAGES.split()]
    return sorted(named, key=lambda choice: choice.label)


def _preset(given: int | UnsetType | None) -> PresetId | UnsetType | None:
    return PresetId(given) if isinstance(given, int) else given


def _privacy(text: str) -> Privacy:
    try:
        kind = Privacy(text or USUAL_PRIVACY)
    except ValueError:
        raise Invalid("privacy", _CHOOSE) from None
    return offered_privacy(kind)


def _text(given: str | UnsetType | None) -> str | UnsetType | None:
    return given if given is UNSET or given is None else _plain(given) or None


def _plain(text: str) -> str:
    """Without what PostgreSQL refuses to keep."""
    return text.replace("\0", "").strip()
