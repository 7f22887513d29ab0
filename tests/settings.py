"""Parts of the product with other settings."""

from dataclasses import replace
from typing import Any, TypeVar

from msgspec import structs

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import RungSetting, Settings
from vitascope.db import Database
from vitascope.media.ladder import DEFAULT_LADDER

Part = TypeVar("Part", bound=Any)

_SETTINGS = {field.name for field in structs.fields(Settings)}
_IMPORTED = ("urls", "sites", "torrents")


def changed(part: Part, **changes: Any) -> Part:
    """The same with other fields, and with other settings as the operator would have set
    them: fields of :class:`Settings`, and ``imports`` and ``resolutions`` as a runtime shows
    them.
    """
    told: dict[str, Any] = {}
    if (policy := changes.pop("imports", None)) is not None:
        told |= {f"imports_{kind}": getattr(policy, kind) for kind in _IMPORTED}
    if (heights := changes.pop("resolutions", None)) is not None:
        told["ladder"] = ladder_of(*heights)
    told |= {name: changes.pop(name) for name in [*changes] if name in _SETTINGS}
    if told:
        defaults = structs.replace(part.settings.defaults, **told)
        changes["settings"] = frozen_settings(changes.get("db", part.db), defaults)
    return replace(part, **changes)


def frozen_settings(db: Database, defaults: Settings) -> LiveSettings:
    """Read once, and again when somebody forgets them: no test counts on the time it takes."""
    return LiveSettings(db, defaults, clock=lambda: 0.0)


def ladder_of(*heights: int) -> tuple[RungSetting, ...]:
    """Those heights are on, and no others there."""
    return tuple(RungSetting(height=height, max_bps=1_000_000) for height in heights)


WHOLE_LADDER = tuple(
    RungSetting(height=rung.height, max_bps=rung.video_bps) for rung in DEFAULT_LADDER
)
