"""What the OpenAPI document says of each operation beside what the code tells by itself."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, NamedTuple, TypeAlias

from vitascope.core.webhooks.model import DeliveryState
from vitascope.dialects.vsrc import paths
from vitascope.dialects.vsrc.paths import Operation
from vitascope.dialects.vsrc.query import LONGEST_TAGS, Match
from vitascope.dialects.vsrc.wire import EncodingStatus
from vitascope.dialects.vsrc.wire_analytics import BatchIn, EventIn
from vitascope.dialects.vsrc.wire_webhooks import EVENTS

Schema: TypeAlias = Mapping[str, Any]


class Access(Enum):
    """Which key opens an operation. With OPTIONAL it also goes without."""

    NONE = auto()
    OPTIONAL = auto()
    READ = auto()
    WRITE = auto()


class Described(NamedTuple):
    """``body`` is a schema of JSON, or a type of it; ``form`` the schema of a form. ``also``
    are statuses beside the usual ones.
    """

    operation: Operation
    name: str
    summary: str
    access: Access = Access.READ
    query: Mapping[str, Schema] = {}
    body: type | Schema | None = None
    form: Schema | None = None
    also: tuple[int, ...] = ()


def _text(longest: int | None = None, **more: Any) -> dict[str, Any]:
    return {"type": "string", **({"maxLength": longest} if longest else {}), **more}


def _whole(least: int, most: int, usual: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "maximum": most, "default": usual}


def _words(choices: Any, **more: Any) -> dict[str, Any]:
    return {"type": "string", "enum": [str(choice) for choice in choices], **more}


def _object(*required: str, **properties: Schema) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


_TITLE = _text(255, minLength=1)
_PAGING = {"page": {"type": "integer", "minimum": 1, "default": 1}, "limit": _whole(1, 100, 20)}
_UPLOAD = _object(
    "file",
    "title",
    file=_text(contentMediaType="application/octet-stream"),
    title=_TITLE,
    description=_text(1000),
    encodingProfileId={"type": "integer", "minimum": 1},
    tags=_text(LONGEST_TAGS, description="Names, with commas between them"),
)
_LIVE = _object(
    "title",
    title=_TITLE,
    description=_text(1000),
    region=_text(100),
    serverId={"type": "integer"},
)
_PROFILE = _object(
    "name",
    "renditions",
    name=_text(100, minLength=1),
    isDefault={"type": "boolean", "default": False},
    renditions={
        "type": "array",
        "minItems": 1,
        "maxItems": 10,
        "items": {"$ref": "#/components/schemas/Rendition"},
    },
)
_HOOK = {
    "url": _text(format="uri"),
    "events": {"type": "array", "minItems": 1, "items": _words(EVENTS)},
    "active": {"type": "boolean", "default": True},
    "secret": _text(),
}
_NEW_HOOK = _object("url", "events", **_HOOK)
_HOOK_CHANGES = _object(**_HOOK, rotateSecret={"type": "boolean"})
_STATS = {
    "sessionId": _text(),
    "mediaId": _text(),
    "userId": _text(),
    "startDate": _text(description="A date or time in ISO 8601"),
    "endDate": _text(description="A date, which is included, or a time in ISO 8601"),
}
_WRITE, _NONE = Access.WRITE, Access.NONE

OPERATIONS = (
    Described(
        paths.UPLOAD,
        "uploadVideo",
        "Upload a video file",
        _WRITE,
        form=_UPLOAD,
        also=(413, 415, 507),
    ),
    Described(
        paths.LIST,
        "listMedia",
        "List media items",
        query={**_PAGING, "encodingStatus": _words(EncodingStatus)},
    ),
    Described(
        paths.SEARCH,
        "searchMedia",
        "Search media items by tags",
        query={
            **_PAGING,
            "tags": _text(LONGEST_TAGS, minLength=1),
            "match": _words(Match, default=Match.ANY),
        },
    ),
    Described(paths.SHOW, "getMedia", "Get media item information"),
    Described(paths.DELETE, "deleteMedia", "Delete a media item", _WRITE),
    Described(paths.EMBED, "getEmbedCode", "Get embed code"),
    Described(
        paths.CREATE_LIVE,
        "createLive",
        "Create a live stream (not available yet)",
        _WRITE,
        body=_LIVE,
        also=(501,),
    ),
    Described(paths.LIST_LIVE, "listLive", "List live streams", query=_PAGING),
    Described(paths.SHOW_LIVE, "getLive", "Get a live stream"),
    Described(paths.DELETE_LIVE, "deleteLive", "Delete a live stream", _WRITE),
    Described(paths.TAGS, "listTags", "List the tags of the account"),
    Described(paths.LIST_PROFILES, "listEncodingProfiles", "List encoding profiles"),
    Described(
        paths.CREATE_PROFILE,
        "createEncodingProfile",
        "Create an encoding profile",
        _WRITE,
        body=_PROFILE,
    ),
    Described(paths.SHOW_PROFILE, "getEncodingProfile", "Get an encoding profile"),
    Described(
        paths.CHANGE_PROFILE,
        "updateEncodingProfile",
        "Replace an encoding profile",
        _WRITE,
        body=_PROFILE,
    ),
    Described(
        paths.DELETE_PROFILE, "deleteEncodingProfile", "Delete an encoding profile", _WRITE
    ),
    Described(paths.LIST_WEBHOOKS, "listWebhooks", "List webhooks"),
    Described(
        paths.CREATE_WEBHOOK, "createWebhook", "Create a webhook", _WRITE, body=_NEW_HOOK
    ),
    Described(paths.SHOW_WEBHOOK, "getWebhook", "Get a webhook"),
    Described(
        paths.CHANGE_WEBHOOK, "updateWebhook", "Change a webhook", _WRITE, body=_HOOK_CHANGES
    ),
    Described(paths.DELETE_WEBHOOK, "deleteWebhook", "Delete a webhook", _WRITE),
    Described(paths.TRY_WEBHOOK, "testWebhook", "Send a test to a webhook", _WRITE),
    Described(
        paths.LIST_DELIVERIES,
        "listDeliveries",
        "List what was sent to a webhook",
        query={**_PAGING, "status": _words(DeliveryState)},
    ),
    Described(paths.REDELIVER, "redeliver", "Send a delivery again", _WRITE),
    Described(paths.RESOLVE, "resolveMedia", "Find the playlist", _NONE, also=(302,)),
    Described(paths.HEALTH, "getHealth", "Ask whether the server runs", _NONE),
    Described(
        paths.RECORD_EVENT,
        "recordEvent",
        "Record what happened in a player",
        _NONE,
        body=EventIn,
        also=(413, 429, 507),
    ),
    Described(
        paths.RECORD_EVENTS,
        "recordEvents",
        "Record several events",
        _NONE,
        body=BatchIn,
        also=(413, 429, 507),
    ),
    Described(
        paths.EVENT_STATS,
        "getEventStats",
        "Count what happened in players",
        Access.OPTIONAL,
        query=_STATS,
        also=(404, 429),
    ),
    Described(paths.OPENAPI, "getOpenapi", "Get this document", _NONE),
)
