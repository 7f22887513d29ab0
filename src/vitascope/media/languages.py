"""Languages, as files name them and as people read them."""

from typing import Any

import pycountry


def language_code(text: str | None) -> str | None:
    """The ISO 639 code of a language, of two letters where it has one, else of three.

    ``text`` is any of its codes, the bibliographic one included (``ger``, ``deu`` and ``de``
    are ``de``), perhaps with a region, which is dropped. None when it names no language.
    """
    found = _find((text or "").strip().lower().replace("_", "-").partition("-")[0])
    if found is None or found.alpha_3 == "und":
        return None
    code: str = getattr(found, "alpha_2", found.alpha_3)
    return code


def bibliographic_code(text: str | None) -> str | None:
    """The code of three letters that Matroska has for a language (``fre``, ``ger``); ``text``
    as for :func:`language_code`. None when it names no language.
    """
    code = language_code(text)
    found = None if code is None else _find(code)
    if found is None:
        return None
    three: str = getattr(found, "bibliographic", found.alpha_3)
    return three


def language_name(code: str) -> str:
    """The English name of the language with this code; the code itself when there is none."""
    found = _find(code)
    if found is None:
        return code
    name: str = found.name
    # The register sets apart what else bears the name: "Modern Greek (1453-)".
    return name.partition(" (")[0]


def _find(code: str) -> Any:
    languages = pycountry.languages
    if len(code) == 2:
        return languages.get(alpha_2=code)
    return languages.get(alpha_3=code) or languages.get(bibliographic=code)
