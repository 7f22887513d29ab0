"""Whether a rendition is as long as its source promised."""

from vitascope.media.ffmpeg import EncodeFailed

# Headers round, tracks differ by a little, and the last frame of a variable rate has no length.
_SLACK_MS = 1000
_SLACK_SHARE = 0.02


def check_complete(*, promised_ms: int, made_ms: int) -> None:
    """Compare what the probe read in the header with what came out.

    A file that was cut off while it was sent decodes without an error, up to the cut. Trying
    again cuts it at the same place, so the failure is permanent. Give the longest of a pass's
    outputs: the sound of a good file may well end before its picture.

    Raises:
        EncodeFailed: more than 2 % and more than a second are missing.
    """
    missing_ms = promised_ms - made_ms
    if missing_ms <= max(_SLACK_MS, promised_ms * _SLACK_SHARE):
        return
    made_s, promised_s = made_ms / 1000, promised_ms / 1000
    raise EncodeFailed(
        f"The file is cut off: {made_s:.1f} of {promised_s:.1f} seconds could be read",
        exit_code=None,
        log_tail="",
        permanent=True,
    )
