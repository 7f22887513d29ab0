"""Translates with Argos Translate, in a process of its own. Run with ``python -m``."""

import importlib
import os
from typing import Any

from vitascope.fetch.child_side import Report, serve
from vitascope.fetch.translation.argos_words import Translate, Translated
from vitascope.fetch.translation.codes import code_among
from vitascope.fetch.translation.model import TranslationRefused


def carry_out(request: Translate, report: Report) -> Translated:
    """Do what is asked for.

    Raises:
        TranslationRefused: there is no Argos Translate here, or no model for the languages.
    """
    os.environ.update(request.environment)
    translation = _translation(_argos(), request.source, request.target)
    translated = []
    for number, text in enumerate(request.texts, 1):
        # Line by line: what is said on two lines by two people comes back on two.
        lines = [translation.translate(line) if line else "" for line in text.split("\n")]
        translated.append("\n".join(lines))
        report(number, len(request.texts))
    return Translated(translated)


def _argos() -> Any:
    try:
        # No dependency of ours: it is there where an operator has installed it.
        return importlib.import_module("argostranslate.translate")
    except ImportError:
        raise TranslationRefused(
            "Argos Translate is not installed on this server: pip install argostranslate",
            permanent=True,
        ) from None


def _translation(argos: Any, source: str, target: str) -> Any:
    """What translates between the two languages, perhaps by way of a third."""
    known = {language.code: language for language in argos.get_installed_languages()}
    codes = code_among(known, source), code_among(known, target)
    if codes[0] is not None and codes[1] is not None:
        found = known[codes[0]].get_translation(known[codes[1]])
        if found is not None:
            return found
    raise TranslationRefused(
        f"Argos Translate has no model from {source} to {target} on this server: "
        f"argospm install translate-{source}_{target}",
        permanent=True,
    )


if __name__ == "__main__":
    serve(Translate, carry_out)
