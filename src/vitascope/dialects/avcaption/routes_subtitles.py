"""Subtitles of one's own videos: add, list, fetch, delete, translate."""

from collections.abc import Sequence
from uuid import UUID

from litestar import Response, delete, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoRef, parse_video_ref
from vitascope.core.access.model import Actor
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_entry_captions
from vitascope.core.translations.ask import (
    ask_translation,
    list_own_translations,
    own_translation,
    translation_provider,
)
from vitascope.core.translations.model import Translation
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.avcaption.auth import AnyRequest, Gate
from vitascope.dialects.avcaption.input import Input, read_json
from vitascope.dialects.avcaption.library import own_entry
from vitascope.dialects.avcaption.subtitle_files import (
    MEDIA_TYPES,
    MOST_BYTES,
    WEBVTT,
    check_ending,
    judging_subtitle,
    received_key,
)
from vitascope.dialects.avcaption.wire_subtitles import (
    AskedOut,
    SubtitleOut,
    SubtitlesOut,
    TranslationOut,
    TranslationsOut,
    subtitles_out,
)
from vitascope.http.captioning import add_caption_file, drop_caption
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.storage import BlobMissing

_HERE = "/videos/{video_id:str}/subtitles"
_ONE = f"{_HERE}/{{subtitle_id:str}}"
_JOBS = f"{_HERE}/translations"
_LONGEST = 100


def routes(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    return [*_routes_of_files(runtime, gate), *_routes_of_translations(runtime, gate)]


def _routes_of_files(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @post(_HERE)
    async def add(video_id: FromPath[str], request: AnyRequest) -> SubtitleOut:
        actor, ref = await on_thread(gate.writer, request), parse_video_ref(video_id)
        # Before the body: a stranger's bytes are not stored.
        await on_thread(_own, runtime, actor, ref)
        rule = FileRule(limit_bytes=MOST_BYTES, folder=runtime.incoming, check=check_ending)
        form = await read_form(request.scope, request.receive, files={"file": rule})
        try:
            language = await _add(runtime, actor, ref, form)
        finally:
            await form.discard()
        return await on_thread(_shown, runtime, actor, ref, language)

    @get(_HERE, sync_to_thread=True)
    def list_all(video_id: FromPath[str], request: AnyRequest) -> SubtitlesOut:
        entry, captions = _own(runtime, gate.reader(request), parse_video_ref(video_id))
        return SubtitlesOut(subtitles_out(entry.video, captions, runtime.public_url))

    @get(_ONE, sync_to_thread=True)
    def show(
        video_id: FromPath[str], subtitle_id: FromPath[str], request: AnyRequest
    ) -> Response[bytes]:
        actor, ref = gate.reader(request), parse_video_ref(video_id)
        caption = _named(runtime, actor, ref, subtitle_id)
        return _file(runtime, caption.vtt_key, WEBVTT)

    @get(f"{_ONE}/original", sync_to_thread=True)
    def show_original(
        video_id: FromPath[str], subtitle_id: FromPath[str], request: AnyRequest
    ) -> Response[bytes]:
        actor, ref = gate.reader(request), parse_video_ref(video_id)
        caption = _named(runtime, actor, ref, subtitle_id)
        return _file(runtime, received_key(caption), MEDIA_TYPES[caption.format])

    @delete(_ONE, sync_to_thread=True)
    def remove(
        video_id: FromPath[str], subtitle_id: FromPath[str], request: AnyRequest
    ) -> None:
        actor, ref = gate.writer(request), parse_video_ref(video_id)
        _own(runtime, actor, ref)
        drop_caption(runtime, actor, ref, subtitle_id)

    return [add, list_all, show, show_original, remove]


def _routes_of_translations(runtime: Runtime, gate: Gate) -> list[HTTPRouteHandler]:
    @post(f"{_ONE}/translate", status_code=202)
    async def translate(
        video_id: FromPath[str], subtitle_id: FromPath[str], request: AnyRequest
    ) -> AskedOut:
        actor, ref = await on_thread(gate.writer, request), parse_video_ref(video_id)
        await on_thread(_own, runtime, actor, ref)
        given = await read_json(request)
        asked = await on_thread(_ask, runtime, actor, ref, subtitle_id, given)
        return AskedOut.of(asked)

    @get(_JOBS, sync_to_thread=True)
    def list_jobs(video_id: FromPath[str], request: AnyRequest) -> TranslationsOut:
        actor, ref = gate.reader(request), parse_video_ref(video_id)
        with runtime.db.read() as tx:
            own_entry(tx, actor, ref)
            found = list_own_translations(tx, actor, ref)
        return TranslationsOut([TranslationOut.of(each) for each in found])

    @get(f"{_JOBS}/{{job_id:str}}", sync_to_thread=True)
    def show_job(
        video_id: FromPath[str], job_id: FromPath[str], request: AnyRequest
    ) -> TranslationOut:
        actor, ref = gate.reader(request), parse_video_ref(video_id)
        with runtime.db.read() as tx:
            own_entry(tx, actor, ref)
            return TranslationOut.of(own_translation(tx, actor, ref, _job_id(job_id)))

    return [translate, list_jobs, show_job]


def _own(runtime: Runtime, actor: Actor, ref: VideoRef) -> tuple[VideoEntry, list[Caption]]:
    """The actor's video and its captions. Raises NotFound."""
    with runtime.db.read() as tx:
        entry = own_entry(tx, actor, ref)
        return entry, list_entry_captions(tx, entry)


def _named(runtime: Runtime, actor: Actor, ref: VideoRef, name: str) -> Caption:
    """Raises NotFound."""
    _, captions = _own(runtime, actor, ref)
    return _called(captions, name)


def _shown(runtime: Runtime, actor: Actor, ref: VideoRef, language: str) -> SubtitleOut:
    """Raises NotFound when it was deleted again meanwhile."""
    entry, captions = _own(runtime, actor, ref)
    added = _called(captions, language)
    return subtitles_out(entry.video, [added], runtime.public_url)[0]


def _called(captions: Sequence[Caption], name: str) -> Caption:
    """The one of this name, in whatever capitals. Raises NotFound."""
    for caption in captions:
        if caption.name.lower() == name.lower():
            return caption
    raise NotFound("caption", name)


async def _add(runtime: Runtime, actor: Actor, ref: VideoRef, form: Form) -> str:
    """The language of what was added, as it is kept."""
    given = Input({name: values[0] for name, values in form.fields.items()})
    language = given.text("language", longest=_LONGEST, is_required=True)
    label = given.text("label", longest=_LONGEST)
    is_default = given.flag("default") or False
    if "file" not in form.files:
        given.refuse("file", "file is required")
    given.check()
    with judging_subtitle():
        return await add_caption_file(
            runtime,
            actor,
            ref,
            form.files["file"].path,
            language=language,
            label=label or None,
            is_default=is_default,
        )


def _file(runtime: Runtime, key: str, media_type: str) -> Response[bytes]:
    try:
        content = b"".join(runtime.store.read(key))
    except BlobMissing:
        # It was replaced between the two looks.
        raise NotFound("caption", key.rpartition("/")[2]) from None
    headers = {"Content-Type": media_type, "X-Content-Type-Options": "nosniff"}
    return Response(content, headers=headers)


def _ask(runtime: Runtime, actor: Actor, ref: VideoRef, name: str, given: Input) -> Translation:
    target = given.text("target_language", longest=_LONGEST, is_required=True)
    wanted = given.text("provider", longest=_LONGEST)
    replaces = given.flag("replace") or False
    given.check()
    settings = runtime.settings.current()
    provider = translation_provider(settings, wanted)
    with runtime.db.begin() as tx:
        return ask_translation(
            tx,
            actor,
            ref,
            name,
            target,
            provider=provider,
            replaces=replaces,
            most_characters=settings.translation_daily_characters,
            now=runtime.now(),
        )


def _job_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("translation", text) from None
