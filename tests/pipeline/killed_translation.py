"""Translates a caption in a process that a test kills. Run with ``python -m``: the database's
address, the folder and the number of the translation.
"""

import asyncio
import sys
from pathlib import Path

from tests.conftest import SECRET
from tests.factories import NOON

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Settings, TranslationProvider
from vitascope.core.translations.events import CaptionTranslationAsked
from vitascope.db import Database
from vitascope.media.encoders import DEFAULT_ENCODER
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.translate import translate_caption
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import StorageOptions, open_store
from vitascope.storage.scratch import Scratch


def main(address: str, folder: Path, translator: str, number: int) -> None:
    db = Database(address, secret=SECRET)
    settings = Settings(
        translation_provider=TranslationProvider.OPENAI,
        translation_url=translator,
        translation_key="a-key",
        translation_model="small",
    )
    shop = Workshop(
        db=db,
        store=open_store(StorageOptions(url=f"file:{folder / 'media'}")),
        tools=Tools.find(None),
        scratch=Scratch(folder / "scratch"),
        settings=LiveSettings(db, settings),
        encoder=DEFAULT_ENCODER,
        serves_growing=True,
        cancel=lambda _step, _key: 0,
        now=lambda: NOON,
    )
    asyncio.run(translate_caption(shop, CaptionTranslationAsked(translation_id=number)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
