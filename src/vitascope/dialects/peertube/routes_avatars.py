"""The avatars that users choose, and the addresses where all may see them."""

import io
import uuid
from pathlib import Path

from litestar import HttpMethod, delete, post, route
from litestar.params import FromPath
from litestar.types import ASGIApp

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import ActorImage, ImageKind, image_key
from vitascope.core.accounts.queries import find_image
from vitascope.core.users.pictures import AVATAR_WIDTHS, set_my_avatar
from vitascope.dialects.peertube.answers import Answer, answer
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields_and_files
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.dialects.peertube.pictures import LARGEST_PICTURE_BYTES
from vitascope.dialects.peertube.wire import image_out
from vitascope.http.files import SendBlob
from vitascope.http.multipart import FileRule, Form
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.media.pictures import UnreadablePicture, make_avatars
from vitascope.storage import BlobMissing

_FIELD = "avatarfile"
# Names are drawn anew for every picture.
_CACHING = "public, max-age=31536000, immutable"


@post("/api/v1/users/me/avatar/pick", status_code=200)
async def pick(request: AnyRequest) -> Answer:
    runtime = parts_of(request).runtime
    actor = await on_thread(get_caller, request)
    # Before the body: what may not be shown is not stored.
    actor.check_writes()
    rule = FileRule(limit_bytes=LARGEST_PICTURE_BYTES, folder=runtime.incoming)
    _, form = await read_fields_and_files(request, {_FIELD: rule})
    try:
        images = await on_thread(_set, runtime, actor, _received(form))
    finally:
        await form.discard()
    return answer({"avatars": [image_out(image) for image in images]})


@delete("/api/v1/users/me/avatar", status_code=200, sync_to_thread=True)
def remove(request: AnyRequest) -> Answer:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    with runtime.db.begin() as tx:
        set_my_avatar(tx, actor, (), now=runtime.now())
    return answer({"avatars": []})


@route(
    "/lazy-static/avatars/{name:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    sync_to_thread=True,
)
def avatar(request: AnyRequest, name: FromPath[str]) -> ASGIApp:
    runtime = parts_of(request).runtime
    with runtime.db.read() as tx:
        image = find_image(tx, name)
    if image is None or image.kind is not ImageKind.AVATAR:
        raise NotFound("file", name)
    return _sent(runtime, image)


def _received(form: Form) -> Path:
    if _FIELD not in form.files:
        raise InvalidFields({_FIELD: Fault(msg="Is missing")})
    return form.files[_FIELD].path


def _set(runtime: Runtime, actor: Actor, picture: Path) -> tuple[ActorImage, ...]:
    """
    Raises:
        InvalidFields: it is not a picture we can read.
    """
    try:
        made = make_avatars(picture, AVATAR_WIDTHS)
    except UnreadablePicture as error:
        raise InvalidFields({_FIELD: Fault(msg=error.reason)}) from error
    names = {width: f"{uuid.uuid4()}.jpg" for width in made}
    for width, content in made.items():
        runtime.store.put(image_key(names[width]), io.BytesIO(content))
    with runtime.db.begin() as tx:
        return set_my_avatar(tx, actor, list(names.items()), now=runtime.now())


def _sent(runtime: Runtime, image: ActorImage) -> ASGIApp:
    try:
        size_bytes = runtime.store.size(image.key)
    except BlobMissing:
        raise NotFound("file", image.filename) from None
    return SendBlob(
        store=runtime.store,
        key=image.key,
        size_bytes=size_bytes,
        modified=image.created_at,
        media_type="image/jpeg",
        cache_control=_CACHING,
    )


ROUTES = (pick, remove, avatar)
