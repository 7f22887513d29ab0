"""Each page: the wire read, the core asked, HTML written."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from litestar import Response
from litestar.response import Redirect

from vitascope.base.errors import ProductError
from vitascope.base.ids import VideoRef, parse_video_ref
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.model import Actor
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.videos.model import Privacy, Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.read import PasswordRequired, PasswordWrong
from vitascope.http.delivery import Viewer
from vitascope.http.playback_cookie import playback_cookie, shown_token
from vitascope.http.player_pages import Watcher
from vitascope.http.stream_addresses import framers
from vitascope.http.unlocking import unlock
from vitascope.web.desk import Desk, hint_at_time, see_other
from vitascope.web.gathering import gather
from vitascope.web.problems import problem_of, status_of
from vitascope.web.render import (
    render_embed,
    render_error,
    render_home,
    render_password,
    render_watch,
)
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.streaming import stream_of
from vitascope.web.translate import (
    card_view,
    position_name,
    views_path_of,
    watch_path,
    watch_view,
)
from vitascope.web.views import PlayWish, WatchView

log = logging.getLogger(__name__)

PER_PAGE = 24
_EMBED = "/videos/embed/"


@dataclass(frozen=True, slots=True)
class Pages:
    desk: Desk

    def home(self, request: WebRequest, page: int) -> Response[str]:
        """The newest videos that the visitor may find; ``page`` counts from 1."""
        visit, runtime = self.desk.visit(request), self.desk.runtime
        start = (page - 1) * PER_PAGE
        with runtime.db.read() as tx:
            # One more than shown tells whether there is a next page.
            found = list_videos(
                tx, _findable(visit.actor), start=start, count=PER_PAGE + 1, counted=False
            )
        cards = [card_view(entry) for entry in found.items[:PER_PAGE]]
        next_page = page + 1 if len(found.items) > PER_PAGE else None
        site = self.desk.site_for(visit)
        text = render_home(site, cards, next_page=next_page, now=runtime.now())
        return self._html(visit, text)

    def watch(self, request: WebRequest, text: str) -> Response[str] | Redirect:
        """The page of a video, or the form that asks for its password."""
        ref, visit = parse_video_ref(text), self.desk.visit(request)
        try:
            entry = self._admit(visit, ref)
        except PasswordRequired:
            return self._ask(visit, f"/w/{text}/unlock")
        if request.url.path != (path := watch_path(entry.video)):
            return _moved(path, request)
        view = self._view(visit, entry)
        return self._show(visit, render_watch(self.desk.site_for(visit), view), view)

    def embed(self, request: WebRequest, text: str) -> Response[str]:
        """The player alone, for frames in pages of others."""
        visit = self.desk.visit(request)
        try:
            entry = self._admit(visit, parse_video_ref(text))
        except PasswordRequired:
            return self._ask(visit, f"{_EMBED}{text}/unlock", is_embed=True)
        view = self._view(visit, entry)
        framed_by = framers(entry.video.allowed_domains or None)
        return self._show(visit, render_embed(self.desk.site, view), view, framed_by=framed_by)

    def unlock(
        self, request: WebRequest, text: str, password: str, *, is_embed: bool
    ) -> Response[str] | Redirect:
        """Remember in a cookie that the password was right, and show the video."""
        ref, visit, runtime = parse_video_ref(text), self.desk.visit(request), self.desk.runtime
        try:
            video = unlock(runtime, visit.actor, visit.client.address, ref, password).video
        except (PasswordWrong, TooManyAttempts) as error:
            action = f"{_EMBED if is_embed else '/w/'}{text}/unlock"
            return self._ask(visit, action, error, is_embed=is_embed)
        token = mint_playback_token(runtime.secret, video.uuid, now=runtime.now())
        path = f"{_EMBED}{text}" if is_embed else watch_path(video)
        cookie = playback_cookie(video.uuid, token, is_secure=runtime.is_secure)
        return see_other(path, cookie)

    def canonical(self, request: WebRequest, text: str) -> Redirect:
        """PeerTube's longer address of the same page."""
        return _moved(f"/w/{text}", request)

    def error(
        self, request: WebRequest, status: int, heading: str, sentence: str
    ) -> Response[str]:
        if request.url.path.startswith(_EMBED):
            # In a frame people should read why there is no video, not that the frame is
            # refused; but another site's page must not frame anybody's menu.
            text = render_error(self.desk.site, heading, sentence)
            return self.desk.html(text, status=status, framed_by=None)
        visit = self._visit_in_trouble(request)
        text = render_error(self.desk.site_for(visit), heading, sentence)
        return self._html(visit, text, status=status)

    def missing(self, request: WebRequest) -> Response[str]:
        """What is hidden, unknown or malformed looks the same from outside."""
        return self.error(
            request,
            404,
            "This page does not exist",
            "The address may be mistyped, or the video was removed or is not public.",
        )

    def _visit_in_trouble(self, request: WebRequest) -> Visit:
        """Who asks, as far as that can be told: the database may be what is broken."""
        try:
            return self.desk.visit(request)
        except Exception:
            log.exception("visitor not found out")
            return Visit(request=request)

    def _admit(self, visit: Visit, ref: VideoRef) -> VideoEntry:
        token = shown_token(visit.request.cookies, ref)
        viewer = Viewer(actor=visit.actor, playback_token=token)
        return self.desk.runtime.delivery.admit_to_page(ref, viewer)

    def _view(self, visit: Visit, entry: VideoEntry) -> WatchView:
        runtime, video = self.desk.runtime, entry.video.uuid
        remembers = runtime.settings.current().continue_watching
        wish = PlayWish(remembers_as=position_name(video) if remembers else None)
        name = "" if visit.user is None else visit.user.username
        watcher = Watcher(name=name, address=visit.client.address)
        lends = visit.request.method != "HEAD"
        stream = stream_of(runtime.db, entry, lends=lends, now=runtime.now())
        with runtime.db.read() as tx:
            found = gather(tx, entry)
        if stream is None:
            view = watch_view(found)
        else:
            view = watch_view(found, file=stream.file, gate=stream.gate)
        token = mint_playback_token(runtime.secret, video, now=runtime.now())
        views_path = views_path_of(view, entry.video, token)
        return replace(view, wish=wish, watcher=watcher, views_path=views_path)

    def _ask(
        self,
        visit: Visit,
        action: str,
        error: ProductError | None = None,
        *,
        is_embed: bool = False,
    ) -> Response[str]:
        problem = None if error is None else problem_of(error).sentence
        status = 200 if error is None else status_of(error)
        site = self.desk.site if is_embed else self.desk.site_for(visit)
        text = render_password(site, action, problem=problem, is_embed=is_embed)
        answer = self._html(visit, text, status=status, framed_by=None if is_embed else ())
        return answer if error is None else hint_at_time(answer, error)

    def _show(
        self,
        visit: Visit,
        text: str,
        view: WatchView,
        *,
        framed_by: Sequence[str] | None = (),
    ) -> Response[str]:
        """The page of a video."""
        is_personal = view.is_personal or not visit.actor.is_anonymous
        return self.desk.html(text, framed_by=framed_by, is_personal=is_personal)

    def _html(
        self,
        visit: Visit,
        text: str,
        *,
        status: int = 200,
        framed_by: Sequence[str] | None = (),
    ) -> Response[str]:
        is_personal = not visit.actor.is_anonymous
        return self.desk.html(text, status=status, framed_by=framed_by, is_personal=is_personal)


def _findable(actor: Actor) -> Selection:
    """Internal videos are for everybody who is known here."""
    if actor.is_anonymous:
        return Selection(is_nsfw=False)
    return Selection(is_nsfw=False, privacies=(Privacy.PUBLIC, Privacy.INTERNAL))


def _moved(path: str, request: WebRequest) -> Redirect:
    query = request.url.query
    return Redirect(f"{path}?{query}" if query else path, status_code=301)
