from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON
from tests.http.tus.making import CHUNK, Visitor
from tests.http.uploads.making import begun, uploader

from vitascope.base.errors import Forbidden, NotFound
from vitascope.core.access.model import Actor, LoginRequired, Permission
from vitascope.core.uploads.model import UploadExpired, UploadProtocol, UploadState
from vitascope.core.uploads.queries import update_upload
from vitascope.http.runtime import Runtime
from vitascope.http.tus.find import expiry_headers, find_upload, offset_of
from vitascope.http.tus.refusals import ForeignUpload


def later(runtime: Runtime, hours: float) -> Runtime:
    return replace(runtime, now=lambda: NOON + timedelta(hours=hours))


async def test_an_upload_is_found_by_its_uuid_in_any_form(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    ref = await ada.create(5)
    await ada.ask("PATCH", ref, CHUNK, {"Upload-Offset": "0"}, data=b"abc")

    found = find_upload(runtime, ada.actor, ref)
    again = find_upload(runtime, ada.actor, str(found.upload.uuid))

    assert (found.upload.uuid.hex, found.offset, again) == (ref, 3, found)


async def test_an_upload_that_was_not_finished_in_a_day_is_over(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    ref = await ada.create(5)

    just_before = find_upload(later(runtime, 23.9), ada.actor, ref)

    assert just_before.offset == 0
    with pytest.raises(UploadExpired):
        find_upload(later(runtime, 24), ada.actor, ref)


async def test_bytes_do_not_make_an_upload_live_longer(ada: Visitor) -> None:
    ref = await ada.create(5)
    evening = ada.with_edge(runtime=later(ada.edge.runtime, 20))
    await evening.ask("PATCH", ref, CHUNK, {"Upload-Offset": "0"}, data=b"abc")

    with pytest.raises(UploadExpired):
        find_upload(later(ada.edge.runtime, 24), ada.actor, ref)


async def test_only_its_owner_finds_an_upload(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    ref = await ada.create(5)

    with pytest.raises(ForeignUpload):
        find_upload(runtime, uploader(runtime.db, "eve"), ref)
    with pytest.raises(LoginRequired):
        find_upload(runtime, Actor(), ref)
    reader = replace(ada.actor, permissions=frozenset({Permission.READ}))
    with pytest.raises(Forbidden, match="may read"):
        find_upload(runtime, reader, ref)


def test_an_upload_of_another_protocol_is_none(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    upload = begun(runtime, ada.actor, 5, protocol=UploadProtocol.RANGES)

    with pytest.raises(NotFound):
        find_upload(runtime, ada.actor, upload.uuid.hex)


@pytest.mark.parametrize(
    "values", [{"state": UploadState.DONE}, {"state": UploadState.FAILED, "source": {"a": 1}}]
)
def test_all_bytes_are_here_of_what_was_moved_away(
    ada: Visitor, values: dict[str, Any]
) -> None:
    runtime = ada.edge.runtime
    upload = begun(runtime, ada.actor, 5)
    with runtime.db.begin() as tx:
        moved = update_upload(tx, upload.id, now=NOON, **values)

    assert (offset_of(runtime, upload), offset_of(runtime, moved)) == (0, 5)


def test_what_has_become_a_video_never_expires(ada: Visitor) -> None:
    upload = begun(ada.edge.runtime, ada.actor, 5)

    headers = [expiry_headers(upload), expiry_headers(replace(upload, state=UploadState.DONE))]

    assert headers == [{"Upload-Expires": "Mon, 02 Mar 2026 12:00:00 GMT"}, {}]
