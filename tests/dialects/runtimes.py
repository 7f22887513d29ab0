"""The running parts a dialect needs, on a database and a folder of the test's own."""

from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from litestar import Litestar
from litestar.testing import TestClient
from tests.conftest import SECRET
from tests.factories import NOON
from tests.settings import changed, frozen_settings, ladder_of

from vitascope.core.access.vault import Vault
from vitascope.core.pages.live import LiveFooter
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.settings.model import Settings
from vitascope.db import Database
from vitascope.http.caller import Callers
from vitascope.http.metering import Metering
from vitascope.http.recording import Recording
from vitascope.http.runtime import Runtime
from vitascope.http.viewing import Viewing
from vitascope.media.ffmpeg import Tools
from vitascope.origin.delivery import Origin
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.pictures import WebPictures
from vitascope.origin.shelf import Shelf
from vitascope.storage.local import LocalStore
from vitascope.storage.scratch import Scratch
from vitascope.web.assets import Assets
from vitascope.web.player_pages import WebPlayerPages

Client: TypeAlias = TestClient[Litestar]
Headers: TypeAlias = dict[str, str]

PUBLIC_URL = "https://video.example"
VAULT = Vault(SECRET)
ASSETS = Assets()


def make_runtime(db: Database, folder: Path, **changes: Any) -> Runtime:
    """The clock stands at noon unless ``now`` is given; nothing is limited.

    ``changes`` are parts and settings by name, as :func:`tests.settings.changed` takes them.
    """
    given_now = changes.get("now", lambda: NOON)
    store, tools = LocalStore(folder / "media"), Tools.find(None)
    metering = Metering(db, given_now)
    origin = Origin(
        db=db,
        store=store,
        gate=Gate(db, SECRET, lambda: NOON),
        shelf=Shelf(db, Scratch(folder / "work")),
        downloads=Downloads(store, tools, folder / "downloads", max_bytes=10**9),
        metering=metering,
        pictures=WebPictures(store),
    )
    given: dict[str, Any] = {
        "db": db,
        "store": store,
        "tools": tools,
        "delivery": origin,
        "settings": frozen_settings(db, SETTINGS),
        "pages": None,
        "metering": metering,
        "viewing": Viewing(db, SECRET, given_now),
        "recording": Recording(db),
        "footer": LiveFooter(db, clock=lambda: 0.0),
        "secret": SECRET,
        "vault": VAULT,
        "callers": Callers(db, VAULT, given_now),
        "limiter": None,
        "signup": SignupPolicy(),
        "incoming": folder / "media" / "incoming",
        "uploads": folder / "uploads",
        "now": given_now,
    }
    made = changed(Runtime(**given), **changes)
    # After the changes: the pages show settings, too.
    return replace(made, pages=WebPlayerPages(made.db, made.settings, ASSETS))


SETTINGS = Settings(
    instance_description="A test",
    public_url=PUBLIC_URL,
    max_upload_bytes=10 * 1024**2,
    ladder=ladder_of(720, 360),
)
