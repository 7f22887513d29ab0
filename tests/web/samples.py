"""Views that tests render."""

from datetime import UTC, datetime
from typing import Any

from vitascope.web.views import (
    CaptionView,
    CardView,
    ChapterView,
    DownloadView,
    Site,
    Stage,
    WatchView,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
MEDIA = "/media/5f2b7c1e-0000-4000-8000-000000000001"


def make_site(**values: Any) -> Site:
    given: dict[str, Any] = {
        "name": "Quarry",
        "description": "Films of the quarry field club.",
        "public_url": "https://videos.example.org",
        "assets": "/a/0123456789",
    }
    return Site(**(given | values))


def make_card(**values: Any) -> CardView:
    given: dict[str, Any] = {
        "path": "/w/mqxEpNbGePgWrSDtEgfsfN",
        "title": "Soldering basics",
        "channel": "Bench Lab",
        "views": 30979,
        "published_at": datetime(2026, 2, 24, 9, tzinfo=UTC),
        "duration_s": 536.0,
        "poster": f"{MEDIA}/poster.jpg",
    }
    return CardView(**(given | values))


def make_view(**values: Any) -> WatchView:
    given: dict[str, Any] = {
        "path": "/w/mqxEpNbGePgWrSDtEgfsfN",
        "embed_path": "/videos/embed/mqxEpNbGePgWrSDtEgfsfN",
        "hls": f"{MEDIA}/master.m3u8",
        "stage": Stage.WATCHABLE,
        "title": "Soldering basics",
        "description": "How to set up a small bench.\nMore at https://bench.example.org/",
        "channel": "Bench Lab",
        "tags": ("workshop", "electronics"),
        "views": 30979,
        "published_at": datetime(2026, 2, 24, 9, tzinfo=UTC),
        "is_listed": True,
        "duration_s": 20.0,
        "width": 640,
        "height": 360,
        "poster": f"{MEDIA}/poster.jpg",
        "storyboard": f"{MEDIA}/storyboard.vtt",
        "chapters_src": f"{MEDIA}/chapters.vtt",
        "chapters": (
            ChapterView(start_s=0, title="Beginning"),
            ChapterView(start_s=8, title="The rest"),
        ),
        "captions": (
            CaptionView(src=f"{MEDIA}/captions/en.vtt", language="en", label="English"),
            CaptionView(src=f"{MEDIA}/captions/fr.vtt", language="fr", label="Français"),
        ),
        "downloads": (
            DownloadView(
                src=f"{MEDIA}/download/360p.mp4", resolution=360, size_bytes=61_000_000
            ),
            DownloadView(
                src=f"{MEDIA}/download/180p.mp4", resolution=180, size_bytes=9_000_000
            ),
        ),
        "status": None,
        "encoding": None,
        "failure": None,
    }
    return WatchView(**(given | values))
