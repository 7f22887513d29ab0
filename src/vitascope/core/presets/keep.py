"""Player presets, as their owners keep them."""

from vitascope.base.errors import Invalid
from vitascope.base.ids import AccountId, PresetId
from vitascope.core.presets.queries import find_owner, find_preset
from vitascope.db import Tx


def check_preset(tx: Tx, owner: AccountId, preset_id: PresetId | None) -> None:
    """Raises Invalid unless ``preset_id`` is a preset of ``owner``, or None."""
    if preset_id is None:
        return
    preset = find_preset(tx, preset_id)
    if preset is None or preset.user_id != find_owner(tx, owner):
        raise Invalid("preset_id", "This is no preset of the video's owner")
