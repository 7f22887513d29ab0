"""Uploads as the studio's page shows and edits them."""

from dataclasses import dataclass

from litestar.handlers import HTTPRouteHandler
from msgspec import structs

from vitascope.core.accounts.model import User
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.uploads.model import UNFINISHED, Upload, UploadProtocol, UploadState
from vitascope.core.uploads.proceed import edit_upload
from vitascope.core.uploads.queries import list_uploads
from vitascope.core.videos.fields_document import unpack_fields
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx
from vitascope.http.tus.find import offset_of, own_tus_upload
from vitascope.web.api import changed, told
from vitascope.web.desk import Desk
from vitascope.web.sessions import Visit
from vitascope.web.studio_fields import FieldsIn, video_fields
from vitascope.web.studio_wire import (
    UploadOut,
    announced_fields,
    upload_out,
    video_fields_out,
    video_out,
)

_HERE = "/studio/api/uploads"
_MOST_DONE = 10


@dataclass(frozen=True, slots=True)
class UploadApi:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            told(desk, _HERE, self.overview),
            told(desk, f"{_HERE}/{{upload_id:str}}", self.show),
            changed(desk, f"{_HERE}/{{upload_id:str}}", FieldsIn, self.edit),
        ]

    def overview(self, _visit: Visit, user: User) -> list[UploadOut]:
        """What is unfinished, and the last of those that became videos within a day."""
        runtime = self.desk.runtime
        states = UNFINISHED | {UploadState.DONE}
        with runtime.db.read() as tx:
            found = list_uploads(tx, user.id, states=states, now=runtime.now())
            mine = [one for one in found if one.protocol is UploadProtocol.TUS]
            done = [one for one in mine if one.state is UploadState.DONE]
            gone = [one for one in done if one.video_id is None]
            left_out = {one.id for one in [*done[_MOST_DONE:], *gone]}
            return [self._announced(tx, one) for one in mine if one.id not in left_out]

    def show(self, visit: Visit, _user: User) -> UploadOut:
        """One upload, with the video that came of it."""
        return self.shown(visit, str(visit.request.path_params["upload_id"]))

    def shown(self, visit: Visit, ref: str) -> UploadOut:
        """As :meth:`show`, for the upload ``ref``."""
        with self.desk.runtime.db.read() as tx:
            return self._shown(tx, self._own(tx, visit, ref))

    def edit(self, visit: Visit, _user: User, given: FieldsIn) -> UploadOut:
        """What is typed while the bytes arrive belongs to the upload, later to its video."""
        fields, now = video_fields(given), self.desk.runtime.now()
        with self.desk.runtime.db.begin() as tx:
            upload = self._own(tx, visit, str(visit.request.path_params["upload_id"]))
            if upload.video_id is None:
                upload = edit_upload(tx, visit.actor, upload, fields, now=now)
            else:
                edit_video(tx, visit.actor, upload.video_id, fields, now=now)
            return self._shown(tx, upload)

    def _own(self, tx: Tx, visit: Visit, ref: str) -> Upload:
        return own_tus_upload(tx, self.desk.runtime, visit.actor, ref)

    def _announced(self, tx: Tx, upload: Upload) -> UploadOut:
        fields = announced_fields(upload, unpack_fields(tx, upload.fields))
        return upload_out(upload, fields, offset_of(self.desk.runtime, upload))

    def _shown(self, tx: Tx, upload: Upload) -> UploadOut:
        shown = self._announced(tx, upload)
        if upload.video_id is None:
            return shown
        video = get_entry(tx, upload.video_id).video
        tags = [tag.name for tag in list_video_tags(tx, [video.id]).get(video.id, [])]
        return structs.replace(
            shown, fields=video_fields_out(video, tags), video=video_out(video)
        )
