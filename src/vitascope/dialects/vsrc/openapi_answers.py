"""What operations answer, read from the annotations of their handlers."""

import inspect
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

import msgspec
from litestar import HttpMethod, Response
from litestar.handlers import HTTPRouteHandler

from vitascope.dialects.vsrc.errors import Failure
from vitascope.dialects.vsrc.operations import OPERATIONS
from vitascope.dialects.vsrc.wire import Envelope

Json: TypeAlias = dict[str, Any]

_REFS = "#/components/schemas/{name}"
FAILURE = {"$ref": _REFS.format(name=Failure.__name__)}


class Answer(NamedTuple):
    """``kind`` is the type of what is said, in the envelope or bare; None when there is never
    anything but an error.
    """

    kind: Any
    is_wrapped: bool


def answers_of(handlers: Iterable[HTTPRouteHandler]) -> dict[tuple[str, HttpMethod], Answer]:
    """By path and method."""
    return {
        (path, HttpMethod(method)): _answer(handler)
        for handler in handlers
        for path in handler.paths
        for method in handler.http_methods
    }


def schemas_of(answers: Iterable[Answer]) -> tuple[dict[Any, Json], Json]:
    """The schemas of what is said and sent, by their types, and the parts that they name."""
    sent = [one.body for one in OPERATIONS if isinstance(one.body, type)]
    kinds = [*sent, *(one.kind for one in answers if one.kind not in {None, bytes}), Failure]
    found, parts = msgspec.json.schema_components(kinds, ref_template=_REFS)
    schemas = dict(zip(map(repr, kinds), found, strict=True))
    for part in parts.values():
        if "description" in part:
            part["description"] = part["description"].replace("``", "`")
    parts[Failure.__name__]["required"] = ["success", "message", "error"]
    return schemas, parts


def body_schema(answer: Answer, schemas: dict[Any, Json]) -> Json:
    """The schema of a whole answer."""
    said = schemas.get(repr(answer.kind), {"type": "object"})
    if not answer.is_wrapped:
        return said
    properties = {"success": {"const": True}, "message": {"type": "string"}, "data": said}
    return {"type": "object", "required": ["success", "data"], "properties": properties}


def _answer(handler: HTTPRouteHandler) -> Answer:
    kind = inspect.signature(inspect.unwrap(handler.fn)).return_annotation
    if get_origin(kind) is Response:
        (kind,) = get_args(kind)
    if get_origin(kind) is Envelope:
        return Answer(get_args(kind)[0], is_wrapped=True)
    # Of several, the first is JSON and the others are bytes.
    kind = get_args(kind)[0] if get_args(kind) else kind
    return Answer(None if kind is Failure else kind, is_wrapped=False)
