from dataclasses import replace

from tests.http.tus.making import Visitor, metadata

from vitascope.core.uploads.model import UploadPart, UploadProtocol
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.http.tus.edge import Announced, new_upload


def test_an_announcement_becomes_a_question_to_the_core(ada: Visitor) -> None:
    headers = {"upload-metadata": metadata(filename="a.mp4")["Upload-Metadata"]}
    announced = Announced(part=UploadPart.WHOLE, size_bytes=5, metadata={"filename": "a.mp4"})

    with ada.edge.runtime.db.read() as tx:
        whole = new_upload(ada.edge, tx, ada.actor, announced, headers)
        joined = replace(announced, part=UploadPart.FINAL)
        final = new_upload(ada.edge, tx, ada.actor, joined, headers)

    assert (whole.protocol, whole.filename, whole.size_bytes, whole.metadata) == (
        UploadProtocol.TUS,
        "a.mp4",
        5,
        headers["upload-metadata"],
    )
    assert whole.fields == VideoFields(title="a.mp4")
    assert (whole.most_sessions, final.most_sessions) == (3, None)
    assert whole.group not in {None, final.group}


def test_an_edge_counts_quotas_by_its_own_rule(ada: Visitor) -> None:
    strict = replace(ada.edge, rule=QuotaRule.UP_TO)

    assert [edge.room().rule for edge in (ada.edge, strict)] == [
        QuotaRule.BELOW,
        QuotaRule.UP_TO,
    ]
