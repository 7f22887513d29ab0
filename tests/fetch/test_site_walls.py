import subprocess
import sys

import pytest

# There is nothing at the proxy's address: being refused by the system means being let through.
PROGRAM = """
import os, socket, subprocess, sys
from vitascope.fetch.site_walls import wall_in
wall_in("http://child:secret@127.0.0.1:1", sys.executable)
try:
    {deed}
except PermissionError as error:
    print("walled in", error.errno)
except ConnectionRefusedError:
    print("let through")
else:
    print("let through")
"""
CONNECT = "socket.create_connection(({host!r}, {port}), timeout=5)"
RUN = "subprocess.run([{words}], env={{}}, stderr=subprocess.DEVNULL)"


def attempt(deed: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(deed=deed)],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.parametrize(
    "deed",
    [
        CONNECT.format(host="127.0.0.1", port=1),
        RUN.format(words="sys.executable, '-c', ''"),
        RUN.format(words="sys.executable, '-c', '', '-i', 'file:/a/b'"),
    ],
)
def test_the_proxy_and_the_program_are_let_through(deed: str) -> None:
    outcome = attempt(deed)

    assert outcome == "let through"


@pytest.mark.parametrize(
    "deed",
    [
        CONNECT.format(host="127.0.0.1", port=2),
        CONNECT.format(host="127.0.0.2", port=1),
        "socket.getaddrinfo('a.test', 80)",
        "socket.gethostbyname('a.test')",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 1))",
        "socket.socket().bind(('127.0.0.1', 0))",
        "socket.socket(socket.AF_UNIX).connect('/none')",
        RUN.format(words="'/bin/true'"),
        RUN.format(words="sys.executable, '-c', '', '-i', 'http://127.0.0.1:1/'"),
        RUN.format(words="sys.executable, '-c', '', '-i', 'file:/a', '-i', 'hls+http://a/'"),
        "os.system('true')",
        "os.execv('/bin/true', ['true'])",
        "os.posix_spawn('/bin/true', ['true'], {{}})".replace("{{}}", "{}"),
        "os.fork()",
    ],
)
def test_everything_else_is_walled_in(deed: str) -> None:
    outcome = attempt(deed)

    assert outcome == "walled in None"
