"""Fields that have to be there."""

from collections.abc import Mapping
from typing import Any

from vitascope.dialects.peertube.values import Values


def required_texts(fields: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """The texts of these names.

    Raises:
        InvalidFields: one is missing, empty or no text.
    """
    values = Values(fields)
    texts = tuple(values.raw(name) for name in names)
    for name, text in zip(names, texts, strict=True):
        if not isinstance(text, str) or not text:
            values.fault(name, "Is missing")
    values.check()
    return texts
