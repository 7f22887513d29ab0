"""What is made of an asset: as its sender's recipe says, or as the settings do."""

from msgspec import convert

from vitascope.core.assets.model import Asset
from vitascope.core.profiles.model import ProfileRung, Recipe
from vitascope.media.ladder import Rung
from vitascope.media.plan import COPY_CAP_BPS, Plan, plan
from vitascope.media.probe import Probe
from vitascope.pipeline.workshop import Workshop


def plan_of(shop: Workshop, asset: Asset, probe: Probe) -> Plan:
    most_fps = shop.settings.current().most_fps
    if asset.recipe is None:
        return plan(probe, ladder=shop.ladder, encoder=shop.encoder, most_fps=most_fps)
    recipe = convert(asset.recipe, Recipe)
    return plan(
        probe,
        ladder=[_rung(wanted) for wanted in recipe.rungs],
        encoder=shop.encoder,
        copy_cap_bps=_copy_cap_bps(recipe, probe),
        # A recipe is followed: sizes that it does not name are not made.
        keep_source_size=False,
        most_fps=min(recipe.most_fps, most_fps),
    )


def _rung(wanted: ProfileRung) -> Rung:
    return Rung(
        height=wanted.height,
        video_bps=wanted.video_bps,
        audio_bps=wanted.audio_bps,
        crf=wanted.crf,
    )


def _copy_cap_bps(recipe: Recipe, probe: Probe) -> int:
    """The source's own picture serves as the rung of its size when it takes no more than
    that, and nobody has asked for a quality of their own.
    """
    if probe.video is None:
        return COPY_CAP_BPS
    own = min(probe.video.width, probe.video.height)
    caps = [r.video_bps for r in recipe.rungs if r.height == own and r.crf is None]
    return min(COPY_CAP_BPS, *caps) if caps else 0
