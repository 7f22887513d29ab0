import json
from datetime import UTC, datetime

from vitascope.base.ids import ChannelId, FolderId
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.fields_document import pack_fields, unpack_fields
from vitascope.core.videos.model import CommentsPolicy, Privacy
from vitascope.db import Tx


def test_a_document_is_json_and_gives_the_same_fields_again(tx: Tx) -> None:
    fields = VideoFields(
        title="A film",
        channel_id=ChannelId(7),
        description=None,
        privacy=Privacy.PASSWORD,
        comments_policy=CommentsPolicy.DISABLED,
        originally_published_at=datetime(2020, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
        folder_id=FolderId(3),
        tags=["a", "b"],
        passwords=["one", "two"],
    )

    document = json.loads(json.dumps(pack_fields(tx, fields)))

    assert unpack_fields(tx, document) == fields


def test_what_was_not_said_stays_unsaid(tx: Tx) -> None:
    document = pack_fields(tx, VideoFields())

    assert document == {}
    assert unpack_fields(tx, document) == VideoFields()


def test_passwords_do_not_stand_in_the_document(tx: Tx) -> None:
    document = pack_fields(tx, VideoFields(passwords=["open sesame"]))

    assert "sesame" not in json.dumps(document)
