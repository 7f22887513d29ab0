"""People in the studio, and pieces of their files that a test holds back."""

import hashlib
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, Response, Route
from tests.journeys.server import PASSWORD, Server, wait_for
from tests.web.browser import follow
from tests.web.studio import taken_over

from vitascope.media.ffmpeg import Tools

PIECE_BYTES = 8 * 2**20
PIECES = "**/studio/uploads/*"


def draw_large_clip(tools: Tools, path: Path, *, seed: int = 1) -> Path:
    """A clip that takes three pieces: pictures that cannot be packed much."""
    picture = f"testsrc2=size=480x270:rate=25,noise=alls=60:all_seed={seed}:allf=t"
    words = ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=440", "-t", "6"]
    codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-qp", "18", "-pix_fmt", "yuv420p"]
    command = [tools.ffmpeg, "-nostdin", "-v", "error", "-y", *words, *codecs]
    subprocess.run([*command, "-g", "50", "-c:a", "aac", "-shortest", str(path)], check=True)
    return path


def log_in(page: Page, server: Server, path: str, *, name: str = "root") -> None:
    page.goto(f"{server.url}/login?next={path}")
    page.get_by_label("Username or e-mail address").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    follow(page.get_by_role("button", name="Log in"))


def open_uploads(page: Page, server: Server, *, name: str = "root") -> None:
    """The upload page, once its script has taken over."""
    log_in(page, server, "/studio/upload", name=name)
    taken_over(page)


def choose(page: Page, *files: Path) -> None:
    """What the dialog of the button does."""
    with page.expect_file_chooser() as dialog:
        page.get_by_role("button", name="Choose files").click()
    dialog.value.set_files(files)


def row(page: Page, name: str) -> Locator:
    return page.locator("li.upload", has_text=name)


def wait_until_watchable(page: Page, *names: str) -> None:
    for name in names:
        link = page.get_by_role("link", name=f"Watch {name}")
        wait_for(link.is_visible, f"{name} is watchable")


def watch(context: BrowserContext, page: Page, name: str) -> Page:
    """The page that the row of a file leads to."""
    with context.expect_page() as opened:
        page.get_by_role("link", name=f"Watch {name}").click()
    return opened.value


def sources_of(server: Server) -> dict[str, str]:
    """What the server keeps: SHA-256 by title, compared with the bytes that it stored."""
    query = (
        "select videos.title, assets.uuid, assets.sha256 from videos "
        "join assets on assets.id = videos.asset_id"
    )
    with sqlite3.connect(server.data / "vitascope.db") as db:
        rows = db.execute(query).fetchall()
    found = {}
    for title, uuid, sha256 in rows:
        (source,) = server.data.glob(f"media/assets/{_dashed(uuid)}/source")
        assert hash_of(source) == sha256
        found[title] = sha256
    return found


def hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass
class Pieces:
    """``offsets`` are where the pieces begin that the server has taken; ``held`` are those
    that the page has sent and that go no further. A page that lets go of one, since it pauses
    or is closed, may let a part of it slip through, as a line that breaks does.
    """

    offsets: list[int] = field(default_factory=list)
    held: list[Route] = field(default_factory=list)

    def wait_for_held(self, page: Page) -> None:
        # Asking the page lets its events come in.
        wait_for(lambda: page.evaluate("1") and self.held, "a piece is held back")


def goes_on_after(arrived_bytes: int, pieces: Pieces, clip: Path) -> bool:
    """Whether ``pieces`` bring the rest of the clip, and nothing of what had arrived."""
    first = pieces.offsets[0]
    rest = [*range(first, clip.stat().st_size, PIECE_BYTES)]
    return first >= arrived_bytes and pieces.offsets == rest


@contextmanager
def pieces_of(page: Page, *, passing: int | None = None) -> Iterator[Pieces]:
    """Look at the pieces that the page sends, and hold back all but the first ``passing``."""
    pieces = Pieces()
    begun: list[Route] = []

    def look(route: Route) -> None:
        if route.request.method == "PATCH":
            begun.append(route)
            if passing is not None and len(begun) > passing:
                pieces.held.append(route)
                return
        route.continue_()

    def note(response: Response) -> None:
        asked = response.request
        if "upload-offset" in asked.headers and response.status == 204:
            pieces.offsets.append(int(asked.headers["upload-offset"]))

    page.route(PIECES, look)
    page.on("response", note)
    yield pieces
    page.remove_listener("response", note)
    if not page.is_closed():
        page.unroute(PIECES)


def _dashed(uuid: str) -> str:
    plain = uuid.replace("-", "")
    return "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))
