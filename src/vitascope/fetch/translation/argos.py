"""Argos Translate, where somebody has installed it beside this server."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vitascope.fetch.child import ask_child
from vitascope.fetch.child_lines import Limits
from vitascope.fetch.translation.argos_words import Translate, Translated
from vitascope.fetch.translation.model import Pair

_CHILD = "vitascope.fetch.translation.argos_child"
# Its models are read into memory whole, and some start a second program for sentences.
_LIMITS = Limits(data_bytes=12 * 2**30, cpu_s=6 * 3600, timeout_s=2 * 3600)
# Where its users have put the models, as Argos Translate itself looks for them.
_PLACES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR")


@dataclass(frozen=True, slots=True)
class ArgosTranslator:
    """A child process for each batch: it takes seconds to begin, so batches are large."""

    pair: Pair

    most_texts: int = 2000
    most_characters: int = 100_000

    async def translate(self, texts: Sequence[str]) -> list[str]:
        places = {name: os.environ[name] for name in _PLACES if name in os.environ}
        request = Translate(
            texts=list(texts),
            source=self.pair.source,
            target=self.pair.target,
            environment={"HOME": str(Path.home()), **places},
        )
        answer: Translated = await ask_child(_CHILD, request, answer=Translated, limits=_LIMITS)
        return answer.texts
