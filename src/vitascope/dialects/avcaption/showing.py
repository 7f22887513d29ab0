"""What callers say about where and how a video is shown."""

import uuid

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Invalid
from vitascope.base.ids import PresetId
from vitascope.core.access.model import Actor
from vitascope.core.presets.queries import list_presets
from vitascope.core.videos.domains import check_domains
from vitascope.core.videos.model import GATED, Privacy
from vitascope.dialects.avcaption.input import Input
from vitascope.http.runtime import Runtime


def domains_of(given: Input) -> tuple[str, ...]:
    """``allowed_domains``, none of them for null; a wrong one is noted as a mistake."""
    try:
        return check_domains(given.words("allowed_domains"))
    except Invalid as error:
        given.refuse("allowed_domains", error.message)
        return ()


def preset_of(runtime: Runtime, actor: Actor, given: Input) -> PresetId | UnsetType | None:
    """The actor's preset that ``preset_id`` names, None for none, UNSET when it was not sent.
    Another is noted as a mistake. Blocking.
    """
    if not given.is_said("preset_id"):
        return UNSET
    if given.is_nothing("preset_id"):
        return None
    try:
        wanted = uuid.UUID(given.text("preset_id", longest=_LONGEST_ID))
    except ValueError:
        given.refuse("preset_id", _NO_PRESET)
        return None
    with runtime.db.read() as tx:
        own = {preset.uuid: preset.id for preset in list_presets(tx, actor.known_user())}
    if wanted not in own:
        given.refuse("preset_id", _NO_PRESET)
    return own.get(wanted)


def privacy_of(given: Input, current: Privacy) -> Privacy:
    """What ``requires_token`` makes of a video that is ``current``: with it, the permanent
    embed token opens nothing.
    """
    wanted = given.flag("requires_token")
    if wanted is None or wanted == (current in GATED):
        return current
    return Privacy.PRIVATE if wanted else Privacy.UNLISTED


_NO_PRESET = "There is no preset of this id"
_LONGEST_ID = 64
