import asyncio
import hashlib
import io
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image
from tests.fetch.fake_site import FakeSite, Page, serve_site
from tests.media.clips import Draw

from vitascope.fetch.errors import BadAnswer, BadUrl, Blocked, FetchError, TooLarge
from vitascope.fetch.guard import Guard
from vitascope.fetch.proxy import GuardedProxy
from vitascope.fetch.site import (
    FetchedVideo,
    SiteEntry,
    SiteVideo,
    fetch_site,
    list_site,
    look_at_site,
)
from vitascope.media.ffmpeg import Tools
from vitascope.media.probe import Chapter, probe

HLS = "application/vnd.apple.mpegurl"
FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>All films</title>
<item><title>Second</title><guid>2</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate>
<enclosure url="{site}/second.mp4" type="video/mp4"/></item>
<item><title>First</title><link>{site}/first</link></item>
</channel></rss>"""
MASTER = """#EXTM3U
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="English",LANGUAGE="en",URI="en.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Deutsch",LANGUAGE="de",URI="de.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=640x360,CODECS="avc1.42c01e",SUBTITLES="s"
media.m3u8
"""
CAPTIONS = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2.0,\n{name}.vtt\n#EXT-X-ENDLIST\n"


@pytest.fixture
def site() -> Iterator[FakeSite]:
    with serve_site() as site:
        yield site


@pytest.fixture
async def proxy() -> AsyncIterator[str]:
    async with GuardedProxy(Guard(["127.0.0.1/32"])) as proxy:
        yield proxy.url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "fetched"
    folder.mkdir()
    return folder


def put_film(site: FakeSite) -> str:
    """A page that describes the video beside it in the words of schema.org."""
    site.pages.setdefault("/film.mp4", Page(b"no picture yet", "video/mp4"))
    film = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": "A day at the sea",
        "description": "Waves, mostly.",
        "uploadDate": "2026-02-03",
        "duration": "PT2S",
        "contentUrl": f"{site.url}/film.mp4",
        "thumbnailUrl": f"{site.url}/film.png",
        "keywords": "sea, waves",
        "author": {"@type": "Person", "name": "Ada"},
        "hasPart": [
            {"@type": "Clip", "name": "Low tide", "startOffset": 0, "endOffset": 1},
            {"@type": "Clip", "name": "High tide", "startOffset": 1, "endOffset": 2},
        ],
    }
    script = f'<script type="application/ld+json">{json.dumps(film)}</script>'
    return site.put("/film", f"<html><head><title>Sea</title>{script}</head></html>")


def film_of(site: FakeSite) -> SiteVideo:
    return SiteVideo(
        title="A day at the sea",
        webpage_url=f"{site.url}/film",
        description="Waves, mostly.",
        duration_ms=2000,
        tags=("sea", "waves"),
        upload_date=date(2026, 2, 3),
        thumbnail_url=f"{site.url}/film.png",
        uploader="Ada",
    )


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (64, 36), "navy").save(buffer, "PNG")
    return buffer.getvalue()


async def fetch(
    proxy: str, url: str, folder: Path, tools: Tools, *, limit_bytes: int = 10**9
) -> FetchedVideo:
    return await fetch_site(
        proxy, url, folder, limit_bytes=limit_bytes, most_height=1080, ffmpeg=tools.ffmpeg
    )


@pytest.mark.process
async def test_a_page_tells_everything_about_its_video(proxy: str, site: FakeSite) -> None:
    url = put_film(site)

    video = await look_at_site(proxy, url)

    assert video == film_of(site)


@pytest.mark.process
async def test_a_feed_is_listed_as_the_site_gives_it(proxy: str, site: FakeSite) -> None:
    url = site.put("/feed", FEED.format(site=site.url), "application/rss+xml")

    entries = await list_site(proxy, url)

    assert entries == [
        SiteEntry(
            url=f"{site.url}/second.mp4",
            title="Second",
            published_at=datetime(2026, 2, 3, 10, tzinfo=UTC),
        ),
        SiteEntry(url=f"{site.url}/first", title="First"),
    ]
    assert site.paths() == ["/feed"]


@pytest.mark.journey
async def test_a_list_is_cut_where_it_was_asked_to(proxy: str, site: FakeSite) -> None:
    url = site.put("/feed", FEED.format(site=site.url), "application/rss+xml")

    entries = await list_site(proxy, url, most=1)

    assert [entry.title for entry in entries] == ["Second"]


@pytest.mark.journey
async def test_one_video_is_no_list(proxy: str, site: FakeSite) -> None:
    url = put_film(site)

    with pytest.raises(FetchError, match="one video at this address, and no list"):
        await list_site(proxy, url)


@pytest.mark.journey
async def test_a_list_is_not_fetched_as_a_video(
    proxy: str, site: FakeSite, folder: Path, tools: Tools
) -> None:
    url = site.put("/feed", FEED.format(site=site.url), "application/rss+xml")

    with pytest.raises(FetchError, match="a list at this address, and not one video"):
        await fetch(proxy, url, folder, tools)

    assert list(folder.iterdir()) == []


@pytest.mark.process
async def test_a_missing_page_is_an_answer_for_good(proxy: str, site: FakeSite) -> None:
    with pytest.raises(BadAnswer) as caught:
        await look_at_site(proxy, f"{site.url}/film")

    assert vars(caught.value) == {
        "message": "The site answered: 404 Not Found",
        "status": 404,
        "permanent": True,
    }


@pytest.mark.journey
async def test_a_busy_site_may_be_asked_again(proxy: str, site: FakeSite) -> None:
    site.pages["/film"] = Page(b"", status=503)

    with pytest.raises(BadAnswer) as caught:
        await look_at_site(proxy, f"{site.url}/film")

    assert (caught.value.status, caught.value.permanent) == (503, False)


@pytest.mark.journey
async def test_a_page_without_a_video_says_so(proxy: str, site: FakeSite) -> None:
    url = site.put("/text", "<html><title>Words</title>Nothing to see</html>")

    with pytest.raises(FetchError) as caught:
        await look_at_site(proxy, url)

    assert vars(caught.value) == {
        "message": "There is no video at this address",
        "permanent": True,
    }


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ytsearch:sea", "sea", "ftp://a.b/c"])
async def test_what_is_no_web_address_is_not_given_to_the_site_reader(url: str) -> None:
    with pytest.raises(BadUrl):
        await look_at_site("http://127.0.0.1:1", url)


@pytest.mark.process
async def test_a_page_cannot_point_its_video_at_a_blocked_address(
    proxy: str, site: FakeSite, folder: Path, tools: Tools
) -> None:
    with serve_site("127.0.0.2") as inner:
        secret = inner.put("/film.mp4", b"secret", "video/mp4")
        url = site.put("/film", f'<html><title>x</title><video src="{secret}"></video></html>')
        with pytest.raises(Blocked):
            await fetch(proxy, url, folder, tools)

        assert inner.asked == []
        assert site.paths() == ["/film"]


@pytest.mark.journey
async def test_a_page_cannot_redirect_to_a_blocked_address(proxy: str, site: FakeSite) -> None:
    with serve_site("127.0.0.2") as inner:
        secret = inner.put("/film.mp4", b"secret", "video/mp4")
        site.pages["/film"] = Page(b"", status=302, location=secret)
        with pytest.raises(Blocked):
            await look_at_site(proxy, f"{site.url}/film")

        assert inner.asked == []
        assert site.paths() == ["/film"]


@pytest.mark.media
async def test_a_video_is_fetched_with_its_chapters_and_its_thumbnail(
    proxy: str, site: FakeSite, folder: Path, tools: Tools, draw_clip: Draw
) -> None:
    site.put_file("/film.mp4", draw_clip(duration_s=2), "video/mp4")
    site.put("/film.png", picture(), "image/png")
    seen: list[tuple[int, int | None]] = []

    fetched = await fetch_site(
        proxy,
        put_film(site),
        folder,
        limit_bytes=10**9,
        most_height=1080,
        ffmpeg=tools.ffmpeg,
        on_progress=lambda *progress: seen.append(progress),
    )

    found = await probe(tools, fetched.path)
    size_bytes = len(site.pages["/film.mp4"].body)
    assert fetched == FetchedVideo(
        path=folder / "video.mp4",
        size_bytes=(folder / "video.mp4").stat().st_size,
        about=film_of(site),
        thumbnail_path=folder / "video.jpg",
    )
    assert found.chapters == (
        Chapter(start_ms=0, end_ms=1000, title="Low tide"),
        Chapter(start_ms=1000, end_ms=2000, title="High tide"),
    )
    with Image.open(folder / "video.jpg") as thumbnail:
        assert thumbnail.format == "JPEG"
    assert sorted(path.name for path in folder.iterdir()) == ["video.jpg", "video.mp4"]
    assert seen[-1] == (size_bytes, None)


@pytest.mark.media
async def test_captions_of_a_stream_are_put_into_the_file_but_for_broken_ones(
    proxy: str, site: FakeSite, folder: Path, tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    draw_clip("media.m3u8", "-hls_time", "1", "-hls_playlist_type", "vod", duration_s=2)
    for part in tmp_path.glob("media*"):
        site.put_file(f"/{part.name}", part, HLS if part.suffix == ".m3u8" else "video/mp2t")
    url = site.put("/film.m3u8", MASTER, HLS)
    site.put("/en.m3u8", CAPTIONS.format(name="en"), HLS)
    site.put("/en.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n", "text/vtt")
    site.put("/de.m3u8", CAPTIONS.format(name="de"), HLS)

    fetched = await fetch(proxy, url, folder, tools)

    found = await probe(tools, fetched.path)
    assert found.video is not None
    assert [stream.language for stream in found.subtitles] == ["en"]
    assert "/de.vtt" in site.paths()
    assert [path.name for path in folder.iterdir()] == ["video.mp4"]


@pytest.mark.media
async def test_an_encrypted_stream_is_deciphered_without_ffmpeg_fetching_it(
    proxy: str, site: FakeSite, folder: Path, tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    key, key_info = tmp_path / "key.bin", tmp_path / "key.txt"
    key.write_bytes(bytes(range(16)))
    key_info.write_text(f"key.bin\n{key}\n")
    encrypted = ("-hls_key_info_file", str(key_info), "-hls_playlist_type", "vod")
    draw_clip("media.m3u8", *encrypted, size="128x72", duration_s=1, sound=False)
    for part in tmp_path.glob("media*"):
        site.put_file(f"/{part.name}", part, HLS if part.suffix == ".m3u8" else "video/mp2t")
    site.put_file("/key.bin", key, "application/octet-stream")

    fetched = await fetch(proxy, f"{site.url}/media.m3u8", folder, tools)

    found = await probe(tools, fetched.path)
    assert found.video is not None
    assert (found.video.width, found.video.height) == (128, 72)


@pytest.mark.media
async def test_more_than_the_limit_is_not_fetched(
    proxy: str, site: FakeSite, folder: Path, tools: Tools, draw_clip: Draw
) -> None:
    url = site.put_file("/film.mp4", draw_clip(duration_s=2), "video/mp4")

    with pytest.raises(TooLarge) as caught:
        await fetch(proxy, url, folder, tools, limit_bytes=20_000)

    assert caught.value.limit_bytes == 20_000
    assert sum(path.stat().st_size for path in folder.iterdir()) < 50_000


@pytest.mark.media
async def test_what_was_cancelled_goes_on_where_it_was(
    proxy: str, site: FakeSite, folder: Path, tools: Tools, draw_clip: Draw
) -> None:
    clip = draw_clip(duration_s=2)
    url = site.put_file("/film.mp4", clip, "video/mp4")
    half = len(site.pages["/film.mp4"].body) // 2
    site.pages["/film.mp4"].stalls_after = half
    task = asyncio.create_task(fetch(proxy, url, folder, tools))
    while not any(path.stat().st_size > 0 for path in folder.iterdir()):
        await asyncio.sleep(0.02)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    site.pages["/film.mp4"].stalls_after = None
    site.asked.clear()
    fetched = await fetch(proxy, url, folder, tools)

    resumed = [asked for _, asked in site.asked if asked not in (None, "bytes=0-")]
    assert len(resumed) == 1
    assert checksum(fetched.path) == checksum(clip)


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
