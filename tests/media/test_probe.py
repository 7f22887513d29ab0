from pathlib import Path

import pytest
from PIL import Image
from tests.media.clips import TONE, Draw, draw_hdr
from tests.media.hostile import PLAYLISTS, write_bait

from vitascope.media.ffmpeg import Limits, Tools
from vitascope.media.probe import (
    AudioStream,
    Chapter,
    Probe,
    SubtitleStream,
    Unreadable,
    VideoStream,
    probe,
)

NOT_MEDIA = "This file is not a video or audio file Vitascope can read"
DAMAGED = f"{NOT_MEDIA}: it is damaged, cut off or something else"

FFV1 = ("-c:v", "ffv1", "-pix_fmt", "yuv444p")

SRT = "1\n00:00:00,500 --> 00:00:02,000\nHello\n"
CHAPTERS = """;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=2000
title=Opening
[CHAPTER]
TIMEBASE=1/1000
START=2000
END=6000
"""


async def picture(tools: Tools, path: Path) -> VideoStream:
    found = (await probe(tools, path)).video
    assert found is not None
    return found


async def refusal(tools: Tools, path: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        await probe(tools, path)
    return caught.value.reason


def test_a_probe_survives_being_written_and_read() -> None:
    original = Probe(
        container="matroska,webm",
        duration_ms=6000,
        size_bytes=1000,
        video=VideoStream(
            index=0,
            codec="h264",
            pix_fmt="yuv420p",
            width=640,
            height=360,
            coded_width=640,
            coded_height=360,
            fps=29.97,
            bit_rate_bps=1000,
            hdr="hlg",
        ),
        audio=(AudioStream(index=1, codec="aac", channels=6, sample_rate_hz=48000),),
        subtitles=(SubtitleStream(index=2, codec="ass", language="de"),),
        chapters=(Chapter(start_ms=0, end_ms=6000, title="All"),),
        tags={"title": "Ünïcode"},
    )

    again = Probe.from_json(original.to_json())

    assert again == original


@pytest.mark.media
async def test_an_ordinary_clip_is_described_whole(tools: Tools, draw_clip: Draw) -> None:
    clip = draw_clip("clip.mp4", "-metadata", "title=A walk", "-bitexact")

    found = await probe(tools, clip)

    assert found.video is not None
    assert found == Probe(
        container="mov,mp4,m4a,3gp,3g2,mj2",
        duration_ms=6000,
        size_bytes=clip.stat().st_size,
        video=VideoStream(
            index=0,
            codec="h264",
            profile="Constrained Baseline",
            level=30,
            pix_fmt="yuv420p",
            width=640,
            height=360,
            coded_width=640,
            coded_height=360,
            fps=30.0,
            bit_rate_bps=found.video.bit_rate_bps,
            max_keyframe_gap_ms=2000,
        ),
        audio=(
            AudioStream(
                index=1,
                codec="aac",
                profile="LC",
                channels=2,
                sample_rate_hz=48000,
                bit_rate_bps=found.audio[0].bit_rate_bps,
                is_default=True,
            ),
        ),
        tags={
            "major_brand": "isom",
            "minor_version": "512",
            "compatible_brands": "isomiso2avc1mp41",
            "title": "A walk",
        },
    )


@pytest.mark.media
async def test_tracks_subtitles_and_chapters_are_listed(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    (tmp_path / "en.srt").write_text(SRT)
    (tmp_path / "chapters.txt").write_text(CHAPTERS)
    clip = draw(
        "rich.mkv",
        *("-i", str(draw_clip()), "-i", str(tmp_path / "en.srt")),
        *("-i", str(tmp_path / "chapters.txt"), *TONE),
        *("-map", "0", "-map", "3", "-map", "1", "-t", "6", "-map_chapters", "2"),
        *("-c:v", "copy", "-c:a:0", "copy", "-c:a:1", "ac3", "-ac:a:1", "6", "-c:s", "ass"),
        *("-metadata:s:a:0", "language=ger", "-metadata:s:a:1", "title=Commentary"),
        *("-metadata:s:s:0", "language=eng", "-disposition:s:0", "forced"),
    )

    found = await probe(tools, clip)

    assert [(a.codec, a.channels, a.language, a.title) for a in found.audio] == [
        ("aac", 2, "de", None),
        ("ac3", 6, None, "Commentary"),
    ]
    assert found.subtitles == (
        SubtitleStream(index=3, codec="ass", language="en", is_forced=True),
    )
    assert found.chapters == (
        Chapter(start_ms=0, end_ms=2000, title="Opening"),
        Chapter(start_ms=2000, end_ms=6000, title="Chapter 2"),
    )


@pytest.mark.media
async def test_a_turned_phone_is_described_as_it_is_seen(
    tools: Tools, draw: Draw, draw_clip: Draw
) -> None:
    clip = draw("turned.mp4", "-display_rotation", "90", "-i", str(draw_clip()), "-c", "copy")

    video = await picture(tools, clip)

    assert (video.width, video.height, video.rotation) == (360, 640, 90)
    assert (video.coded_width, video.coded_height) == (640, 360)


@pytest.mark.media
async def test_oblong_pixels_are_counted_as_seen(tools: Tools, draw_clip: Draw) -> None:
    clip = draw_clip("pal.mp4", "-vf", "setsar=64/45", size="720x576")

    video = await picture(tools, clip)

    assert (video.width, video.height, video.sar) == (1024, 576, "64:45")


@pytest.mark.media
async def test_odd_sizes_become_even(tools: Tools, draw_clip: Draw) -> None:
    clip = draw_clip("odd.mkv", "-vf", "format=yuv444p,pad=641:361", *FFV1)

    video = await picture(tools, clip)

    assert (video.width, video.height) == (640, 360)
    assert (video.coded_width, video.coded_height) == (641, 361)


@pytest.mark.media
@pytest.mark.parametrize(
    ("transfer", "expected"), [("smpte2084", "pq"), ("arib-std-b67", "hlg")]
)
async def test_high_dynamic_range_is_noticed(
    tools: Tools, draw: Draw, transfer: str, expected: str
) -> None:
    clip = draw_hdr(draw, transfer)

    video = await picture(tools, clip)

    assert (video.hdr, video.pix_fmt, video.codec) == (expected, "yuv420p10le", "hevc")


@pytest.mark.media
async def test_a_variable_frame_rate_is_noticed(tools: Tools, draw_clip: Draw) -> None:
    uneven = ("-vf", "select='not(mod(n,7))+not(mod(n,3))'", "-fps_mode", "vfr")
    clip = draw_clip("vfr.mp4", *uneven)

    video = await picture(tools, clip)

    assert video.is_vfr is True


@pytest.mark.media
async def test_a_recording_without_a_duration_is_measured(
    tools: Tools, draw: Draw, draw_clip: Draw
) -> None:
    streamed = ("-c", "copy", "-live", "1", "-f", "matroska")
    clip = draw("recorded.webm", "-i", str(draw_clip(sound=False)), *streamed)

    found = await probe(tools, clip)

    assert found.video is not None
    assert (found.duration_ms, found.video.max_keyframe_gap_ms) == (6000, 2000)


@pytest.mark.media
@pytest.mark.parametrize(("name", "words"), [("a.mkv", "srt"), ("a.mp4", "mov_text")])
async def test_captions_that_go_on_after_the_pictures_make_nothing_longer(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "late.srt").write_text("1\n00:00:00,500 --> 00:00:30,000\nThe end\n")
    clip = draw_clip()
    film = draw(
        name,
        *("-i", str(clip), "-i", str(tmp_path / "late.srt"), "-c", "copy", "-c:s", words),
    )

    found = await probe(tools, film)

    assert abs(found.duration_ms - (await probe(tools, clip)).duration_ms) < 100


@pytest.mark.media
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("old.flv", ("-c:v", "flv1", "-c:a", "libmp3lame", "-ar", "44100")),
        ("broadcast.ts", ("-f", "mpegts")),
        ("dvd.mpg", ("-c:v", "mpeg2video", "-c:a", "mp2")),
        ("windows.wmv", ("-c:v", "wmv2", "-c:a", "wmav2")),
        ("divx.avi", ("-c:v", "mpeg4", "-bf", "2", "-c:a", "libmp3lame")),
        ("fragments.mp4", ("-movflags", "+frag_keyframe+empty_moov")),
    ],
)
async def test_containers_of_every_age_are_measured(
    tools: Tools, draw_clip: Draw, name: str, words: tuple[str, ...]
) -> None:
    clip = draw_clip(name, *words)

    found = await probe(tools, clip)

    assert found.video is not None
    assert (found.video.width, found.video.height, len(found.audio)) == (640, 360, 1)
    assert abs(found.duration_ms - 6000) < 150
    assert (found.video.max_keyframe_gap_ms or 0) <= 2150


@pytest.mark.media
async def test_music_with_a_cover_is_music(tools: Tools, draw: Draw) -> None:
    cover = draw("cover.png", "-f", "lavfi", "-i", "testsrc2=size=300x300", "-frames:v", "1")
    song = draw(
        "song.mp3",
        *(*TONE, "-i", str(cover), "-map", "0", "-map", "1", "-t", "3"),
        *("-c:v", "copy", "-disposition:v", "attached_pic", "-id3v2_version", "3"),
    )
    plain = draw("plain.mp3", *TONE, "-t", "3")

    with_cover, without = await probe(tools, song), await probe(tools, plain)

    assert (with_cover.video, with_cover.has_cover, len(with_cover.audio)) == (None, True, 1)
    assert (without.video, without.has_cover, len(without.audio)) == (None, False, 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty"),
        (b"Dear diary, today I wrote no video.\n" * 500, DAMAGED),
        (b"\x00" * 100_000, DAMAGED),
        (bytes((n * n * 7 + n // 3) % 251 for n in range(100_000)), DAMAGED),
    ],
    ids=["nothing", "text", "zeros", "noise"],
)
async def test_what_is_no_media_is_refused_with_a_sentence(
    tools: Tools, tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "film.mp4").write_bytes(content)

    assert await refusal(tools, tmp_path / "film.mp4") == reason


@pytest.mark.media
async def test_a_file_cut_off_before_its_index_is_refused(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    whole = draw_clip().read_bytes()
    (tmp_path / "half.mp4").write_bytes(whole[: len(whole) // 2])

    assert await refusal(tools, tmp_path / "half.mp4") == DAMAGED


@pytest.mark.media
@pytest.mark.parametrize("side", [320, 16000])
async def test_a_picture_is_no_video(tools: Tools, tmp_path: Path, side: int) -> None:
    Image.new("1", (side, side)).save(tmp_path / "film.mp4", "PNG")

    assert await refusal(tools, tmp_path / "film.mp4") == DAMAGED


@pytest.mark.media
async def test_a_file_of_subtitles_alone_is_refused(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    (tmp_path / "en.srt").write_text(SRT)
    only_words = draw("words.mkv", "-i", str(tmp_path / "en.srt"))

    reason = await refusal(tools, only_words)

    assert reason == f"{NOT_MEDIA}: it has neither picture nor sound"


@pytest.mark.media
@pytest.mark.parametrize("kind", sorted(PLAYLISTS))
async def test_a_playlist_that_names_another_file_reads_nothing(
    tools: Tools, draw_clip: Draw, tmp_path: Path, kind: str
) -> None:
    playlist = write_bait(tools, draw_clip, tmp_path, kind)

    assert await refusal(tools, playlist) == DAMAGED


@pytest.mark.media
async def test_a_prober_out_of_memory_refuses_the_file(tools: Tools, draw_clip: Draw) -> None:
    tight = Limits(as_bytes=100 * 2**20, timeout_s=60)

    with pytest.raises(Unreadable) as caught:
        await probe(tools, draw_clip(), limits=tight)

    assert caught.value.reason == f"{NOT_MEDIA}: examining it took more than is allowed"
