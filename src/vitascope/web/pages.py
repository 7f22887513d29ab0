"""Each page: the wire read, the core asked, HTML written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from litestar import Request, Response
from litestar.datastructures import State
from litestar.response import Redirect

from vitascope.base.ids import VideoRef, parse_video_ref
from vitascope.core.access.model import ANONYMOUS
from vitascope.core.access.playback import mint_playback_token
from vitascope.core.videos.model import Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.read import PasswordRequired, PasswordWrong, view_video
from vitascope.http.delivery import Viewer
from vitascope.http.runtime import Runtime
from vitascope.web.gathering import gather
from vitascope.web.headers import page_headers
from vitascope.web.render import (
    render_embed,
    render_error,
    render_home,
    render_password,
    render_watch,
)
from vitascope.web.translate import card_view, watch_path, watch_view
from vitascope.web.unlocking import playback_cookie, shown_token
from vitascope.web.views import Site, WatchView

WebRequest = Request[None, None, State]

PER_PAGE = 24
_EMBED = "/videos/embed/"


@dataclass(frozen=True, slots=True)
class Pages:
    """``media_hosts`` are origins beside our own that send media."""

    runtime: Runtime
    site: Site
    media_hosts: Sequence[str] = field(default=())

    def home(self, page: int) -> Response[str]:
        """The newest public videos; ``page`` counts from 1."""
        start = (page - 1) * PER_PAGE
        with self.runtime.db.read() as tx:
            # One more than shown tells whether there is a next page.
            found = list_videos(
                tx, Selection(is_nsfw=False), start=start, count=PER_PAGE + 1, counted=False
            )
        cards = [card_view(entry) for entry in found.items[:PER_PAGE]]
        next_page = page + 1 if len(found.items) > PER_PAGE else None
        now = self.runtime.now()
        return self._html(render_home(self.site, cards, next_page=next_page, now=now))

    def watch(self, request: WebRequest, text: str) -> Response[str] | Redirect:
        """The page of a video, or the form that asks for its password."""
        ref = parse_video_ref(text)
        try:
            entry = self._admit(request, ref)
        except PasswordRequired:
            return self._ask(f"/w/{text}/unlock", is_wrong=False)
        if request.url.path != (path := watch_path(entry.video)):
            return _moved(path, request)
        return self._html(render_watch(self.site, self._view(entry)))

    def embed(self, request: WebRequest, text: str) -> Response[str]:
        """The player alone, for frames in pages of others."""
        try:
            entry = self._admit(request, parse_video_ref(text))
        except PasswordRequired:
            return self._ask(f"{_EMBED}{text}/unlock", is_wrong=False, is_embed=True)
        return self._html(render_embed(self.site, self._view(entry)), framed_by=None)

    def unlock(self, text: str, password: str, *, is_embed: bool) -> Response[str] | Redirect:
        """Remember in a cookie that the password was right, and show the video."""
        ref = parse_video_ref(text)
        try:
            with self.runtime.db.read() as tx:
                entry = view_video(tx, ANONYMOUS, ref, password=password)
        except PasswordWrong:
            action = f"{_EMBED if is_embed else '/w/'}{text}/unlock"
            return self._ask(action, is_wrong=True, is_embed=is_embed)
        video, runtime = entry.video, self.runtime
        token = mint_playback_token(runtime.secret, video.uuid, now=runtime.now())
        path = f"{_EMBED}{text}" if is_embed else watch_path(video)
        is_secure = urlsplit(runtime.public_url).scheme == "https"
        cookie = playback_cookie(video.uuid, token, is_secure=is_secure)
        return Redirect(path, status_code=303, headers={"set-cookie": cookie})

    def canonical(self, request: WebRequest, text: str) -> Redirect:
        """PeerTube's longer address of the same page."""
        return _moved(f"/w/{text}", request)

    def error(
        self, request: WebRequest, status: int, heading: str, sentence: str
    ) -> Response[str]:
        # In a frame people should read why there is no video, not that the frame is refused.
        framed_by = None if request.url.path.startswith(_EMBED) else ()
        text = render_error(self.site, heading, sentence)
        return self._html(text, status=status, framed_by=framed_by)

    def missing(self, request: WebRequest) -> Response[str]:
        """What is hidden, unknown or malformed looks the same from outside."""
        return self.error(
            request,
            404,
            "This page does not exist",
            "The address may be mistyped, or the video was removed or is not public.",
        )

    def _admit(self, request: WebRequest, ref: VideoRef) -> VideoEntry:
        token = shown_token(request.cookies, ref)
        return self.runtime.delivery.admit(ref, Viewer(playback_token=token))

    def _view(self, entry: VideoEntry) -> WatchView:
        with self.runtime.db.read() as tx:
            return watch_view(gather(tx, entry))

    def _ask(self, action: str, *, is_wrong: bool, is_embed: bool = False) -> Response[str]:
        text = render_password(self.site, action, is_wrong=is_wrong, is_embed=is_embed)
        status = 403 if is_wrong else 200
        return self._html(text, status=status, framed_by=None if is_embed else ())

    def _html(
        self, text: str, *, status: int = 200, framed_by: Sequence[str] | None = ()
    ) -> Response[str]:
        headers = page_headers(media_hosts=self.media_hosts, framed_by=framed_by)
        return Response(text, status_code=status, media_type="text/html", headers=headers)


def _moved(path: str, request: WebRequest) -> Redirect:
    query = request.url.query
    return Redirect(f"{path}?{query}" if query else path, status_code=301)
