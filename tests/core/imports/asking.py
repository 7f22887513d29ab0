"""Imports that somebody asked for."""

from typing import Any

from tests.factories import NOON

from vitascope.core.access.model import Actor
from vitascope.core.imports.ask import (
    ImportPolicy,
    NewImport,
    ask_import,
    ask_import_with_video,
)
from vitascope.core.imports.model import Import
from vitascope.db import Tx

ALL = ImportPolicy(urls=True, sites=True, torrents=True)
URL = "https://films.example/cat.mp4"


def ask(tx: Tx, actor: Actor, *, most_active: int | None = None, **values: Any) -> Import:
    new = NewImport(**{"url": URL, **values})
    return ask_import(tx, actor, new, policy=ALL, most_active=most_active, now=NOON)


def ask_with_video(tx: Tx, actor: Actor, **values: Any) -> Import:
    new = NewImport(**{"url": URL, **values})
    return ask_import_with_video(tx, actor, new, policy=ALL, now=NOON)
