"""Apps that tests share."""

from pathlib import Path

import pytest
from tests.dialects.built import Build, built
from tests.dialects.runtimes import make_runtime

from vitascope.db import Database
from vitascope.dialects import avcaption, videocms, vsrc
from vitascope.web import build as build_web


@pytest.mark.parametrize(
    "build",
    [avcaption.build, videocms.build, vsrc.build, build_web],
    ids=["avcaption", "videocms", "vsrc", "web"],
)
def test_an_app_keeps_nothing_of_the_server_that_it_was_built_for(
    sqlite_db: Database, tmp_path: Path, build: Build
) -> None:
    one = make_runtime(sqlite_db, tmp_path / "one")
    other = make_runtime(sqlite_db, tmp_path / "other", max_upload_bytes=1)

    apps = [built(build, runtime) for runtime in (one, other)]

    assert apps[0].asgi_router is apps[1].asgi_router
