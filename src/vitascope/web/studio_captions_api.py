"""What the script of the edit dialog asks and does about the captions of a video."""

from dataclasses import dataclass

from litestar import HttpMethod, Response, post
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import VideoId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.captions.edit import choose_default_caption
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_entry_captions
from vitascope.core.translations.ask import (
    ask_translation,
    list_own_translations,
    translation_provider,
)
from vitascope.core.translations.model import OPEN, Translation, TranslationState
from vitascope.core.videos.read import own_video
from vitascope.db import Tx
from vitascope.http.captioning import add_caption_file, drop_caption, language_label
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.threads import on_thread
from vitascope.web.api import answered, changed, ordered, posted, sender, told
from vitascope.web.desk import Desk
from vitascope.web.sessions import Visit, WebRequest

_HERE = "/studio/api/library/videos/{video_id:str}/captions"
_ONE = f"{_HERE}/{{caption_id:str}}"
_MOST_BYTES = 5 * 2**20


class CaptionOut(Struct):
    """``name`` is its own within the video. What is not ``is_added`` came with the file."""

    name: str
    label: str
    language: str
    is_default: bool
    is_automatic: bool
    is_added: bool


class TranslatingOut(Struct):
    """A translation that is under way, or the sentence why it failed."""

    language: str
    label: str
    percent: int
    failure: str | None


class CaptionsOut(Struct):
    """``translates`` says whether somebody does that here."""

    captions: list[CaptionOut]
    translations: list[TranslatingOut]
    translates: bool


class DefaultIn(Struct, forbid_unknown_fields=True):
    is_default: bool


class WishIn(Struct, forbid_unknown_fields=True):
    target_language: str
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class CaptionsApi:
    """Every answer has all captions, as they are after the deed."""

    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            told(desk, _HERE, self.listed),
            self._adding(),
            changed(desk, _ONE, DefaultIn, self.choose_default),
            ordered(desk, HttpMethod.DELETE, _ONE, self.remove),
            posted(desk, f"{_ONE}/translate", WishIn, self.translate),
        ]

    def _adding(self) -> HTTPRouteHandler:
        @post(_HERE, status_code=200)
        async def handle(request: WebRequest) -> Response[bytes]:
            return await answered(self._add(request))

        return handle

    def listed(self, visit: Visit, _user: User) -> CaptionsOut:
        return self._now(visit.actor, _video_id(visit))

    def choose_default(self, visit: Visit, _user: User, given: DefaultIn) -> CaptionsOut:
        video_id = _video_id(visit)
        with self.desk.runtime.db.begin() as tx:
            own_video(tx, visit.actor, video_id)
            name = _name(visit) if given.is_default else None
            choose_default_caption(tx, visit.actor, video_id, name)
        return self._now(visit.actor, video_id)

    def remove(self, visit: Visit, _user: User) -> CaptionsOut:
        video_id = _video_id(visit)
        self._check_owns(visit.actor, video_id)
        drop_caption(self.desk.runtime, visit.actor, video_id, _name(visit))
        return self._now(visit.actor, video_id)

    def translate(self, visit: Visit, _user: User, given: WishIn) -> CaptionsOut:
        runtime, video_id = self.desk.runtime, _video_id(visit)
        self._check_owns(visit.actor, video_id)
        settings = runtime.settings.current()
        provider = translation_provider(settings)
        with runtime.db.begin() as tx:
            ask_translation(
                tx,
                visit.actor,
                video_id,
                _name(visit),
                given.target_language.strip(),
                provider=provider,
                replaces=given.replaces,
                most_characters=settings.translation_daily_characters,
                now=runtime.now(),
            )
        return self._now(visit.actor, video_id)

    async def _add(self, request: WebRequest) -> CaptionsOut:
        runtime = self.desk.runtime
        visit, _ = await on_thread(sender, self.desk, request)
        video_id = _video_id(visit)
        await on_thread(self._check_owns, visit.actor, video_id)
        rule = FileRule(limit_bytes=_MOST_BYTES, folder=runtime.incoming)
        form = await read_form(request.scope, request.receive, files={"file": rule})
        try:
            if "file" not in form.files:
                raise Invalid("caption", "Choose a caption file")
            await add_caption_file(
                runtime,
                visit.actor,
                video_id,
                form.files["file"].path,
                language=_field(form, "language"),
                label=_field(form, "label") or None,
            )
        finally:
            await form.discard()
        return await on_thread(self._now, visit.actor, video_id)

    def _check_owns(self, actor: Actor, video_id: VideoId) -> None:
        """Raises NotFound."""
        with self.desk.runtime.db.read() as tx:
            own_video(tx, actor, video_id)

    def _now(self, actor: Actor, video_id: VideoId) -> CaptionsOut:
        runtime = self.desk.runtime
        with runtime.db.read() as tx:
            captions = list_entry_captions(tx, own_video(tx, actor, video_id))
            translations = _latest(tx, actor, video_id)
        return CaptionsOut(
            captions=[_caption_out(caption) for caption in captions],
            translations=[_translating_out(each) for each in translations],
            translates=bool(runtime.settings.current().translation_provider),
        )


def _latest(tx: Tx, actor: Actor, video_id: VideoId) -> list[Translation]:
    """The last wish for each language, when there is something to tell of it."""
    latest: dict[str, Translation] = {}
    for each in list_own_translations(tx, actor, video_id):
        latest.setdefault(each.target_language, each)
    telling = {*OPEN, TranslationState.FAILED}
    return [each for each in latest.values() if each.state in telling]


def _caption_out(caption: Caption) -> CaptionOut:
    return CaptionOut(
        name=caption.name,
        label=caption.label,
        language=caption.language,
        is_default=caption.is_default,
        is_automatic=caption.is_automatic,
        is_added=caption.is_added,
    )


def _translating_out(translation: Translation) -> TranslatingOut:
    language = translation.target_language
    return TranslatingOut(
        language=language,
        label=language_label(language),
        percent=int(translation.percent),
        failure=translation.failure,
    )


def _field(form: Form, name: str) -> str:
    return form.fields.get(name, [""])[0].replace("\0", "").strip()


def _video_id(visit: Visit) -> VideoId:
    return VideoId(parse_row_id("video", str(visit.request.path_params["video_id"])))


def _name(visit: Visit) -> str:
    name = str(visit.request.path_params["caption_id"])
    if "\0" in name:
        raise NotFound("caption", "of this name")
    return name
