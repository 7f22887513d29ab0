"""What a process full of other people's extractors may do: talk to one proxy, run one program.

yt-dlp is told the same in its options, and obeys. These walls are for the extractor, the
downloader or the library that does not ask its options.
"""

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

# Ways out of the process that nothing here has a use for.
_NEVER = frozenset(
    {
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.system",
        "socket.bind",
        "socket.sendmsg",
        "socket.sendto",
    }
)
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


def wall_in(proxy_url: str, program: str | None) -> None:
    """From now on this process connects to the proxy and to nothing else.

    It starts ``program`` and no other, and that only to read files: what would pass a wall
    raises PermissionError. There is no way back.
    """
    proxy = urlsplit(proxy_url)
    sys.addaudithook(_Walls(proxy.hostname, proxy.port, program).check)


class _Walls:
    def __init__(self, host: str | None, port: int | None, program: str | None) -> None:
        self._host = host
        self._port = port
        self._program = program

    def check(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _NEVER:
            raise PermissionError(f"{event} is not for a program that fetches")
        if event == "socket.connect" and arguments[1][:2] != (self._host, self._port):
            raise PermissionError("All connections go through the proxy")
        if event in _LOOKUPS and arguments[0] != self._host:
            raise PermissionError("All names are looked up by the proxy")
        if event == "subprocess.Popen":
            self._check_program(arguments[0], arguments[1])

    def _check_program(self, executable: Any, words: Sequence[Any]) -> None:
        if executable is None or str(executable) != self._program:
            raise PermissionError("No other program is started here")
        inputs = [word for option, word in pairwise(words) if option == "-i"]
        if not all(str(word).startswith("file:") for word in inputs):
            raise PermissionError("Programs read files only; fetching goes through the proxy")
