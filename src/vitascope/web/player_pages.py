"""The promise of :class:`vitascope.http.player_pages.PlayerPages`, kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from vitascope.core.assets.model import Rendition, RenditionKind, RenditionState
from vitascope.core.settings.live import LiveSettings
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.http.player_pages import Beat, CaptchaWords, HtmlPage, PlayerShow
from vitascope.http.runtime import utc_now
from vitascope.web.assets import Assets
from vitascope.web.captcha import captcha_view
from vitascope.web.gathering import Gathered, gather
from vitascope.web.headers import page_headers
from vitascope.web.render import render_error, render_page, render_password
from vitascope.web.streaming import stream_of
from vitascope.web.translate import position_name, views_path_of, watch_view
from vitascope.web.views import DownloadView, PlayWish, Site, WatchView

_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class WebPlayerPages:
    """``media_hosts`` are origins beside our own that send media."""

    db: Database
    settings: LiveSettings
    assets: Assets
    media_hosts: Sequence[str] = ()
    now: Callable[[], datetime] = utc_now

    def player(self, entry: VideoEntry, show: PlayerShow) -> HtmlPage:
        """As :meth:`vitascope.http.player_pages.PlayerPages.player` promises."""
        if show.gate is None:
            show = self._streamed(entry, show)
        with self.db.read() as tx:
            view = _view(gather(tx, entry), show)
        template = "shown.html" if show.has_chrome else "player.html"
        text = render_page(self._site, template, view=view)
        headers = page_headers(
            media_hosts=self.media_hosts,
            framed_by=show.framed_by,
            is_personal=True,
            tells=_origins(show.beats),
        )
        return _page(200, headers, text)

    def password(
        self, action: str, *, problem: str | None = None, status: int = 200
    ) -> HtmlPage:
        """As :meth:`vitascope.http.player_pages.PlayerPages.password` promises."""
        text = render_password(self._site, action, problem=problem, is_embed=True)
        return _page(status, page_headers(framed_by=None, is_personal=True), text)

    def captcha(self, words: CaptchaWords, *, status: int = 200) -> HtmlPage:
        """As :meth:`vitascope.http.player_pages.PlayerPages.captcha` promises."""
        captcha = captcha_view(
            words.provider, site_key=words.site_key, challenge=words.challenge
        )
        text = render_page(self._site, "captcha.html", words=words, captcha=captcha)
        headers = page_headers(framed_by=None, is_personal=True, others=captcha.hosts)
        return _page(status, headers, text)

    def error(self, status: int, heading: str, sentence: str) -> HtmlPage:
        """As :meth:`vitascope.http.player_pages.PlayerPages.error` promises."""
        text = render_error(self._site, heading, sentence)
        return _page(status, page_headers(framed_by=None), text)

    def _streamed(self, entry: VideoEntry, show: PlayerShow) -> PlayerShow:
        """``show`` without clear files, where they are not for everybody."""
        stream = stream_of(self.db, entry, lends=show.lends, now=self.now())
        if stream is None:
            return show
        return replace(
            show,
            file=stream.file,
            gate=stream.gate,
            framed_by=stream.framed_by,
            stream=None,
            downloads=None,
        )

    @property
    def _site(self) -> Site:
        """What pages show of the instance. In a frame of another's nobody is logged in."""
        settings = self.settings.current()
        return Site(
            name=settings.instance_name,
            description=settings.instance_description,
            public_url=settings.public_url,
            assets=self.assets.base,
        )


def _page(status: int, headers: dict[str, str], text: str) -> HtmlPage:
    return HtmlPage(status=status, headers={"content-type": _HTML, **headers}, body=text)


def _view(found: Gathered, show: PlayerShow) -> WatchView:
    video = found.entry.video
    complete = [
        rendition
        for rendition in found.renditions
        if rendition.kind is RenditionKind.VIDEO and rendition.state is RenditionState.COMPLETE
    ]
    wish = PlayWish(
        video=str(video.uuid),
        remembers_as=position_name(video.uuid) if show.remembers_position else None,
        keep_alive=show.keep_alive,
        saves=_saves(complete, show),
        beats=tuple(_beat(beat) for beat in show.beats),
    )
    view = watch_view(found, file=show.file, gate=show.gate)
    return replace(
        view,
        path=show.path,
        embed_path=show.path,
        downloads=_streams(complete, show),
        wish=wish,
        watcher=show.watcher,
        is_listed=view.is_listed and not show.is_for_one,
        views_path=views_path_of(view, video, show.playback_token),
    )


def _streams(renditions: Sequence[Rendition], show: PlayerShow) -> tuple[DownloadView, ...]:
    if show.stream is None:
        return ()
    return tuple(
        DownloadView(
            src=show.stream(rendition.name),
            resolution=rendition.resolution or 0,
            size_bytes=rendition.size_bytes,
        )
        for rendition in renditions
    )


def _saves(
    renditions: Sequence[Rendition], show: PlayerShow
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    if show.downloads is None:
        return ()
    return tuple(
        (
            rendition.name,
            tuple((file.kind, file.src) for file in show.downloads(rendition.name)),
        )
        for rendition in renditions
    )


def _beat(beat: Beat) -> dict[str, object]:
    return {
        "target": beat.target,
        "per_minute": beat.per_minute,
        "query_name": beat.query_name,
        "field_name": beat.field_name,
        "relay_id": beat.relay_id,
    }


def _origins(beats: Sequence[Beat]) -> list[str]:
    """Where the beats go, as a policy names it. Those to our own server need no name."""
    found = [urlsplit(beat.target) for beat in beats if beat.relay_id is None]
    return sorted({f"{address.scheme}://{address.netloc}" for address in found})
