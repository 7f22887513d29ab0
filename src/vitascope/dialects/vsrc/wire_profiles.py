"""Encoding profiles, both ways. Heights are the shorter side in pixels, rates bit/s."""

import re
from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vitascope.core.profiles.model import NewProfile, Profile, ProfileRung, Recipe
from vitascope.core.profiles.rules import faults_of
from vitascope.core.settings.model import Settings
from vitascope.dialects.vsrc.documents import Document
from vitascope.dialects.vsrc.input import Problem, Rejected
from vitascope.dialects.vsrc.profiles import SERVER_PROFILE, number_of
from vitascope.media.ladder import usual_audio_bps
from vitascope.media.packager import SEGMENT_S
from vitascope.media.plan import MOST_FPS

_CODEC = "h264"
_WORDS = {
    "rungs": "renditions",
    "video_bps": "videoBitrate",
    "audio_bps": "audioBitrate",
    "most_fps": "renditions[0].maxFps",
}
_PRODUCT_WORD = re.compile("|".join(_WORDS))


class Rendition(Struct, rename="camel", kw_only=True):
    """``crf`` is the constant quality, null for the encoder's own."""

    height: int
    video_bitrate: int
    audio_bitrate: int = 128_000
    codec: str = _CODEC
    crf: int | None = None
    max_fps: int = MOST_FPS

    @property
    def rung(self) -> ProfileRung:
        return ProfileRung(
            height=self.height,
            video_bps=self.video_bitrate,
            audio_bps=self.audio_bitrate,
            crf=self.crf,
        )


class ProfileOut(Struct, rename="camel", kw_only=True):
    """``isDefault`` is true for the one that counts when an upload names none."""

    id: int
    name: str
    is_default: bool
    renditions: list[Rendition]
    segment_seconds: int = SEGMENT_S

    @classmethod
    def of(cls, profile: Profile) -> Self:
        return cls(
            id=number_of(profile.id),
            name=profile.name,
            is_default=profile.is_default,
            renditions=_renditions(profile.recipe),
        )


class ProfileRemovedOut(Struct):
    id: int


def server_profile(settings: Settings, own: Sequence[Profile]) -> ProfileOut:
    """The sizes that the server makes; the default of a user without one of their ``own``."""
    rungs = [
        ProfileRung(
            height=rung.height,
            video_bps=rung.max_bps,
            audio_bps=usual_audio_bps(rung.height),
            crf=rung.crf,
        )
        for rung in sorted(settings.ladder, key=lambda rung: rung.height, reverse=True)
        if rung.is_on
    ]
    return ProfileOut(
        id=SERVER_PROFILE,
        name="default",
        is_default=not any(profile.is_default for profile in own),
        renditions=_renditions(Recipe(rungs=tuple(rungs), most_fps=settings.most_fps)),
    )


def read_profile(given: Document) -> NewProfile:
    """Raises Rejected when a field is of another kind, or breaks a rule."""
    renditions = given.value(
        "renditions", list[Rendition], "a list of {height, videoBitrate, …}", default=[]
    )
    if len({each.max_fps for each in renditions}) > 1:
        given.refuse("renditions", "maxFps is the same for all renditions")
    if any(each.codec != _CODEC for each in renditions):
        given.refuse("renditions", f"codec must be {_CODEC}")
    seconds = given.value("segmentSeconds", float, "a number", default=SEGMENT_S)
    if seconds != SEGMENT_S:
        given.refuse("segmentSeconds", f"segmentSeconds is {SEGMENT_S} on this server")
    new = NewProfile(
        name=given.value("name", str, "a text", default=""),
        is_default=given.value("isDefault", bool, "true or false", default=False),
        recipe=Recipe(
            rungs=tuple(each.rung for each in renditions),
            most_fps=renditions[0].max_fps if renditions else MOST_FPS,
        ),
    )
    given.check()
    if faults := faults_of(new):
        raise Rejected([Problem(_wire_word(name), words) for name, words in faults.items()])
    return new


def _renditions(recipe: Recipe) -> list[Rendition]:
    return [
        Rendition(
            height=rung.height,
            video_bitrate=rung.video_bps,
            audio_bitrate=rung.audio_bps,
            crf=rung.crf,
            max_fps=recipe.most_fps,
        )
        for rung in recipe.rungs
    ]


def _wire_word(name: str) -> str:
    return _PRODUCT_WORD.sub(lambda found: _WORDS[found.group()], name)
