"""Reading and writing what was changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa
import structlog

from vitascope.core.settings.model import SECRETS, Settings
from vitascope.core.settings.tables import instance_settings
from vitascope.db import Tx, sealer_of, upsert_row

log = structlog.get_logger(__name__)

_KINDS = {field.name: field.type for field in msgspec.structs.fields(Settings)}


def read_settings(tx: Tx, defaults: Settings) -> Settings:
    """The settings that count now.

    A value that this version cannot read, or no longer knows, is left out and told in the log.
    """
    rows = tx.execute(sa.select(instance_settings.c.name, instance_settings.c.value))
    sealer = sealer_of(tx)
    changed = {}
    for name, text in rows:
        try:
            plain = sealer.unseal(text) if name in SECRETS else text
            changed[name] = msgspec.json.decode(plain, type=_KINDS[name])
        except (KeyError, ValueError):
            log.warning("setting is not readable", setting=name)
    return msgspec.structs.replace(defaults, **changed)


def write_settings(tx: Tx, changes: Mapping[str, Any], *, now: datetime) -> None:
    """Keep values by the names of their fields."""
    sealer = sealer_of(tx)
    for name, value in changes.items():
        text = msgspec.json.encode(value).decode()
        kept = sealer.seal(text) if name in SECRETS else text
        values = {"value": kept, "updated_at": now}
        upsert_row(tx, instance_settings, "name", {"name": name, **values}, values)


def forget_settings(tx: Tx, names: list[str]) -> None:
    """Let the defaults count again."""
    tx.execute(instance_settings.delete().where(instance_settings.c.name.in_(names)))
