"""A runtime of its own, and Ada, who uploads."""

from pathlib import Path

import pytest
from tests.http.tus.making import Visitor, an_edge
from tests.http.uploads.making import make_runtime, uploader

from vitascope.db import Database
from vitascope.http.runtime import Runtime


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def ada(runtime: Runtime) -> Visitor:
    return Visitor(an_edge(runtime), uploader(runtime.db))
