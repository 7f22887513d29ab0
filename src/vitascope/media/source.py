"""How a received file is opened. Nobody vouches for it, so every opening goes through here."""

from pathlib import Path

FORMATS = (
    "mov,matroska,avi,flv,asf,mpegts,mpeg,mpegvideo,ogg,mp3,wav,flac,aac,mxf"
    ",aiff,caf,ac3,eac3,amr,dv,ivf"
)
"""Containers that hold their own bytes. A playlist (HLS, DASH, concat, SDP) may name any other
file of this machine and any address of its network, whatever the file is called, so no such
format may ever stand here. Pictures are not videos."""

MOST_PIXELS = 36_000_000
"""The largest picture: 8K has 33 million. A small file can claim one that fills the memory."""

READ_OPTIONS = {
    "protocol_whitelist": "file",
    "format_whitelist": FORMATS,
    "max_pixels": str(MOST_PIXELS),
}


def input_args(path: Path) -> list[str]:
    """The ffmpeg words that open ``path``; options for this input go before them."""
    options = [word for name, value in READ_OPTIONS.items() for word in (f"-{name}", value)]
    # Without the protocol a name with a colon or a leading dash would be read as something
    # else than a file.
    return [*options, "-i", f"file:{path}"]
