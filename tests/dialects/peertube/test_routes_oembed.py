from typing import Any

import pytest
from tests.dialects.peertube.making import make_ready
from tests.dialects.runtimes import PUBLIC_URL, Client
from tests.factories import NOON

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import Privacy
from vitascope.db import Database

OEMBED = "/services/oembed"


def ask(client: Client, url: str, **params: Any) -> Any:
    return client.get(OEMBED, params={"url": url, **params})


def test_a_page_is_shown_by_a_frame(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        key = make_ready(tx, ada, title='A "film"').video.uuid

    answer = ask(client, f"{PUBLIC_URL}/w/{short_uuid(key)}?start=5s&theme=dark")

    assert answer.json() == {
        "type": "video",
        "version": "1.0",
        "html": (
            '<iframe width="560" height="315" '
            'sandbox="allow-same-origin allow-scripts allow-popups allow-forms" '
            f'title="A &quot;film&quot;" src="{PUBLIC_URL}/videos/embed/{key}?start=5s" '
            'frameborder="0" allowfullscreen></iframe>'
        ),
        "width": 560,
        "height": 315,
        "title": 'A "film"',
        "author_name": "ada",
        "author_url": f"{PUBLIC_URL}/accounts/ada",
        "provider_name": "Vitascope",
        "provider_url": PUBLIC_URL,
    }


def test_a_picture_is_named_when_it_is_not_too_large(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, has_poster=True)
    page = f"{PUBLIC_URL}/videos/watch/{entry.video.uuid}"

    whole = ask(client, page).json()
    small = ask(client, page, maxwidth=300, maxheight=200).json()

    shown = client.get("/api/v1/videos/1").json()["previewPath"]
    assert whole["thumbnail_url"] == f"{PUBLIC_URL}{shown}"
    assert (whole["thumbnail_width"], whole["thumbnail_height"]) == (850, 480)
    assert (small["width"], small["height"], small.get("thumbnail_url")) == (300, 200, None)


@pytest.mark.parametrize(
    ("path", "params", "status"),
    [
        ("https://else.example/w/1", {}, 400),
        (f"{PUBLIC_URL}/about", {}, 400),
        ("", {}, 400),
        (f"{PUBLIC_URL}/w/99", {}, 404),
        (f"{PUBLIC_URL}/w/1", {}, 403),
        (f"{PUBLIC_URL}/w/1", {"format": "xml"}, 501),
        (f"{PUBLIC_URL}/w/1", {"maxwidth": "wide"}, 400),
    ],
)
def test_what_cannot_be_embedded_is_refused(
    client: Client, db: Database, ada: User, path: str, params: dict[str, str], status: int
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, privacy=Privacy.PRIVATE)

    answer = ask(client, path, **params)

    assert answer.status_code == status
