"""Files that try to make ffmpeg read another file of the machine."""

import subprocess
from pathlib import Path

from tests.media.clips import Draw

from vitascope.media.ffmpeg import Tools

PLAYLISTS = {
    "concat": "ffconcat version 1.0\nfile secret.ts\n",
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:3,\nsecret.ts\n#EXT-X-ENDLIST\n",
    "dash": (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT3S" '
        'profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">'
        '<Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1">'
        "<BaseURL>SECRET</BaseURL></Representation></AdaptationSet></Period></MPD>"
    ),
}


def write_bait(tools: Tools, draw_clip: Draw, folder: Path, kind: str) -> Path:
    """A playlist called film.mp4 beside the clip it names, which an unguarded ffmpeg reads."""
    secret = draw_clip("secret.ts", "-f", "mpegts", duration_s=3)
    text = PLAYLISTS[kind].replace("SECRET", secret.as_uri())
    playlist = folder / "film.mp4"
    playlist.write_text(text)
    # This ffmpeg looks at the names of HLS playlists; older ones, which an operator may have,
    # do not.
    readable = folder / ("film.m3u8" if kind == "hls" else "film.mp4")
    readable.write_text(text)
    unguarded = [tools.ffmpeg, "-v", "error", "-i", str(readable), "-f", "null", "-"]
    subprocess.run(unguarded, check=True)
    return playlist
