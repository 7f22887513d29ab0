import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from tests.web.samples import MEDIA, NOON, make_card, make_site, make_view

from vitascope.web.render import (
    embed_code,
    linked_data,
    render_embed,
    render_error,
    render_home,
    render_password,
    render_watch,
)
from vitascope.web.views import EncodingView, Stage

SITE = make_site()
WATCH = "https://videos.example.org/w/mqxEpNbGePgWrSDtEgfsfN"
EMBED = "https://videos.example.org/videos/embed/mqxEpNbGePgWrSDtEgfsfN"


class Reader(HTMLParser):
    """Collects start tags with their attributes, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def named(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_a_watch_page_tells_other_sites_what_it_shows() -> None:
    reader = Reader(render_watch(SITE, make_view()))

    told = {
        meta.get("property") or meta.get("name"): meta["content"]
        for meta in reader.named("meta")
        if "content" in meta and meta.get("name") not in {"viewport", "theme-color"}
    }
    text = "How to set up a small bench. More at https://bench.example.org/"
    image = f"https://videos.example.org{MEDIA}/poster.jpg"
    assert told == {
        "description": text,
        "og:platform": "PeerTube",
        "og:site_name": "Quarry",
        "og:type": "video.other",
        "og:title": "Soldering basics",
        "og:description": text,
        "og:url": WATCH,
        "og:image": image,
        "og:video": EMBED,
        "og:video:type": "text/html",
        "og:video:width": "640",
        "og:video:height": "360",
        "twitter:card": "player",
        "twitter:title": "Soldering basics",
        "twitter:description": text,
        "twitter:image": image,
        "twitter:player": EMBED,
        "twitter:player:width": "640",
        "twitter:player:height": "360",
    }


def test_a_watch_page_links_its_canonical_address_and_its_oembed() -> None:
    reader = Reader(render_watch(SITE, make_view()))

    links = [
        (link["rel"], link["href"])
        for link in reader.named("link")
        if link["rel"] in {"canonical", "alternate"}
    ]
    oembed = "https://videos.example.org/services/oembed?url=" + WATCH.replace(":", "%3A")
    assert links == [("canonical", WATCH), ("alternate", oembed)]


def test_a_watch_page_works_without_scripts() -> None:
    html = render_watch(SITE, make_view())

    fallback = re.search(r"<noscript><video.*?</noscript>", html, re.DOTALL)
    assert fallback is not None
    reader = Reader(fallback[0].removeprefix("<noscript>"))
    assert reader.tags == [
        (
            "video",
            {
                "controls": None,
                "playsinline": None,
                "preload": "none",
                "poster": f"{MEDIA}/poster.jpg",
                "aria-label": "Soldering basics",
            },
        ),
        ("source", {"src": f"{MEDIA}/download/360p.mp4", "type": "video/mp4"}),
        ("source", {"src": f"{MEDIA}/master.m3u8", "type": "application/vnd.apple.mpegurl"}),
        (
            "track",
            {
                "kind": "captions",
                "src": f"{MEDIA}/captions/en.vtt",
                "srclang": "en",
                "label": "English",
            },
        ),
        (
            "track",
            {
                "kind": "captions",
                "src": f"{MEDIA}/captions/fr.vtt",
                "srclang": "fr",
                "label": "Français",
            },
        ),
    ]


def test_chapters_and_downloads_are_plain_links() -> None:
    reader = Reader(render_watch(SITE, make_view()))

    links = [link["href"] for link in reader.named("a")]
    assert links == [
        "#main",
        "/",
        f"{MEDIA}/download/360p.mp4",
        f"{MEDIA}/download/180p.mp4",
        "https://bench.example.org/",
        "/w/mqxEpNbGePgWrSDtEgfsfN?t=0",
        "/w/mqxEpNbGePgWrSDtEgfsfN?t=8",
    ]


def test_the_player_finds_its_configuration_in_the_page() -> None:
    html = render_watch(SITE, make_view(title="</script><b>"))

    config = re.search(r"data-player-config>(.*?)</script>", html, re.DOTALL)
    assert config is not None
    assert json.loads(config[1]) == {
        "hls": f"{MEDIA}/master.m3u8",
        "title": "</script><b>",
        "poster": f"{MEDIA}/poster.jpg",
        "captions": [
            {
                "src": f"{MEDIA}/captions/en.vtt",
                "srclang": "en",
                "label": "English",
                "styled": None,
                "is_default": False,
            },
            {
                "src": f"{MEDIA}/captions/fr.vtt",
                "srclang": "fr",
                "label": "Français",
                "styled": None,
                "is_default": False,
            },
        ],
        "chapters": f"{MEDIA}/chapters.vtt",
        "storyboard": f"{MEDIA}/storyboard.vtt",
        "duration_s": 20.0,
        "status": None,
        "gate": None,
        "look": None,
        "viewer": None,
        "views": None,
        "video": "",
        "remembers_as": None,
        "keep_alive": None,
        "saves": [],
        "beats": [],
    }


@pytest.mark.parametrize("render", [render_watch, render_embed])
def test_what_people_write_never_becomes_markup(render: object) -> None:
    evil = '"><script>alert(1)</script>'
    view = make_view(
        title=evil, description=evil, channel=evil, tags=(evil,), failure=evil, chapters=()
    )

    html = render(replace(SITE, name=evil), view)  # type: ignore[operator]  # a function of either kind

    scripts = Reader(html).named("script")
    assert [script.get("src", script.get("type")) for script in scripts if "src" in script] == [
        "/a/0123456789/watch.js"
    ]
    assert "alert(1)</script>" not in html


def test_no_page_asks_another_host_for_anything() -> None:
    pages = [
        render_watch(SITE, make_view()),
        render_embed(SITE, make_view()),
        render_home(SITE, [make_card()], next_page=2, now=NOON),
        render_password(
            SITE,
            "/w/x/unlock",
            problem="This password does not open the video.",
            is_embed=False,
        ),
        render_error(SITE, "This page does not exist", "It may be mistyped."),
    ]

    asked = {
        address
        for html in pages
        for attributes in Reader(html).named("script", "img", "video", "source", "track")
        if (address := attributes.get("src")) and not address.startswith("/")
    }
    asked |= {
        str(link["href"])
        for html in pages
        for link in Reader(html).named("link")
        if link["rel"] in {"stylesheet", "preload", "icon"}
        and not str(link["href"]).startswith("/")
    }
    assert asked == set()


def test_a_video_in_the_making_says_when_it_is_watchable_and_reloads_without_scripts() -> None:
    encoding = EncodingView(percent=11, watchable_in_s=12.0, resolutions=(), making=())
    view = make_view(
        stage=Stage.WAITING, encoding=encoding, status=f"{MEDIA}/status", downloads=()
    )

    reader = Reader(html := render_watch(SITE, view))

    assert "Watchable in about 12 s." in reader.text
    assert reader.named("progress") == [
        {
            "data-progress": None,
            "max": "100",
            "value": "11",
            "aria-label": "Preparing the video",
        }
    ]
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in html
    assert reader.named("video", "button") == []


def test_qualities_to_come_stand_beside_those_that_are_made() -> None:
    encoding = EncodingView(
        percent=40, watchable_in_s=None, resolutions=(360, 180), making=(("720p", 42),)
    )

    html = render_watch(SITE, make_view(encoding=encoding, status=f"{MEDIA}/status"))

    qualities = re.search(r"<ul class=\"qualities\".*?</ul>", html, re.DOTALL)
    assert qualities is not None
    assert Reader(qualities[0]).text == "720p, 42 % 360p 180p"


def test_a_failed_video_says_why_and_loads_no_player() -> None:
    reader = Reader(
        render_watch(SITE, make_view(stage=Stage.FAILED, failure="The file is empty."))
    )

    assert "This video could not be prepared for watching." in reader.text
    assert "The file is empty." in reader.text
    assert [script for script in reader.named("script") if "src" in script] == []


def test_an_unlisted_video_asks_search_engines_to_stay_away() -> None:
    found = [
        'name="robots" content="noindex"' in render_watch(SITE, make_view(is_listed=is_listed))
        for is_listed in (True, False)
    ]

    assert found == [False, True]


def test_embed_code_is_one_frame_with_the_title_escaped() -> None:
    code = embed_code(SITE, make_view(title='Say "hi"'))

    assert Reader(code).tags == [
        (
            "iframe",
            {
                "src": EMBED,
                "title": 'Say "hi"',
                "width": "560",
                "height": "315",
                "allow": "autoplay; fullscreen; picture-in-picture",
                "allowfullscreen": None,
            },
        )
    ]


def test_search_engines_read_the_video_as_linked_data() -> None:
    data = linked_data(SITE, make_view(description=""))

    assert data == {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": "Soldering basics",
        "description": "Soldering basics",
        "uploadDate": "2026-02-24T09:00:00+00:00",
        "url": WATCH,
        "embedUrl": EMBED,
        "thumbnailUrl": f"https://videos.example.org{MEDIA}/poster.jpg",
        "duration": "PT0M20S",
    }


def test_home_shows_cards_and_a_real_link_to_more() -> None:
    cards = [make_card(), make_card(title="Without a picture", poster=None, duration_s=None)]

    reader = Reader(render_home(SITE, cards, next_page=3, now=NOON))

    assert [link["href"] for link in reader.named("a")] == [
        "#main",
        "/",
        "/w/mqxEpNbGePgWrSDtEgfsfN",
        "/w/mqxEpNbGePgWrSDtEgfsfN",
        "/?page=3",
    ]
    assert [image["src"] for image in reader.named("img")] == [f"{MEDIA}/poster.jpg"]
    assert "8:56 Soldering basics Bench Lab 30,979 views 5 days ago" in reader.text


def test_an_empty_instance_says_so_in_one_sentence() -> None:
    reader = Reader(render_home(SITE, [], next_page=None, now=NOON))

    assert "Nobody has published a video here yet." in unescape(reader.text)
    assert [link["href"] for link in reader.named("a")] == ["#main", "/"]


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [("https://videos.example.org", 1), ("http://localhost:8080", 0)],
)
def test_only_servers_with_tls_say_that_they_speak_peertube(
    public_url: str, expected: int
) -> None:
    html = render_watch(make_site(public_url=public_url), make_view())

    assert html.count('<meta property="og:platform" content="PeerTube">') == expected
