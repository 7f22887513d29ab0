"""Every backend, empty: a folder, and a bucket on a real S3 server."""

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from vitascope.storage import BACKENDS, BlobStore, StorageOptions, open_store

REGION = "us-east-1"


@pytest.fixture(
    params=[
        pytest.param(name, marks=[pytest.mark.s3] if name == "s3" else [])
        for name in sorted(BACKENDS)
    ]
)
def store(request: pytest.FixtureRequest) -> BlobStore:
    options: Callable[[], StorageOptions] = request.getfixturevalue(f"{request.param}_options")
    return open_store(options())


@pytest.fixture
def file_options(tmp_path: Path) -> Callable[[], StorageOptions]:
    return lambda: StorageOptions(url=f"file:{tmp_path / 'store'}")


@pytest.fixture
def s3_options(s3_endpoint: str) -> Callable[[], StorageOptions]:
    """Options of a new prefix with every call, in a bucket that exists."""

    def options() -> StorageOptions:
        return StorageOptions(
            url=f"s3://vitascope-tests/{uuid.uuid4().hex}",
            endpoint=s3_endpoint,
            region=REGION,
            access_key="testing",
            secret_key="testing",
            trusted_network=True,
        )

    return options
