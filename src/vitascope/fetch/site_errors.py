"""yt-dlp's errors in words for the person who gave the address."""

import re

from yt_dlp.networking.exceptions import HTTPError, IncompleteRead, ProxyError, TransportError
from yt_dlp.utils import (
    ExtractorError,
    PostProcessingError,
    UnavailableVideoError,
    UnsupportedError,
    YoutubeDLError,
)

from vitascope.fetch.errors import BadAnswer, Blocked, FetchError, Interrupted, Unreachable

_BLOCKED = "The site leads to an address this server does not fetch from"
_LONGEST = 500
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_PREFIX = re.compile(r"^(ERROR:\s*)?(\[[^\]]*\]\s*)?")
# What follows is for yt-dlp's own users: how to report a bug, which option to try.
_ADVICE = re.compile(
    r"[;,.]?\s*(\(caused by|please report this|use --|try .{0,80}--|see\s+https?://|"
    r"confirm you are on|you might want to use|this might be a bug).*",
    re.IGNORECASE | re.DOTALL,
)


def translate(error: YoutubeDLError) -> FetchError:
    """The same trouble as an error of ours, which says whether another try may help."""
    for cause in reversed(_causes(error)):
        told = _told(cause)
        if told is not None:
            return told
    return FetchError(readable(str(error)), permanent=False)


def _told(cause: BaseException) -> FetchError | None:
    match cause:
        case HTTPError() if (cause.status, cause.reason) == (403, "Blocked"):
            return Blocked(_BLOCKED)
        case ProxyError() if "403 Blocked" in str(cause):
            return Blocked(_BLOCKED)
        # The proxy says so of a server that it cannot reach.
        case HTTPError(status=502) | TransportError() if not isinstance(cause, IncompleteRead):
            return Unreachable("The site cannot be reached")
        case HTTPError():
            return BadAnswer(cause.status, f"The site answered: {cause.status} {cause.reason}")
        case UnsupportedError():
            return FetchError("There is no video at this address", permanent=True)
        case IncompleteRead():
            return Interrupted("The connection to the site broke")
        case ExtractorError():
            return FetchError(readable(cause.orig_msg), permanent=True)
        case PostProcessingError():
            return FetchError("What the site gave cannot be put together", permanent=True)
        case UnavailableVideoError():
            return FetchError("What the site gave could not be stored", permanent=False)
        case _:
            return None


def readable(text: str) -> str:
    """``text`` without colours, the extractor's name and advice about yt-dlp's options."""
    plain = _PREFIX.sub("", _ANSI.sub("", text).strip())
    said = " ".join(_ADVICE.sub("", plain).split())
    return said[:_LONGEST].strip() or "The site gave no reason"


# From the outside in: DownloadError has what it caught in exc_info, the others in cause.
def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    pending: list[object] = [error]
    while pending:
        one = pending.pop()
        if not isinstance(one, BaseException) or one in found:
            continue
        found.append(one)
        caught = getattr(one, "exc_info", None) or (None, None)
        pending += [one.__cause__, getattr(one, "cause", None), caught[1]]
    return found
