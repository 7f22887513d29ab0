"""Shapes of the lists of what is being made. Progress is 0 to 1 here."""

from typing import Self

from msgspec import Struct

from vitascope.core.assets.model import Task
from vitascope.core.videos.model import Encoding
from vitascope.dialects.videocms.wire import go_name

_ALL = 100
_DIGITS = 4


class EncodingOut(Struct, rename=go_name, kw_only=True):
    """``id`` is the link's, ``quality`` the name of the rendition or the audio track."""

    id: int
    name: str
    quality: str
    progress: float

    @classmethod
    def of(cls, encoding: Encoding) -> Self:
        return cls(
            id=encoding.video_id,
            name=encoding.title,
            quality=shown_name(encoding.task),
            progress=_progress(encoding),
        )


class AnyEncodingOut(Struct, kw_only=True):
    """What administrators see of everybody's: the same in lower case, and whose it is."""

    id: int
    name: str
    quality: str
    progress: float
    user_id: int
    username: str

    @classmethod
    def of(cls, encoding: Encoding) -> Self:
        return cls(
            id=encoding.video_id,
            name=encoding.title,
            quality=shown_name(encoding.task),
            progress=_progress(encoding),
            user_id=encoding.user_id,
            username=encoding.username,
        )


def shown_name(task: Task) -> str:
    """What is made; audio tracks have no other name yet than their number."""
    number = task.audio_number
    return task.name if number is None else f"Audio {number + 1}"


def _progress(encoding: Encoding) -> float:
    return round(encoding.task.percent / _ALL, _DIGITS)
