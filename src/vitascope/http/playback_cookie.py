"""The cookie by which a browser shows that it passed a video's gate."""

import uuid


def cookie_name(video: uuid.UUID) -> str:
    """Its value is a playback token; one cookie per video, so that several stay open."""
    return f"playback_{video.hex}"
