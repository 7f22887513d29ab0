"""What the fields of a video may hold, whatever dialect they came through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Invalid
from vitascope.base.ids import ChannelId, FolderId, PresetId
from vitascope.core.videos.domains import check_domains
from vitascope.core.videos.model import CommentsPolicy, Privacy

_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_LANGUAGE = 255, 10_000, 10
_SHORTEST_PASSWORD, _LONGEST_PASSWORD = 2, 99


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFields:
    """Fields to set; those left UNSET stay as they are."""

    title: str | UnsetType = UNSET
    channel_id: ChannelId | UnsetType = UNSET
    description: str | UnsetType | None = UNSET
    support: str | UnsetType | None = UNSET
    privacy: Privacy | UnsetType = UNSET
    category: int | UnsetType | None = UNSET
    licence: int | UnsetType | None = UNSET
    language: str | UnsetType | None = UNSET
    is_nsfw: bool | UnsetType = UNSET
    waits_for_ready: bool | UnsetType = UNSET
    downloads_allowed: bool | UnsetType = UNSET
    comments_policy: CommentsPolicy | UnsetType = UNSET
    originally_published_at: datetime | UnsetType | None = UNSET
    poster_key: str | UnsetType | None = UNSET
    folder_id: FolderId | UnsetType | None = UNSET
    allowed_domains: Sequence[str] | UnsetType = UNSET
    preset_id: PresetId | UnsetType | None = UNSET
    tags: Sequence[str] | UnsetType = UNSET
    passwords: Sequence[str] | UnsetType = UNSET

    def columns(self) -> dict[str, Any]:
        """Those set that a video keeps itself; tags and passwords are kept beside it."""
        beside = {"tags", "passwords"}
        names = [name for name in self.__slots__ if name not in beside]
        given = {name: getattr(self, name) for name in names}
        return {name: value for name, value in given.items() if value is not UNSET}


def kept_columns(fields: VideoFields) -> dict[str, Any]:
    """What of the fields that are set a video keeps itself, as it is kept. They are good."""
    given = fields.columns()
    if fields.allowed_domains is not UNSET:
        given["allowed_domains"] = check_domains(fields.allowed_domains)
    return given


def check_fields(fields: VideoFields) -> None:
    """Raises Invalid when a field that is set breaks a rule."""
    given = fields.columns()
    if "title" in given and not 1 <= len(given["title"].strip()) <= _LONGEST_TITLE:
        raise Invalid("title", f"A title has 1 to {_LONGEST_TITLE} characters")
    _check_length(given, "description", _LONGEST_TEXT)
    _check_length(given, "support", _LONGEST_TEXT)
    _check_length(given, "language", _LONGEST_LANGUAGE)
    if fields.allowed_domains is not UNSET:
        check_domains(fields.allowed_domains)
    if fields.passwords is not UNSET:
        _check_passwords(fields.passwords)


def _check_length(given: Mapping[str, Any], field: str, longest: int) -> None:
    text = given.get(field)
    if text is not None and len(text) > longest:
        raise Invalid(field, f"At most {longest} characters")


def _check_passwords(passwords: Sequence[str]) -> None:
    if not passwords or len(set(passwords)) != len(passwords):
        raise Invalid("passwords", "Give at least one password, and each only once")
    for password in passwords:
        if not _SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
            raise Invalid(
                "passwords",
                f"A password has {_SHORTEST_PASSWORD} to {_LONGEST_PASSWORD} characters",
            )
