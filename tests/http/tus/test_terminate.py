import pytest
from tests.factories import NOON
from tests.http.tus.making import CHUNK, Visitor
from tests.http.uploads.making import begun

from vitascope.core.uploads.model import UploadState
from vitascope.core.uploads.queries import get_upload_row, update_upload
from vitascope.http.uploads.files import files_of


async def test_a_terminated_upload_leaves_nothing(ada: Visitor) -> None:
    ref = await ada.create(5)
    await ada.ask("PATCH", ref, CHUNK, {"Upload-Offset": "0"}, data=b"abc")

    answers = [await ada.ask("DELETE", ref), await ada.ask("DELETE", ref)]
    told = await ada.ask("HEAD", ref)

    assert [answer.status for answer in answers] == [204, 404]
    assert (told.status, list(ada.edge.runtime.uploads.iterdir())) == (404, [])


async def test_an_upload_is_not_terminated_under_the_hands_of_its_sender(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    ref = await ada.create(5)

    with files_of(runtime).hold(ada.upload(ref).uuid):
        answer = await ada.ask("DELETE", ref)

    assert (answer.status, ada.offset(ref)) == (423, 0)


@pytest.mark.parametrize("state", [UploadState.DONE])
async def test_what_has_become_a_video_stays_that(ada: Visitor, state: UploadState) -> None:
    runtime = ada.edge.runtime
    upload = begun(runtime, ada.actor, 5)
    with runtime.db.begin() as tx:
        update_upload(tx, upload.id, now=NOON, state=state)

    answer = await ada.ask("DELETE", upload.uuid.hex)

    with runtime.db.read() as tx:
        assert (answer.status, get_upload_row(tx, upload.id).state) == (204, state)
