from tests.core.stats.counting import totals
from tests.core.uploads.announcing import ROOMY, announce
from tests.factories import NOON, actor_of, make_source, make_user, make_video

from vitascope.core.stats.model import Meter, Scope
from vitascope.core.uploads.complete import complete_upload
from vitascope.core.uploads.count import count_uploaded
from vitascope.db import Tx


def test_bytes_that_have_become_a_video_are_counted_for_it_alone(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada)

    count_uploaded(tx, entry, 1000, now=NOON)

    found = {scope: totals(tx, Meter.UPLOAD, scope) for scope in Scope}
    assert found == {key: {} for key in Scope} | {
        Scope.VIDEO: {(entry.video.id, ada.account.id): 1000}
    }


def test_an_upload_that_is_finished_twice_counts_once(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)
    upload = announce(tx, ada)
    source = make_source(asset_uuid=upload.uuid)

    entry, _ = complete_upload(tx, ada, upload, source, room=ROOMY, now=NOON)
    complete_upload(tx, ada, upload, source, room=ROOMY, now=NOON)

    assert totals(tx, Meter.UPLOAD, Scope.VIDEO) == {(entry.video.id, user.account.id): 1000}
