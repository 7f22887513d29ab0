"""A workshop whose settings name a translator, and captions that somebody wants translated."""

from io import BytesIO
from typing import Any

from tests.factories import NOON, actor_of, make_user, make_video
from tests.settings import changed

from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import CaptionFormat, NewCaption
from vitascope.core.captions.queries import find_added_caption
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.ask import ask_translation
from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.core.translations.model import Translation
from vitascope.core.translations.queries import find_translation
from vitascope.pipeline.workshop import Workshop

SOURCE_KEY = "videos/v/captions/en.vtt"
VTT = """WEBVTT

NOTE for nobody

00:00.000 --> 00:01.000 align:start
<v Bob>Hello <b>there</b>
you

two
00:01.000 --> 00:02.000
♪

00:02.000 --> 00:03.000
Bye &amp; good night
"""
TRANSLATED = (
    VTT.replace("Hello", "HELLO")
    .replace("there", "THERE")
    .replace("\nyou", "\nYOU")
    .replace("Bye &amp; good night", "BYE &amp; GOOD NIGHT")
)


def naming(shop: Workshop, provider: TranslationProvider, url: str) -> Workshop:
    """The same, and the settings name a translator."""
    return changed(
        shop,
        translation_provider=provider,
        translation_url=url,
        translation_key="a-key",
        translation_model="small",
    )


def long_caption(count: int) -> str:
    """As many cues, each with other words."""
    cues = [
        f"{number // 60:02}:{number % 60:02}.000 --> {number // 60:02}:{number % 60:02}.500\n"
        f"Line number {number}\n"
        for number in range(count)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def wish(shop: Workshop, vtt: str = VTT, target: str = "fr", **given: Any) -> Translation:
    """A translation into ``target`` that was asked for."""
    shop.store.put(SOURCE_KEY, BytesIO(vtt.encode()))
    provider = shop.settings.current().translation_provider
    with shop.db.begin() as tx:
        user = make_user(tx)
        video = make_video(tx, user).video
        caption = NewCaption(
            language="en", label="English", format=CaptionFormat.VTT, blob_key=SOURCE_KEY
        )
        add_caption(tx, actor_of(user), video.id, caption, now=NOON)
        return ask_translation(
            tx, actor_of(user), video.id, "en", target, provider=provider, now=NOON, **given
        )


def event_of(translation: Translation) -> CaptionTranslationAsked:
    return CaptionTranslationAsked(translation_id=translation.id)


def now_of(shop: Workshop, translation: Translation) -> Translation:
    """As it is now."""
    with shop.db.read() as tx:
        found = find_translation(tx, translation.id)
    assert found is not None
    return found


def made_of(shop: Workshop, translation: Translation) -> tuple[str, str] | None:
    """The label and the WebVTT of what came of it."""
    with shop.db.read() as tx:
        found = find_added_caption(tx, translation.video_id, translation.target_language)
    if found is None:
        return None
    return found.label, b"".join(shop.store.read(found.blob_key)).decode()
