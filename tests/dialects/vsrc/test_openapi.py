import re
from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute
from tests.dialects.built import built
from tests.dialects.runtimes import Client

from vitascope.dialects.vsrc import build
from vitascope.http.runtime import Runtime

OPENAPI = "/api/public/v1/openapi.json"
METHODS = {"get", "head", "post", "put", "delete"}


@pytest.fixture
def document(client: Client) -> dict[str, Any]:
    answer = client.get(OPENAPI)
    assert answer.headers["content-type"] == "application/json"
    told: dict[str, Any] = answer.json()
    return told


@pytest.fixture
def app(runtime: Runtime) -> Litestar:
    return built(build, runtime)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def nameless(path: str) -> str:
    """With all parameters alike: the code calls them otherwise than the wire."""
    return re.sub(r"\{\w+\}", "{}", path)


def test_it_names_every_path_that_the_app_answers_and_no_other(
    document: dict[str, Any], app: Litestar
) -> None:
    answered = {
        (nameless(route.path_format), method.lower())
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for method in route.methods - {"OPTIONS"}
    }

    told = {(nameless(path), method) for path, method, _ in operations(document)}

    assert told == answered


def test_each_operation_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]

    assert sorted(names) == sorted(set(names))


def test_parameters_are_those_of_the_path(document: dict[str, Any]) -> None:
    for path, _, operation in operations(document):
        named = [p["name"] for p in operation["parameters"] if p["in"] == "path"]

        assert (path, re.findall(r"\{(\w+)\}", path)) == (path, named)


def references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def test_whatever_is_referred_to_is_there(document: dict[str, Any]) -> None:
    wanted = {named.removeprefix("#/components/") for named in references(document)}

    kept = {
        f"{kind}/{name}" for kind, parts in document["components"].items() for name in parts
    }
    unused = kept - wanted - {"securitySchemes/apiKey"}
    assert (wanted - kept, unused) == (set(), set())


def test_keys_and_refusals_are_told(document: dict[str, Any]) -> None:
    reading = document["paths"]["/api/public/v1/media"]["get"]
    writing = document["paths"]["/api/public/v1/media"]["post"]
    open_to_all = document["paths"]["/health"]["get"]

    assert document["security"] == [{"apiKey": []}]
    assert ["security" in one for one in (reading, writing)] == [False, False]
    assert open_to_all["security"] == []
    assert [sorted(one["responses"]) for one in (reading, writing, open_to_all)] == [
        ["200", "400", "401", "429", "500"],
        ["201", "400", "401", "403", "413", "415", "429", "500", "507"],
        ["200", "500"],
    ]


def test_stats_go_with_a_key_and_without(document: dict[str, Any]) -> None:
    stats = document["paths"]["/api/analytics/stats"]["get"]

    assert stats["security"] == [{}, {"apiKey": []}]
    assert sorted(stats["responses"]) == ["200", "400", "401", "404", "429", "500"]


def test_an_answer_is_shown_in_its_envelope(document: dict[str, Any]) -> None:
    told = document["paths"]["/api/public/v1/media/{mediaId}"]["get"]

    assert told["responses"]["200"]["content"] == {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["success", "data"],
                "properties": {
                    "success": {"const": True},
                    "message": {"type": "string"},
                    "data": {"$ref": "#/components/schemas/MediaOut"},
                },
            }
        }
    }
    assert told["parameters"] == [
        {
            "name": "mediaId",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": r"^(vod|live)_[a-f0-9\-]+$"},
        }
    ]


def test_an_operation_that_only_fails_shows_no_success(document: dict[str, Any]) -> None:
    told = document["paths"]["/api/public/v1/live"]["post"]

    assert sorted(told["responses"]) == ["400", "401", "403", "429", "500", "501"]
