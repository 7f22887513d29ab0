"""Opening whoever the settings name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from vitascope.fetch.client import open_client
from vitascope.fetch.guard import Guard
from vitascope.fetch.translation.argos import ArgosTranslator
from vitascope.fetch.translation.chat import ChatTranslator
from vitascope.fetch.translation.libre import LibreTranslator
from vitascope.fetch.translation.model import Pair, TranslationRefused, Translator

_TIMEOUT_S = 300.0
# An administrator names the address, and translators run beside the server.
_ANYWHERE = ("0.0.0.0/0", "::/0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """``provider`` is ``libretranslate``, ``openai`` or ``argos``."""

    provider: str
    url: str = ""
    key: str = ""
    model: str = ""


@asynccontextmanager
async def open_translator(named: Named, pair: Pair) -> AsyncIterator[Translator]:
    """Whoever is named, for one pair of languages.

    Raises:
        TranslationRefused: nobody of this name is known, or they do not know the languages.
        FetchError: they cannot be reached.
    """
    if named.provider == "argos":
        yield ArgosTranslator(pair)
        return
    async with open_client(Guard(_ANYWHERE), timeout_s=_TIMEOUT_S) as client:
        if named.provider == "libretranslate":
            yield await LibreTranslator.open(client, named.url, named.key, pair)
        elif named.provider == "openai":
            yield ChatTranslator(
                client=client, url=named.url, key=named.key, model=named.model, pair=pair
            )
        else:
            raise TranslationRefused(f"Nobody here is called {named.provider}", permanent=True)
