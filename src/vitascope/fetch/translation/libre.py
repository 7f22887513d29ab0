"""Servers that speak LibreTranslate's API."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import httpx2

from vitascope.fetch.errors import BadAnswer
from vitascope.fetch.translation.asking import ask_json
from vitascope.fetch.translation.codes import UNKNOWN, code_among
from vitascope.fetch.translation.model import Pair, TranslationRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class LibreTranslator:
    """``source`` and ``target`` are languages as the server calls them."""

    client: httpx2.AsyncClient
    url: str
    key: str
    source: str
    target: str

    # Public servers take 2000 characters at once.
    most_texts: int = 25
    most_characters: int = 1800

    @classmethod
    async def open(cls, client: httpx2.AsyncClient, url: str, key: str, pair: Pair) -> Self:
        """Ask the server at ``url`` whether it knows both languages.

        Raises:
            TranslationRefused: it does not.
            FetchError: there is no such server.
        """
        base = url.rstrip("/").removesuffix("/translate")
        offered = _offered(await ask_json(client, "GET", f"{base}/languages"))
        source = "auto" if pair.source == UNKNOWN else code_among(offered, pair.source)
        target = code_among(
            offered if source is None else offered.get(source, offered), pair.target
        )
        missing = pair.source if source is None else pair.target
        if source is None or target is None:
            raise TranslationRefused(
                f"The translator does not know the language {missing}, or not for this pair",
                permanent=True,
            )
        return cls(
            client=client, url=f"{base}/translate", key=key, source=source, target=target
        )

    async def translate(self, texts: Sequence[str]) -> list[str]:
        document = {
            "q": list(texts),
            "source": self.source,
            "target": self.target,
            "format": "text",
            **({"api_key": self.key} if self.key else {}),
        }
        answer = await ask_json(self.client, "POST", self.url, document, key=self.key)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if (
            not isinstance(found, list)
            or len(found) != len(texts)
            or not all(isinstance(each, str) for each in found)
        ):
            raise BadAnswer(502, "The translator did not answer with what it was sent")
        return found


def _offered(answer: object) -> dict[str, list[str]]:
    """The languages, each with those that it is translated into."""
    if not isinstance(answer, list):
        raise BadAnswer(502, "The translator did not say which languages it knows")
    codes = [str(each["code"]) for each in answer if isinstance(each, dict) and "code" in each]
    return {
        str(each["code"]): [str(code) for code in each.get("targets") or codes]
        for each in answer
        if isinstance(each, dict) and "code" in each
    }
