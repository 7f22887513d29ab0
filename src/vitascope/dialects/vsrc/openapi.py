"""The OpenAPI document of this dialect, from the table of paths and the shapes of answers."""

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any

from litestar import HttpMethod
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.vsrc.openapi_answers import (
    FAILURE,
    Answer,
    Json,
    answers_of,
    body_schema,
    schemas_of,
)
from vitascope.dialects.vsrc.operations import OPERATIONS, Access, Described
from vitascope.dialects.vsrc.paths import PREFIX

_PARAMETER = re.compile(r"\{(\w+):str\}")
_PATTERNS = {"media_id": r"^(vod|live)_[a-f0-9\-]+$", "profile_id": "^[1-9][0-9]*$"}
_RATES = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
_ABOUT = """\
Videos with tags, encoding profiles and webhooks. Calls show an API key in the header
`Authorization: Bearer YOUR_API_KEY`; one that only reads opens what is read with GET.
Times are ISO 8601 with milliseconds and Z. One address may call 1000 times in 15 minutes.
"""


def document(handlers: Iterable[HTTPRouteHandler]) -> Json:
    """OpenAPI 3.1. ``handlers`` are those of all operations: what they answer is shown."""
    answers = answers_of(handlers)
    schemas, parts = schemas_of(answers.values())
    paths: dict[str, Json] = {}
    for one in OPERATIONS:
        for name, path, method in _addresses(one):
            told = _operation(one, path, answers[path, method], schemas)
            paths.setdefault(_shown(path), {})[method.lower()] = {"operationId": name, **told}
    return {
        "openapi": "3.1.0",
        "info": {"title": "VSRC Public API", "version": "1.0.0", "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"apiKey": []}],
        "paths": paths,
        "components": {
            "schemas": parts,
            "headers": {name: {"schema": {"type": "integer"}} for name in _RATES},
            "securitySchemes": {"apiKey": {"type": "http", "scheme": "bearer"}},
        },
    }


def _addresses(one: Described) -> Iterator[tuple[str, str, HttpMethod]]:
    """Each path and method of an operation, aliases too, under a name of its own."""
    count = 0
    for path in one.operation.paths:
        for method in one.operation.methods:
            count += 1
            yield (one.name if count == 1 else f"{one.name}{count}"), path, method


def _operation(one: Described, path: str, answer: Answer, schemas: dict[Any, Json]) -> Json:
    told: Json = {"summary": one.summary, "parameters": list(_parameters(one, path))}
    if path != one.operation.paths[0]:
        told["description"] = f"As `{_shown(one.operation.paths[0])}`."
    if one.access is Access.NONE:
        told["security"] = []
    elif one.access is Access.OPTIONAL:
        told["security"] = [{}, {"apiKey": []}]
    if one.form is not None:
        told["requestBody"] = _sent("multipart/form-data", dict(one.form))
    elif one.body is not None:
        body = schemas[repr(one.body)] if isinstance(one.body, type) else dict(one.body)
        told["requestBody"] = _sent("application/json", body)
    told["responses"] = _responses(one, path, answer, schemas)
    return told


def _parameters(one: Described, path: str) -> Iterator[Json]:
    for name in _PARAMETER.findall(path):
        pattern = {"pattern": _PATTERNS[name]} if name in _PATTERNS else {}
        schema = {"type": "string", **pattern}
        yield {"name": _camel(name), "in": "path", "required": True, "schema": schema}
    for name, given in one.query.items():
        is_required = bool(given.get("minLength"))
        yield {"name": name, "in": "query", "required": is_required, "schema": dict(given)}


def _responses(one: Described, path: str, answer: Answer, schemas: dict[Any, Json]) -> Json:
    told: Json = {}
    if answer.kind is not None:
        content = {"application/json": {"schema": body_schema(answer, schemas)}}
        told[str(one.operation.status)] = {"description": "It worked", "content": content}
    if 302 in one.also:
        where = {"Location": {"schema": {"type": "string", "format": "uri"}}}
        told["302"] = {"description": "For clients that take no JSON", "headers": where}
    content = {"application/json": {"schema": FAILURE}}
    for status in sorted(set(_failures(one, path)) - {302}):
        told[str(status)] = {"description": HTTPStatus(status).phrase, "content": content}
    if path.startswith(PREFIX):
        told["429"] = {"description": HTTPStatus(429).phrase, "content": content}
        for response in told.values():
            response["headers"] = {
                name: {"$ref": f"#/components/headers/{name}"} for name in _RATES
            }
    return told


def _failures(one: Described, path: str) -> Iterator[int]:
    yield from one.also
    yield HTTPStatus.INTERNAL_SERVER_ERROR
    if one.access is not Access.NONE:
        yield HTTPStatus.UNAUTHORIZED
    if one.access is Access.WRITE:
        yield HTTPStatus.FORBIDDEN
    if _PARAMETER.search(path):
        yield HTTPStatus.NOT_FOUND
    if one.query or one.body or one.form or "{media_id" in path:
        yield HTTPStatus.BAD_REQUEST


def _sent(media_type: str, schema: Json) -> Json:
    return {"required": True, "content": {media_type: {"schema": schema}}}


def _shown(path: str) -> str:
    return _PARAMETER.sub(lambda found: f"{{{_camel(found[1])}}}", path)


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)
