"""The fields of a video as a document, for videos that are still to come."""

import json
from typing import Any

import msgspec
from msgspec import UNSET

from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx, sealer_of

_PASSWORDS = "passwords"


def pack_fields(tx: Tx, fields: VideoFields) -> dict[str, Any]:
    """``fields`` as JSON. Passwords are sealed: a copy of the database must not tell them."""
    document: dict[str, Any] = msgspec.to_builtins(fields)
    if fields.passwords is not UNSET:
        document[_PASSWORDS] = sealer_of(tx).seal(json.dumps(list(fields.passwords)))
    return document


def unpack_fields(tx: Tx, document: dict[str, Any]) -> VideoFields:
    """What :func:`pack_fields` was given."""
    values = dict(document)
    if _PASSWORDS in values:
        values[_PASSWORDS] = json.loads(sealer_of(tx).unseal(values[_PASSWORDS]))
    return msgspec.convert(values, VideoFields)
