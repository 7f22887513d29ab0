"""Finding a language among those that somebody translates, whatever they call it."""

from collections.abc import Collection

UNKNOWN = "und"

# Tags of Chinese as our users write them, and as translators do.
_ALIASES = {
    "zh": ("zh-hans", "zh-cn"),
    "zh-hans": ("zh", "zh-cn"),
    "zh-cn": ("zh-hans", "zh"),
    "zh-hant": ("zt", "zh-tw"),
    "zh-tw": ("zh-hant", "zt"),
    "no": ("nb",),
    "nb": ("no",),
}


def code_among(codes: Collection[str], tag: str) -> str | None:
    """The one of ``codes`` that means the language ``tag``, or else its language whatever the
    region; None when there is none.
    """
    known = {code.lower().replace("_", "-"): code for code in codes}
    whole = tag.lower()
    language = whole.partition("-")[0]
    for wanted in (whole, *_ALIASES.get(whole, ()), language, *_ALIASES.get(language, ())):
        if wanted in known:
            return known[wanted]
    return None
