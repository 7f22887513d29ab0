"""The lines that README.md tells people to type, typed."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import missing
from tests.journeys.server import PASSWORD, Server

README = Path(__file__).parents[2] / "README.md"
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VITASCOPE = f"{shlex.quote(sys.executable)} -c 'from vitascope.cli import main; main()'"


def upload_as_documented(operation: str, server: Server, film: Path) -> Any:
    """Run the block that names ``operation`` and answer what the server said.

    Only what every reader fills in is changed: address, password, file, and where the
    program is.
    """
    if shutil.which("curl") is None:
        missing("curl")
    (block,) = (text for text in _BLOCK.findall(README.read_text()) if operation in text)
    filled = (
        block.replace("http://localhost:8080", server.url)
        .replace("PASSWORD", shlex.quote(PASSWORD))
        .replace("clip.mp4", str(film))
        .replace(".venv/bin/vitascope", _VITASCOPE)
    )
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", filled],
        env={**os.environ, **server.environ(), "VITASCOPE_DATA": str(server.data)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
