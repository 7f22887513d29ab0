"""The programs of docs/operate/webhooks.md, run against what this server signs."""

import os
import re
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.conftest import missing

from vitascope.base.ids import DeliveryId, EndpointId
from vitascope.core.webhooks.model import Api, Delivery, DeliveryState, Happening
from vitascope.notify.webhooks.dress import headers_of

PAGE = Path(__file__).parents[1] / "docs/operate/webhooks.md"
SECRET = "whsec_of_a_test"
BODY = '{"event":"webhook.test","data":{"title":"Müller\'s \\"$PATH\\""}}\n'.encode()
_PROGRAM = re.compile(r"^```(python|js|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMANDS = {"python": [sys.executable], "js": ["node"], "sh": ["sh"]}

pytestmark = pytest.mark.journey


@dataclass(frozen=True)
class Request:
    secret: str
    header: str
    body: bytes


@pytest.fixture(params=sorted(_COMMANDS))
def program(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The command that runs the program of one language."""
    language = request.param
    for needed in {"js": ["node"], "sh": ["openssl"]}.get(language, []):
        if shutil.which(needed) is None:
            missing(needed)
    (text,) = (text for found, text in _PROGRAM.findall(PAGE.read_text()) if found == language)
    path = tmp_path / f"verify.{language}"
    path.write_text(text)
    return [*_COMMANDS[language], str(path)]


def accepts(program: list[str], request: Request) -> bool:
    done = subprocess.run(
        [*program, request.header],
        input=request.body,
        env={**os.environ, "WEBHOOK_SECRET": request.secret},
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def signed(*, ago: timedelta = timedelta(0)) -> Request:
    """As the server sends it."""
    now = datetime.now(UTC)
    delivery = Delivery(
        id=DeliveryId(1),
        uuid=uuid.uuid4(),
        endpoint_id=EndpointId(1),
        lane=uuid.uuid4(),
        happening=Happening.TEST,
        details={},
        state=DeliveryState.WAITING,
        attempts=0,
        due_at=now,
        body=None,
        repeats=None,
        created_at=now,
        ended_at=None,
    )
    headers = headers_of(delivery, Api.AVCAPTION, BODY, SECRET, now=now - ago)
    return Request(SECRET, headers["X-AVCaption-Signature-V2"], BODY)


def test_every_language_takes_what_is_ours_and_refuses_the_rest(program: list[str]) -> None:
    good = signed()
    time, _, signature = good.header.partition(",")
    later = f"t={int(time.removeprefix('t=')) + 1}"
    forged = [
        replace(good, body=good.body.replace(b"test", b"tess")),
        replace(good, body=good.body + b"\n"),
        replace(good, secret="another secret"),
        replace(good, header=f"{later},{signature}"),
        replace(good, header=f"{time},v1={'0' * 64}"),
        replace(good, header=f"{time},v1="),
        replace(good, header=time),
        replace(good, header="nonsense"),
        replace(good, header=""),
        signed(ago=timedelta(minutes=6)),
        signed(ago=timedelta(minutes=-6)),
    ]

    assert accepts(program, good)
    assert [accepts(program, each) for each in forged] == [False] * len(forged)
