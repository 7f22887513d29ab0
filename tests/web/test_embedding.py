"""The player in pages of others: embeds, their API, and VSRCPlayer."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page
from tests.web.browser import Record, shoot, until, wait_in
from tests.web.samples import MEDIA
from tests.web.site import FixtureSite, serving
from tests.web.test_player import wait_for_video

from vitascope.http.asgi import Receive, Scope, Send

pytestmark = [pytest.mark.browser, pytest.mark.media]

# A page of somebody else, with the parent's side of the channel written out by hand.
_PARENT = """
<!doctype html><html lang="en"><head><title>Parent</title><link rel="icon" href="data:,"></head>
<body><iframe id="frame" src="{embed}" width="640" height="360" allow="autoplay"></iframe>
<script>
const frame = document.getElementById('frame')
const answers = new Map(); let next = 1
window.told = []; window.greeting = null
window.ask = (method, params) => new Promise((resolve) => {
  answers.set(next, resolve)
  const text = JSON.stringify({ id: next++, method: 'peertube::' + method, params })
  frame.contentWindow.postMessage(text, '*')
})
addEventListener('message', (event) => {
  const message = JSON.parse(event.data)
  if (message.method === 'peertube::__ready') {
    window.greeting = message.params
    const reply = { type: 'publish-reply', publish: [] }
    const text = JSON.stringify({ method: 'peertube::__ready', params: reply })
    frame.contentWindow.postMessage(text, '*')
  } else if (message.method) window.told.push([message.method, message.params ?? null])
  else answers.get(message.id)(message)
})
</script></body></html>
"""

# By then a player would have greeted, and told twice how it is.
_SAY_LATER = """setTimeout(
  () => parent.postMessage(JSON.stringify({ method: 'later' }), '*'), 1200
)"""

_METHODS = [
    "getCaptions",
    "getCurrentPosition",
    "getCurrentTime",
    "getImageDataUrl",
    "getPlaybackRate",
    "getPlaybackRates",
    "getResolutions",
    "getVolume",
    "isPlaying",
    "isReady",
    "pause",
    "play",
    "playNextVideo",
    "playPreviousVideo",
    "seek",
    "setCaption",
    "setPlaybackRate",
    "setResolution",
    "setVideoPassword",
    "setVolume",
]


class Elsewhere:
    """A server of another origin with one page."""

    def __init__(self, html: str) -> None:
        self.html = html

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self.html.encode()})


def ask(page: Page, method: str, params: object = None) -> object:
    """The embed's whole answer, without its id."""
    call = f"window.ask({json.dumps(method)}, {json.dumps(params)})"
    answer = page.evaluate(call)
    answer.pop("id")
    return answer


# Long because a whole conversation stands here.
def test_a_parent_page_greets_steers_and_hears_the_player(
    site: FixtureSite, page: Page, record: Record
) -> None:
    parent = _PARENT.replace("{embed}", f"{site.url}/embed?api=1")
    with serving(Elsewhere(parent)) as origin:
        page.goto(origin)
        until(page, "window.told.some(([name]) => name === 'peertube::ready')")
        greeting = page.evaluate("window.greeting")
        played = ask(page, "play")
        until(
            page, "window.told.some(([name, p]) => name.endsWith('Update') && p.position > 0.5)"
        )
        sought, set_volume = ask(page, "seek", 12), ask(page, "setVolume", 0.5)
        until(
            page,
            "window.told.some(([name, p]) => name.endsWith('StatusUpdate') && p.position > 12)",
        )
        resolutions, captions = ask(page, "getResolutions"), ask(page, "getCaptions")
        picture = ask(page, "getImageDataUrl")
        unknown = ask(page, "selfDestruct")
        ask(page, "pause")
        until(page, "window.told.some(([name]) => name === 'peertube::pause')")
        told = {name for name, _params in page.evaluate("window.told")}
        is_playing, volume = ask(page, "isPlaying"), ask(page, "getVolume")

    publish = [{"action": "bind", "method": method} for method in _METHODS]
    assert greeting["type"] == "publish-request"
    assert sorted(greeting["publish"], key=lambda entry: str(entry["method"])) == publish
    assert (played, sought, set_volume) == ({"result": None},) * 3
    assert resolutions == {
        "result": [
            {"id": -1, "label": "Auto", "active": True, "height": 0},
            {"id": 0, "label": "180p", "active": False, "width": 320, "height": 180},
            {"id": 1, "label": "360p", "active": False, "width": 640, "height": 360},
        ]
    }
    folder = f"{site.url}{MEDIA}/captions"
    assert captions == {
        "result": [
            {"id": "en", "label": "English", "src": f"{folder}/en.vtt", "mode": "disabled"},
            {"id": "fr", "label": "Français", "src": f"{folder}/fr.vtt", "mode": "disabled"},
        ]
    }
    assert isinstance(picture, dict)
    assert picture["result"].startswith("data:image/jpeg;base64,")
    assert unknown == {
        "error": "method_not_found",
        "message": "No such method: selfDestruct",
    }
    assert (is_playing, volume) == ({"result": False}, {"result": 0.5})
    assert told == {
        f"peertube::{name}"
        for name in (
            "ready",
            "play",
            "pause",
            "playbackStatusChange",
            "playbackStatusUpdate",
            "resolutionUpdate",
            "volumeChange",
        )
    }
    assert record == Record(origins={site.url, origin}, complaints=[])


def test_an_embed_that_was_not_asked_for_its_api_says_nothing(
    site: FixtureSite, page: Page
) -> None:
    parent = _PARENT.replace("{embed}", f"{site.url}/embed")
    with serving(Elsewhere(parent)) as origin:
        page.goto(origin)
        page.frame_locator("#frame").locator("media-controller").wait_for()

        page.frames[1].evaluate(_SAY_LATER)
        until(page, "window.told.length > 0")

        assert page.evaluate("[window.greeting, window.told]") == [None, [["later", None]]]


def test_an_embed_plays_by_itself_as_its_address_says(site: FixtureSite, page: Page) -> None:
    page.goto(f"{site.url}/embed?autoplay=1&muted=1&loop=1&start=5s&subtitle=fr&playbackRate=2")

    wait_for_video(page, "v.currentTime > 5.5")
    shoot(page, "embed")

    state = page.evaluate(
        "(() => { const v = document.querySelector('video');"
        " const shown = [...v.textTracks].find(t => t.mode === 'showing');"
        " return [v.muted, v.loop, v.playbackRate, shown?.language] })()"
    )
    assert state == [True, True, 2, "fr"]


def test_a_watch_page_refuses_to_be_framed(site: FixtureSite, page: Page) -> None:
    with serving(Elsewhere(_PARENT.replace("{embed}", f"{site.url}/watch"))) as origin:
        page.goto(origin)

        refused = "chrome-error://chromewebdata/"
        wait_in(page, lambda: page.frames[1].url == refused, "the frame is refused")


def _vsrc_page(site: FixtureSite, script: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><title>Shop</title>'
        '<link rel="icon" href="data:,"></head><body>'
        '<video id="player" class="video-js" width="640" controls></video>'
        f'<script src="{site.url}/dist/vsrc-player.js"></script>'
        f"<script>window.log = []; {script}</script></body></html>"
    )


def test_vsrc_embed_code_plays_in_a_page_of_another_origin(
    site: FixtureSite, page: Page, record: Record
) -> None:
    site.resolvable["vod_1"] = f"{MEDIA}/master.m3u8"
    script = (
        "window.player = new VSRCPlayer('#player', { type: 'vod', mediaId: 'vod_1',"
        " onReady: (player) => log.push(player === window.player),"
        " onError: (error) => log.push(String(error)) })"
    )
    with serving(Elsewhere(_vsrc_page(site, script))) as origin:
        page.goto(origin)
        until(page, "window.log.length")
        page.evaluate("player.volume(0.3); player.getPlayer().video.loop = true")
        page.evaluate("player.play()")
        wait_for_video(page, "v.currentTime > 0.5 && v.webkitAudioDecodedByteCount > 0")
        page.evaluate("player.seek(15)")
        until(page, "player.currentTime() > 15.2")
        state = page.evaluate("[log, player.isPlaying(), player.volume(), player.resolvedSrc]")
        shoot(page, "vsrc")
        page.evaluate("player.pause(); player.dispose()")

        assert state == [[True], True, 0.3, f"{site.url}{MEDIA}/master.m3u8"]
        assert page.locator("media-controller").count() == 0
        assert page.evaluate("[player.getPlayer(), player.isPlaying()]") == [None, False]
    assert record == Record(origins={site.url, origin}, complaints=[])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("'#nothing', { mediaId: 'vod_1'", "Error: VSRCPlayer: no element matches #nothing"),
        ("'#player', { mediaId: 'vod_2'", "Error: VSRCPlayer: no media vod_2 (404)"),
        (
            "'#player', { mediaId: 'live_1', type: 'live', maxProbeAttempts: 1",
            "Error: VSRCPlayer: the live stream has not started",
        ),
    ],
)
def test_vsrc_player_says_what_went_wrong(
    site: FixtureSite, page: Page, arguments: str, expected: str
) -> None:
    site.resolvable |= {"vod_1": f"{MEDIA}/master.m3u8", "live_1": f"{MEDIA}/none.m3u8"}
    script = f"new VSRCPlayer({arguments}, onError: (error) => log.push(String(error)) }})"
    with serving(Elsewhere(_vsrc_page(site, script))) as origin:
        page.goto(origin)

        until(page, "window.log.some((line) => line.startsWith('Error'))")

        assert page.evaluate("window.log.at(-1)") == expected


def test_an_embed_works_where_storage_is_denied(
    site: FixtureSite, context: BrowserContext, page: Page, record: Record
) -> None:
    frame = (
        f'<iframe sandbox="allow-scripts" src="{site.url}/embed?autoplay=1&muted=1"></iframe>'
    )
    html = f'<title>Strict</title><link rel="icon" href="data:,">{frame}'
    with serving(Elsewhere(html)) as origin:
        page.goto(origin)

        until(
            page.frames[1],
            "document.querySelector('media-controller video')?.currentTime > 0.5",
        )

        assert record == Record(origins={site.url, origin}, complaints=[])
