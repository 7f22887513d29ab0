from dataclasses import replace

import pytest
from msgspec import structs, to_builtins
from tests.factories import NOON, make_asset
from tests.media.clips import Draw
from tests.media.factories import make_probe, make_video
from tests.pipeline.conftest import Receive, run_steps

from vitascope.core.assets.model import Asset, RenditionKind
from vitascope.core.assets.queries import list_renditions
from vitascope.core.profiles.model import ProfileRung, Recipe
from vitascope.core.settings.model import RungSetting
from vitascope.core.settings.queries import write_settings
from vitascope.media.ladder import Rung
from vitascope.media.plan import plan
from vitascope.media.probe import Probe
from vitascope.pipeline.planning import plan_of
from vitascope.pipeline.workshop import Workshop

SOURCE = make_probe(video=make_video(codec="hevc", fps=50.0))
RECIPE = Recipe(
    rungs=(
        ProfileRung(height=540, video_bps=1_500_000, audio_bps=160_000),
        ProfileRung(height=180, video_bps=200_000, audio_bps=64_000, crf=30),
    ),
    most_fps=25,
)


@pytest.fixture
def asset(shop: Workshop) -> Asset:
    """One without a recipe."""
    with shop.db.begin() as tx:
        return make_asset(tx)


def with_recipe(asset: Asset, recipe: Recipe = RECIPE) -> Asset:
    return replace(asset, recipe=to_builtins(recipe))


def made(shop: Workshop, asset: Asset, source: Probe = SOURCE) -> list[tuple[str, bool]]:
    """Pictures by name, and whether each is the source's own."""
    work = plan_of(shop, asset, source)
    passes = [one for one in (work.first, work.rest) if one]
    return [(output.name, output.copied) for one in passes for output in one.video]


def change(shop: Workshop, **values: object) -> None:
    with shop.db.begin() as tx:
        write_settings(tx, values, now=NOON)
    shop.settings.forget()


def test_as_long_as_nobody_says_anything_the_ladder_is_the_usual_one(
    shop: Workshop, asset: Asset
) -> None:
    assert plan_of(shop, asset, SOURCE) == plan(SOURCE)


def test_sizes_rates_and_frames_are_those_that_the_settings_have_by_then(
    shop: Workshop, asset: Asset
) -> None:
    ladder = (
        RungSetting(height=720, max_bps=1_000_000, crf=20),
        RungSetting(height=480, max_bps=700_000, is_on=False),
        RungSetting(height=240, max_bps=300_000),
    )
    change(shop, ladder=ladder, most_fps=25)

    work = plan_of(shop, asset, SOURCE)

    rungs = [
        Rung(height=720, video_bps=1_000_000, crf=20),
        Rung(height=240, video_bps=300_000, audio_bps=96_000),
    ]
    assert work == plan(SOURCE, ladder=rungs, most_fps=25)
    assert {output.fps for output in work.first.video} == {25}


def test_a_recipe_goes_before_the_settings(shop: Workshop, asset: Asset) -> None:
    work = plan_of(shop, with_recipe(asset), SOURCE)

    assert work.rest is not None
    pictures = [
        (output.name, output.max_bps, output.crf, output.fps)
        for output in (*work.first.video, *work.rest.video)
    ]
    assert pictures == [("180p", 200_000, 30, 25), ("540p", 1_500_000, None, 25)]


def test_the_most_frames_of_the_server_bind_recipes_as_well(
    shop: Workshop, asset: Asset
) -> None:
    change(shop, most_fps=20)

    work = plan_of(shop, with_recipe(asset), SOURCE)

    assert {output.fps for output in work.first.video} == {20}


@pytest.mark.parametrize(
    ("height", "names"),
    [(720, ["180p", "540p"]), (360, ["180p"]), (120, ["120p"])],
)
def test_sizes_above_the_source_are_left_out_and_one_is_always_made(
    shop: Workshop, asset: Asset, height: int, names: list[str]
) -> None:
    source = make_probe(video=make_video(codec="hevc", width=height * 16 // 9, height=height))

    assert [name for name, _ in made(shop, with_recipe(asset), source)] == names


@pytest.mark.parametrize(
    ("changes", "is_copied"),
    [
        ({"video_bps": 5_000_000}, True),
        ({"video_bps": 4_999_999}, False),
        ({"video_bps": 5_000_000, "crf": 20}, False),
        ({"height": 1000, "video_bps": 5_000_000}, False),
    ],
)
def test_a_source_is_kept_as_it_is_only_where_it_is_what_was_asked_for(
    shop: Workshop, asset: Asset, changes: dict[str, int], is_copied: bool
) -> None:
    rung = structs.replace(ProfileRung(height=1080, video_bps=1), **changes)
    recipe = Recipe(rungs=(rung,))

    found = made(shop, with_recipe(asset, recipe), make_probe())

    assert found == [(f"{rung.height}p", is_copied)]


def test_sound_alone_takes_what_the_largest_size_gives_it(shop: Workshop, asset: Asset) -> None:
    work = plan_of(shop, with_recipe(asset), make_probe(video=None))

    assert [output.bit_rate_bps for output in work.first.audio] == [160_000]


@pytest.mark.media
async def test_a_source_with_a_recipe_becomes_exactly_these_renditions(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    clip = draw_clip(duration_s=2)
    recipe = Recipe(
        rungs=(
            ProfileRung(height=270, video_bps=400_000),
            ProfileRung(height=180, video_bps=200_000, crf=30),
        ),
        most_fps=15,
    )
    received = await receive(clip, recipe=recipe)

    await run_steps(shop, received)

    with shop.db.read() as tx:
        found = list_renditions(tx, received.asset_id)
    pictures = [
        (r.name, r.width, r.height, r.fps) for r in found if r.kind is RenditionKind.VIDEO
    ]
    assert pictures == [("270p", 480, 270, 15.0), ("180p", 320, 180, 15.0)]
