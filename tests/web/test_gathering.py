from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.core.assets.queries import update_asset
from vitascope.core.captions.edit import add_caption
from vitascope.core.captions.model import CaptionFormat, NewCaption
from vitascope.core.videos.chapters import set_chapters
from vitascope.db import Tx
from vitascope.web.gathering import gather


def test_what_the_owner_added_is_gathered_with_what_the_source_has(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    assert entry.media is not None
    update_asset(tx, entry.media.id, now=NOON, chapters=[[0, "Found"]])
    caption = NewCaption(
        language="fr", label="French", format=CaptionFormat.VTT, blob_key="k.vtt"
    )
    before = gather(tx, entry)

    add_caption(tx, actor_of(user), entry.video.id, caption, now=NOON)
    set_chapters(tx, actor_of(user), entry.video.id, [(1000, "Given")])
    after = gather(tx, entry)

    assert (before.captions, before.chapters) == ([], ((0, "Found"),))
    assert [each.name for each in after.captions] == ["fr"]
    assert after.chapters == ((1000, "Given"),)
