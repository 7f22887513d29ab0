from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from tests.dialects.runtimes import Client
from tests.web.people import alerts_of, form_of, log_in, send

from vitascope.core.accounts.model import ImageKind, User, image_key
from vitascope.core.accounts.queries import list_images
from vitascope.db import Database
from vitascope.http.runtime import Runtime

HERE = "/settings/profile"
ADVICE = "Choose a PNG, JPEG, WebP or GIF picture of at most 4 MB."


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(file, kind)
    return file.getvalue()


def upload(client: Client, content: bytes | None) -> Any:
    token = form_of(client.get(HERE).text, "/settings/avatar")["form_token"]
    files = {} if content is None else {"picture": ("me.png", content)}
    # A field that is a file too makes the client write a form with files.
    parts = {"form_token": (None, token.encode()), **files}
    return client.post("/settings/avatar", files=parts)


def widths_of(db: Database) -> list[int]:
    with db.read() as tx:
        found = list_images(tx, ["ada"], ImageKind.AVATAR)
    return [image.width for image in found.get("ada", ())]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_shown_from_now_on(
    client: Client, db: Database, runtime: Runtime, ada: User, kind: str
) -> None:
    log_in(client, db, ada)

    answer = upload(client, picture(kind))
    page = client.get(answer.headers["location"]).text

    with db.read() as tx:
        images = list_images(tx, ["ada"], ImageKind.AVATAR)["ada"]
    assert [image.width for image in images] == [1500, 600, 120, 48]
    assert all(runtime.store.size(image_key(image.filename)) for image in images)
    assert "Your new picture is shown everywhere now." in page
    assert f'src="/lazy-static/avatars/{images[-1].filename}"' in page


def test_a_picture_is_removed(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)
    upload(client, picture("PNG"))

    answer = send(client, HERE, "/settings/avatar/remove")

    assert answer.headers["location"] == f"{HERE}?done=removed"
    assert widths_of(db) == []


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "No picture was chosen."),
        (b"no picture", "This file is not a PNG, JPEG, WebP or GIF picture."),
        (b"0" * (4 * 2**20 + 1), "This file is too large."),
    ],
)
def test_what_is_no_picture_is_refused_with_advice(
    client: Client,
    db: Database,
    runtime: Runtime,
    ada: User,
    content: bytes | None,
    reason: str,
) -> None:
    log_in(client, db, ada)

    answer = upload(client, content)

    assert answer.status_code == 400
    assert alerts_of(answer.text) == [f"{reason} {ADVICE}"]
    assert widths_of(db) == []
    left = list(runtime.incoming.iterdir()) if runtime.incoming.exists() else []
    assert left == []


def test_a_body_that_is_no_form_is_refused(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    answer = client.post("/settings/avatar", data={"picture": "x"})

    assert answer.status_code == 400
