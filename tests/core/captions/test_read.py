from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.ids import AssetId
from vitascope.core.assets.model import Asset, ExtractedCaption
from vitascope.core.assets.queries import get_asset, replace_captions
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import Caption, CaptionFormat, NewCaption
from vitascope.core.captions.read import list_captions
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx


def extracted(asset_id: AssetId, name: str, *, has_ass: bool = False) -> ExtractedCaption:
    return ExtractedCaption(
        asset_id=asset_id,
        name=name,
        language=name.partition("-")[0],
        label=f"Found {name}",
        is_forced=name.endswith("-2"),
        has_ass=has_ass,
    )


def given(language: str, form: CaptionFormat = CaptionFormat.VTT) -> NewCaption:
    return NewCaption(
        language=language, label=f"My {language}", format=form, blob_key=f"mine/{language}.vtt"
    )


def found_in(tx: Tx, entry: VideoEntry, *names: str) -> Asset:
    assert entry.media is not None
    captions = [extracted(entry.media.id, name, has_ass=name == "de") for name in names]
    replace_captions(tx, entry.media.id, captions)
    return get_asset(tx, entry.media.id)


def test_the_owners_captions_come_first_and_win_their_language(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    asset = found_in(tx, entry, "de", "en", "en-2")
    add_caption(tx, actor_of(user), entry.video.id, given("en", CaptionFormat.ASS), now=NOON)
    add_caption(tx, actor_of(user), entry.video.id, given("fr"), now=NOON)

    captions = list_captions(tx, entry.video.id, asset)

    assert captions == [
        Caption(
            name="en",
            language="en",
            label="My en",
            is_forced=False,
            vtt_key="mine/en.vtt",
            ass_key="mine/en.ass",
            format=CaptionFormat.ASS,
            is_added=True,
            created_at=NOON,
            updated_at=NOON,
        ),
        Caption(
            name="fr",
            language="fr",
            label="My fr",
            is_forced=False,
            vtt_key="mine/fr.vtt",
            ass_key=None,
            format=CaptionFormat.VTT,
            is_added=True,
            created_at=NOON,
            updated_at=NOON,
        ),
        Caption(
            name="de",
            language="de",
            label="Found de",
            is_forced=False,
            vtt_key=asset.blob_key("captions/de.vtt"),
            ass_key=asset.blob_key("captions/de.ass"),
            format=CaptionFormat.ASS,
            is_added=False,
            created_at=asset.created_at,
            updated_at=NOON,
        ),
    ]


def test_videos_of_one_source_have_captions_of_their_own(tx: Tx) -> None:
    user = make_user(tx)
    one, other = make_video(tx, user), make_video(tx, user)
    asset = found_in(tx, one, "de")

    add_caption(tx, actor_of(user), one.video.id, given("fr"), now=NOON)

    assert [c.name for c in list_captions(tx, one.video.id, asset)] == ["fr", "de"]
    assert [c.name for c in list_captions(tx, other.video.id, asset)] == ["de"]


def test_a_video_without_source_shows_what_it_was_given(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)

    add_caption(tx, actor_of(user), entry.video.id, given("fr"), now=NOON)

    assert [c.name for c in list_captions(tx, entry.video.id, None)] == ["fr"]


def test_captions_go_with_their_video(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    add_caption(tx, actor_of(user), entry.video.id, given("fr"), now=NOON)

    delete_video(tx, actor_of(user), entry.video.id)

    assert list_captions(tx, entry.video.id, None) == []
