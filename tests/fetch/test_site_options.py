from pathlib import Path

from yt_dlp import YoutubeDL

from vitascope.fetch.site_info import Info
from vitascope.fetch.site_options import format_selector, options_for
from vitascope.fetch.site_words import Fetch, ListAll, LookAt, SiteOrder

PROXY = "http://child:secret@127.0.0.1:1"


def choose(formats: list[Info], *, most_height: int = 720) -> str:
    """The formats that yt-dlp takes of those that a site offers, worst first."""
    selector = format_selector(most_height)
    with YoutubeDL({"format": selector, "quiet": True, "js_runtimes": {}}) as grabber:
        info = grabber.process_ie_result(
            {"id": "1", "title": "x", "extractor": "x", "formats": formats}, download=False
        )
    return str(info["format_id"])


def offer(name: str, **more: object) -> Info:
    return {"format_id": name, "url": f"https://a.test/{name}", "ext": "mp4", **more}


def test_the_best_picture_that_fits_is_taken_with_the_best_sound() -> None:
    chosen = choose(
        [
            offer("low-sound", vcodec="none", acodec="aac", abr=64),
            offer("sound", vcodec="none", acodec="aac", abr=128),
            offer("whole", vcodec="h264", acodec="aac", height=360),
            offer("480", vcodec="h264", acodec="none", height=480),
            offer("720", vcodec="h264", acodec="none", height=720),
            offer("1080", vcodec="h264", acodec="none", height=1080),
        ]
    )

    assert chosen == "720+sound"


def test_a_site_that_has_only_larger_pictures_gives_its_smallest() -> None:
    chosen = choose(
        [
            offer("1080", vcodec="h264", acodec="aac", height=1080),
            offer("2160", vcodec="h264", acodec="aac", height=2160),
        ]
    )

    assert chosen == "1080"


def test_a_height_that_is_not_told_is_allowed() -> None:
    chosen = choose([offer("only")])

    assert chosen == "only"


def test_what_yt_dlp_would_leave_to_ffmpeg_is_passed_over() -> None:
    chosen = choose(
        [
            offer("http", vcodec="h264", acodec="aac", height=360, protocol="https"),
            offer("hls", vcodec="h264", acodec="aac", height=480, protocol="m3u8_native"),
            offer("rtmp", vcodec="h264", acodec="aac", height=720, protocol="rtmp"),
            offer("rtsp", vcodec="h264", acodec="aac", height=720, protocol="rtsp"),
            offer("ws", vcodec="h264", acodec="aac", height=720, protocol="websocket_frag"),
        ]
    )

    assert chosen == "hls"


def test_sound_alone_is_better_than_nothing() -> None:
    chosen = choose([offer("sound", vcodec="none", acodec="aac")])

    assert chosen == "sound"


def test_every_order_goes_through_the_proxy_and_reads_no_files() -> None:
    fetch = Fetch(
        proxy_url=PROXY,
        url="https://a.test/",
        folder=Path("fetched"),
        ffmpeg="ffmpeg",
        limit_bytes=1,
        most_height=720,
    )
    orders: list[SiteOrder] = [
        LookAt(proxy_url=PROXY, url="https://a.test/"),
        ListAll(proxy_url=PROXY, url="https://a.test/", most=3),
        fetch,
    ]

    told = [options_for(order) for order in orders]

    names = ("proxy", "enable_file_urls", "usenetrc", "cachedir", "js_runtimes")
    assert [[options[name] for name in names] for options in told] == [
        [PROXY, False, False, False, {}]
    ] * 3
    assert told[1]["playlist_items"] == "1:3"
