"""A real S3 server for the tests that need one."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def s3_endpoint() -> Iterator[str]:
    endpoint = os.environ.get("VITASCOPE_TEST_S3_ENDPOINT")
    if endpoint is not None:
        httpx.put(f"{endpoint}/vitascope-tests")
        yield endpoint
        return
    with subprocess.Popen(
        [_moto_server(), "-H", "127.0.0.1", "-p", str(port := _free_port())],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            endpoint = f"http://127.0.0.1:{port}"
            _wait_for(endpoint, server)
            httpx.put(f"{endpoint}/vitascope-tests").raise_for_status()
            yield endpoint
        finally:
            server.terminate()


def _moto_server() -> str:
    ours = REPOSITORY / ".venv-s3" / "bin" / "moto_server"
    found = str(ours) if ours.exists() else shutil.which("moto_server")
    if found is not None:
        return found
    reason = "no S3 server: set VITASCOPE_TEST_S3_ENDPOINT or install requirements-s3.txt"
    if "CI" in os.environ:
        pytest.fail(reason)
    pytest.skip(reason)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(endpoint: str, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            httpx.get(endpoint)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the S3 server stopped before it answered")
