"""What the studio's script sends along, and uploads as it begins them."""

import base64

from playwright.sync_api import Page
from tests.dialects.runtimes import VAULT, Client
from tests.web.people import log_in

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.web.forms import form_token

UPLOADS = "/studio/uploads"
TUS = {"tus-resumable": "1.0.0"}
PIECE = {"content-type": "application/offset+octet-stream"}


def page_headers(client: Client, db: Database, user: User) -> dict[str, str]:
    """Log in, and give what requests of the page carry."""
    token = log_in(client, db, user)
    return {**TUS, "x-form-token": form_token(VAULT.form_key, token)}


def metadata(**said: str) -> str:
    return ",".join(
        f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in said.items()
    )


def taken_over(page: Page) -> None:
    """Wait until the page's script has put its own form in place of the plain one."""
    page.locator("[data-news]").wait_for(state="attached")


def announce(
    client: Client, headers: dict[str, str], size_bytes: int = 10, title: str = "A film"
) -> str:
    """Begin an upload; gives the path of its address."""
    said = metadata(filename="a film.mp4", filetype="video/mp4", title=title)
    asked = {**headers, "upload-length": str(size_bytes), "upload-metadata": said}
    answer = client.post(UPLOADS, headers=asked)
    assert answer.status_code == 201, answer.text
    return UPLOADS + str(answer.headers["location"]).partition(UPLOADS)[2]


def send_all(client: Client, headers: dict[str, str], address: str, content: bytes) -> None:
    asked = {**headers, **PIECE, "upload-offset": "0"}
    answer = client.patch(address, headers=asked, content=content)
    assert answer.status_code == 204, answer.text
