"""Captions and chapters that owners give their videos."""

from typing import Any

from litestar import delete, put
from litestar.params import FromPath

from vitascope.base.errors import Invalid
from vitascope.base.ids import VideoRef, parse_video_ref
from vitascope.core.access.model import Actor, Right
from vitascope.core.videos.chapters import set_chapters
from vitascope.core.videos.read import manage_video
from vitascope.dialects.peertube.auth import get_caller
from vitascope.dialects.peertube.bodies import read_fields, read_fields_and_files
from vitascope.dialects.peertube.errors import Fault, InvalidFields
from vitascope.dialects.peertube.languages import LANGUAGES
from vitascope.dialects.peertube.parts import AnyRequest, parts_of
from vitascope.http.captioning import add_caption_file, drop_caption
from vitascope.http.multipart import FileRule
from vitascope.http.threads import on_thread

_FIELD = "captionfile"
_LARGEST_CAPTION_BYTES = 20 * 2**20


@put(
    "/api/v1/videos/{video_id:str}/captions/{language:str}",
    operation_id="addVideoCaption",
    status_code=204,
)
async def add(request: AnyRequest, video_id: FromPath[str], language: FromPath[str]) -> None:
    runtime = parts_of(request).runtime
    actor, ref = await on_thread(get_caller, request), parse_video_ref(video_id)
    if language not in LANGUAGES:
        raise InvalidFields({"captionLanguage": Fault(msg="Is not a known language")})
    # Before the body: a stranger's bytes are not stored.
    await on_thread(_check_manages, request, actor, ref)
    rule = FileRule(limit_bytes=_LARGEST_CAPTION_BYTES, folder=runtime.incoming)
    _, form = await read_fields_and_files(request, {_FIELD: rule})
    try:
        if _FIELD not in form.files:
            raise InvalidFields({_FIELD: Fault(msg="Is missing")})
        path, label = form.files[_FIELD].path, LANGUAGES[language]
        await add_caption_file(runtime, actor, ref, path, language=language, label=label)
    except Invalid as error:
        if error.field != "caption":
            raise
        raise InvalidFields({_FIELD: Fault(msg=error.message)}) from error
    finally:
        await form.discard()


@delete(
    "/api/v1/videos/{video_id:str}/captions/{language:str}",
    operation_id="delVideoCaption",
    status_code=204,
    sync_to_thread=True,
)
def remove(request: AnyRequest, video_id: FromPath[str], language: FromPath[str]) -> None:
    runtime, actor = parts_of(request).runtime, get_caller(request)
    drop_caption(runtime, actor, parse_video_ref(video_id), language)


@put(
    "/api/v1/videos/{video_id:str}/chapters",
    operation_id="replaceVideoChapters",
    status_code=204,
)
async def replace_chapters(request: AnyRequest, video_id: FromPath[str]) -> None:
    actor, ref = await on_thread(get_caller, request), parse_video_ref(video_id)
    chapters = _chapters(await read_fields(request))
    await on_thread(_set_chapters, request, actor, ref, chapters)


def _check_manages(request: AnyRequest, actor: Actor, ref: VideoRef) -> None:
    with parts_of(request).runtime.db.read() as tx:
        manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)


def _set_chapters(
    request: AnyRequest, actor: Actor, ref: VideoRef, chapters: list[tuple[int, str]]
) -> None:
    with parts_of(request).runtime.db.begin() as tx:
        set_chapters(tx, actor, ref, chapters)


def _chapters(fields: dict[str, Any]) -> list[tuple[int, str]]:
    """Starts (ms) and titles.

    Raises:
        InvalidFields: there is no list of them.
    """
    given = fields.get("chapters")
    if not isinstance(given, list) or not all(_is_chapter(each) for each in given):
        fault = Fault(msg="Should be an array of chapters with timecode and title")
        raise InvalidFields({"chapters": fault})
    return [(each["timecode"] * 1000, each["title"]) for each in given]


def _is_chapter(given: Any) -> bool:
    if not isinstance(given, dict):
        return False
    # In Python, true is a number.
    timecode = given.get("timecode")
    is_whole = isinstance(timecode, int) and not isinstance(timecode, bool)
    return is_whole and isinstance(given.get("title"), str)


ROUTES = (add, remove, replace_chapters)
