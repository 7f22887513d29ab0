"""A video with a caption that somebody wants in another language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import CaptionFormat, NewCaption
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.ask import ask_translation
from vitascope.core.translations.model import Translation
from vitascope.core.videos.model import Video
from vitascope.db import Tx


@dataclass(frozen=True)
class Wish:
    user: User
    video: Video

    @property
    def actor(self) -> Actor:
        return actor_of(self.user)

    def add(self, tx: Tx, language: str, *, now: datetime = NOON, **fields: Any) -> None:
        """Give the video a caption."""
        new = NewCaption(
            language=language,
            label=language,
            format=CaptionFormat.VTT,
            blob_key=f"videos/v/captions/{language}.vtt",
            **fields,
        )
        add_caption(tx, self.actor, self.video.id, new, now=now)

    def ask(self, tx: Tx, target: str = "fr", source: str = "en", **given: Any) -> Translation:
        wanted = {"provider": TranslationProvider.OPENAI, "now": NOON, **given}
        return ask_translation(tx, self.actor, self.video.id, source, target, **wanted)


def make_wish(tx: Tx) -> Wish:
    """The caption is in English."""
    user = make_user(tx)
    wish = Wish(user, make_video(tx, user).video)
    wish.add(tx, "en")
    return wish
