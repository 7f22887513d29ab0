"""A small HLS set as origin would serve it, drawn with ffmpeg."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
from PIL import Image

DURATION_S = 20
SEGMENT_S = 2

_VIDEO = (
    '#EXT-X-STREAM-INF:BANDWIDTH={bps},RESOLUTION={size},CODECS="avc1.64001e,mp4a.40.2",'
    'AUDIO="sound"\n{name}.m3u8\n'
)
_SOUND = (
    '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="{name}",LANGUAGE="{language}",'
    'DEFAULT={default},AUTOSELECT=YES,CHANNELS="1",URI="audio-{language}.m3u8"\n'
)
_RUNGS = {
    "180p": {"bps": 300_000, "size": "320x180"},
    "360p": {"bps": 900_000, "size": "640x360"},
}


def draw_media(folder: Path) -> None:
    """Two rungs, two audio tracks, captions, chapters, a storyboard and a poster."""
    _encode(folder)
    _draw_pictures(folder)
    (folder / "master.m3u8").write_text(master("180p", "360p"))
    (folder / "chapters.vtt").write_text(_vtt([(0, 8, "Beginning"), (8, 20, "The rest")]))
    (folder / "en.vtt").write_text(_vtt([(0, 20, "English words")]))
    (folder / "fr.vtt").write_text(_vtt([(0, 20, "Des mots")]))


def master(*rungs: str) -> str:
    """A multivariant playlist of the named rungs and both audio tracks."""
    lines = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
    lines += _SOUND.format(name="English", language="en", default="YES")
    lines += _SOUND.format(name="French", language="fr", default="NO")
    return lines + "".join(_VIDEO.format(name=name, **_RUNGS[name]) for name in rungs)


def growing(playlist: str, segments: int) -> str:
    """``playlist`` as it was when only so many segments were made."""
    head, *rest = playlist.replace("TYPE:VOD", "TYPE:EVENT").split("#EXTINF")
    return "#EXTINF".join([head, *rest[:segments]]).replace("#EXT-X-ENDLIST\n", "")


def _encode(folder: Path) -> None:
    streams = (
        "v:0,agroup:sound,name:360p v:1,agroup:sound,name:180p "
        "a:0,agroup:sound,name:audio-en a:1,agroup:sound,name:audio-fr"
    )
    command = [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"),
        *("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25"),
        *("-f", "lavfi", "-i", "sine=440", "-f", "lavfi", "-i", "sine=880"),
        *("-t", str(DURATION_S)),
        *("-filter_complex", "[0:v]split=2[big][in];[in]scale=320:180[small]"),
        *("-map", "[big]", "-map", "[small]", "-map", "1:a", "-map", "2:a"),
        *("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
        *("-g", str(25 * SEGMENT_S), "-sc_threshold", "0", "-c:a", "aac", "-b:a", "64k"),
        *("-f", "hls", "-hls_time", str(SEGMENT_S), "-hls_list_size", "0"),
        *("-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"),
        *("-hls_flags", "independent_segments+single_file"),
        *("-hls_segment_filename", str(folder / "%v.mp4"), "-var_stream_map", streams),
        str(folder / "%v.m3u8"),
    ]
    subprocess.run(command, check=True)


def _draw_pictures(folder: Path) -> None:
    poster = folder / "poster.jpg"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-ss", "5"]
    source = ["-i", str(folder / "360p.mp4"), "-frames:v", "1", str(poster)]
    subprocess.run([*command, *source], check=True)
    tiles = Image.new("RGB", (320, 90))
    tiles.paste(Image.open(poster).resize((160, 90)), (0, 0))
    tiles.paste((0, 102, 107), (160, 0, 320, 90))
    tiles.save(folder / "storyboard.jpg")
    cues = [
        (0, 10, "storyboard.jpg#xywh=0,0,160,90"),
        (10, 20, "storyboard.jpg#xywh=160,0,160,90"),
    ]
    (folder / "storyboard.vtt").write_text(_vtt(cues))


def _vtt(cues: list[tuple[int, int, str]]) -> str:
    lines = [
        f"00:00:{start:02}.000 --> 00:00:{end:02}.000\n{text}\n" for start, end, text in cues
    ]
    return "\n".join(["WEBVTT\n", *lines])
