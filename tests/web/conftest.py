"""What the tests of the pages share."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import make_user
from tests.web.browser import browser, context, page, record
from tests.web.media_set import draw_media
from tests.web.people import browsing
from tests.web.samples import make_site, make_view
from tests.web.site import FixtureSite, serving

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.web.assets import Assets
from vitascope.web.render import render_embed, render_watch
from vitascope.web.views import Site

__all__ = ["browser", "context", "page", "record"]


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def client(runtime: Runtime) -> Iterator[Client]:
    with browsing(runtime) as client:
        yield client


@pytest.fixture
def ada(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("media")
    draw_media(folder)
    return folder


@pytest.fixture(scope="session")
def assets() -> Assets:
    return Assets()


@pytest.fixture
def site(media_folder: Path, assets: Assets) -> Iterator[FixtureSite]:
    """A server with a watch page at ``/watch`` and an embed at ``/embed``."""
    fixture = FixtureSite(folder=media_folder, assets=assets)
    with serving(fixture) as fixture.url:
        words = words_of(fixture)
        fixture.pages["/watch"] = render_watch(words, make_view())
        fixture.pages["/embed"] = render_embed(words, make_view())
        fixture.framable.add("/embed")
        yield fixture


def words_of(fixture: FixtureSite) -> Site:
    """What the pages of ``fixture`` say about it."""
    return replace(make_site(), public_url=fixture.url, assets=fixture.assets.base)
