"""Where the encrypted stream of a video is, and who may show a page with it in a frame."""

from collections.abc import Callable, Sequence

from vitascope.core.videos.domains import frame_sources

STREAM_PREFIX = "/api/stream"
_OURSELVES = "'self'"


def stream_gate(token: str) -> str:
    """What a player asks before it plays what the embed token ``token`` opens."""
    return f"{STREAM_PREFIX}/{token}/token"


def stream_files(token: str) -> Callable[[str], str]:
    """Where a file of the video is by our name for it; ``master.m3u8`` opens with what the
    gate gave only.
    """

    def address(name: str) -> str:
        if name == "master.m3u8":
            return f"{STREAM_PREFIX}/{token}/playlist"
        return f"{STREAM_PREFIX}/{token}/file/{name}"

    return address


def framers(domains: Sequence[str] | None) -> tuple[str, ...] | None:
    """Who may show the page of a video that is shown on ``domains`` in a frame, as policies
    say it: None for everybody, where ``domains`` is None.
    """
    return None if domains is None else (_OURSELVES, *frame_sources(domains))
