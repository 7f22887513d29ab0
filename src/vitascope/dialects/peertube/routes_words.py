"""The numbered words and the languages, for menus of clients."""

from collections.abc import Iterable

from litestar import get

from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.labels import (
    CATEGORIES,
    LANGUAGE_LABELS,
    LICENCES,
    PRIVACIES,
    Label,
)


@get("/api/v1/videos/categories", operation_id="getCategories")
async def categories() -> Answer:
    return _words(CATEGORIES.values())


@get("/api/v1/videos/licences", operation_id="getLicences")
async def licences() -> Answer:
    return _words(LICENCES.values())


@get("/api/v1/videos/languages", operation_id="getLanguages")
async def languages() -> Answer:
    return _words(LANGUAGE_LABELS.values())


@get("/api/v1/videos/privacies", operation_id="getVideoPrivacyPolicies")
async def privacies() -> Answer:
    return _words(PRIVACIES.values())


def _words(labels: Iterable[Label]) -> Answer:
    return answer({str(label.id): label.label for label in labels})


ROUTES = (categories, licences, languages, privacies)
