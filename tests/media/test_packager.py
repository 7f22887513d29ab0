from dataclasses import replace
from pathlib import Path

import av
import pytest
from av.video.frame import VideoFrame
from av.video.reformatter import ColorTrc
from tests.media.clips import TONE, Draw, draw_hdr
from tests.media.factories import make_audio, make_probe, make_video

from vitascope.media.complete import check_complete
from vitascope.media.encoders import ENCODERS
from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools
from vitascope.media.ladder import Rung
from vitascope.media.packager import encode_limits, pass_args, run_pass
from vitascope.media.plan import Plan, plan
from vitascope.media.playlist import SegmentIndex, read_media_playlist
from vitascope.media.probe import Probe, probe
from vitascope.media.progress import Progress

LIMITS = Limits(timeout_s=300, fsize_bytes=2**30)
SMALL = [Rung(height=240, video_bps=400_000), Rung(height=120, video_bps=150_000)]

OPENING = [
    *("ffmpeg", "-nostdin", "-y", "-v", "error"),
    *("-progress", "pipe:1", "-stats_period", "0.5"),
]
SOURCE = [
    *("-protocol_whitelist", "file", "-format_whitelist"),
    (
        "mov,matroska,avi,flv,asf,mpegts,mpeg,mpegvideo,ogg,mp3,wav,flac,aac,mxf"
        ",aiff,caf,ac3,eac3,amr,dv,ivf"
    ),
    *("-max_pixels", "36000000", "-i", "file:in.mp4"),
]


def packaged(name: str) -> list[str]:
    return [
        *("-map_metadata", "-1", "-avoid_negative_ts", "disabled"),
        *("-f", "hls", "-hls_time", "4", "-hls_list_size", "0"),
        *("-hls_playlist_type", "event", "-hls_segment_type", "fmp4"),
        *("-hls_flags", "independent_segments+single_file"),
        *("-hls_segment_filename", f"out/{name}.mp4", f"out/{name}.m3u8"),
    ]


def x264(max_bps: int, threads: int) -> list[str]:
    return [
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "23"),
        *("-maxrate", str(max_bps), "-bufsize", str(max_bps * 2)),
        *("-profile:v", "high", "-threads", str(threads)),
        *("-g", "300", "-keyint_min", "1", "-sc_threshold", "0"),
    ]


def args_of(made: Plan, source: Probe) -> tuple[list[str], list[str]]:
    tools = Tools(ffmpeg="ffmpeg", cpus=2)
    assert made.rest is not None
    first, rest = (
        pass_args(tools, Path("in.mp4"), Path("out"), one, source)
        for one in (made.first, made.rest)
    )
    return first, rest


def test_a_copy_takes_the_streams_as_they_are() -> None:
    source = make_probe(audio=(make_audio(), make_audio(index=2, codec="ac3", channels=6)))

    first, rest = args_of(plan(source, ladder=SMALL), source)

    assert first == [
        *OPENING,
        *SOURCE,
        *("-map", "0:0", "-c:v", "copy", *packaged("1080p")),
        *("-map", "0:1", "-c:a", "copy", *packaged("audio-0")),
        *("-map", "0:2", "-c:a", "aac", "-b:a", "128000", "-ar", "48000", "-ac", "2"),
        *packaged("audio-1"),
    ]
    assert rest == [
        *OPENING,
        *("-threads", "1", *SOURCE, "-filter_complex_threads", "1", "-filter_complex"),
        (
            "[0:0]zscale=426:240:f=bicubic,setsar=1,split=2[f0][s0];"
            "[s0]zscale=214:120:f=bicubic,setsar=1,null[v1];[f0]null[v0]"
        ),
        *("-map", "[v0]", *x264(400_000, threads=2), "-force_key_frames", "source"),
        *("-fps_mode", "passthrough", *packaged("240p")),
        *("-map", "[v1]", *x264(150_000, threads=1), "-force_key_frames", "source"),
        *("-fps_mode", "passthrough", *packaged("120p")),
    ]


def test_without_a_copy_keyframes_come_every_two_seconds() -> None:
    source = make_probe(video=make_video(codec="hevc"), audio=())

    _, rest = args_of(plan(source, ladder=SMALL), source)

    at = rest.index("-force_key_frames")
    assert rest[at + 1] == "expr:gte(t,n_forced*2)"


def test_a_large_picture_is_decoded_on_all_cores() -> None:
    large = make_video(
        codec="hevc", width=3840, height=2160, coded_width=3840, coded_height=2160
    )
    source = make_probe(video=large)

    first, _ = args_of(plan(source), source)

    assert first[: len(OPENING) + len(SOURCE)] == [*OPENING, *SOURCE]


def test_a_larger_and_longer_source_may_take_more() -> None:
    short = make_probe(duration_ms=1000, size_bytes=0)
    large = make_video(coded_width=3840, coded_height=2176)

    small_room, large_room = (
        encode_limits(one) for one in (short, replace(short, duration_ms=60_000, video=large))
    )

    assert small_room == Limits(
        as_bytes=4 * 2**30 + 2_073_600_000, cpu_s=1860, fsize_bytes=2**30, timeout_s=3660
    )
    assert large_room == Limits(
        as_bytes=4 * 2**30 + 8_355_840_000, cpu_s=16_200, fsize_bytes=2**30, timeout_s=18_000
    )


async def make(tools: Tools, source: Path, out: Path, **settings: object) -> tuple[Probe, Plan]:
    """Run the whole plan for ``source``."""
    found = await probe(tools, source)
    made = plan(found, **{"ladder": SMALL, **settings})  # type: ignore[arg-type] # by keyword
    for one in (made.first, made.rest):
        if one is not None:
            await run_pass(
                tools, source, out, one, found, limits=LIMITS, on_progress=lambda _: None
            )
    return found, made


def index_of(out: Path, name: str) -> SegmentIndex:
    return read_media_playlist((out / f"{name}.m3u8").read_text())


def lengths(out: Path, name: str) -> list[int]:
    return [segment.duration_ms for segment in index_of(out, name).segments]


def frames(path: Path) -> list[VideoFrame]:
    with av.open(str(path)) as container:
        return list(container.decode(video=0))


def shape(path: Path) -> tuple[int, int, str | None]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        return stream.width, stream.height, str(stream.sample_aspect_ratio)


@pytest.mark.media
async def test_a_copy_and_its_rungs_switch_at_the_same_places(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    uneven = ("-g", "300", "-force_key_frames", "1.5,2.9,5.3,7,8.1", "-sc_threshold", "0")
    clip = draw_clip("clip.mp4", *uneven, duration_s=10)

    _, made = await make(tools, clip, tmp_path)

    assert [output.copied for output in made.first.video] == [True]
    assert lengths(tmp_path, "360p") == [5300, 2800, 1900]
    assert lengths(tmp_path, "240p") == lengths(tmp_path, "120p") == [5300, 2800, 1900]


@pytest.mark.media
async def test_encoded_rungs_switch_at_the_same_places_and_play_from_zero(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip("clip.mp4", "-c:v", "mpeg4", duration_s=9)

    _, made = await make(tools, clip, tmp_path)

    names = ["360p", "240p", "120p"]
    assert [output.name for output in made.first.video] == ["360p"]
    assert [lengths(tmp_path, name) for name in names] == [[4000, 4000, 1000]] * 3
    assert [frames(tmp_path / f"{name}.mp4")[0].pts for name in names] == [0, 0, 0]
    for name in [*names, "audio-0"]:
        index = index_of(tmp_path, name)
        assert index.is_complete
        assert index.size_bytes <= (tmp_path / f"{name}.mp4").stat().st_size


@pytest.mark.media
async def test_progress_is_told_while_it_works(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip("clip.mp4", "-c:v", "mpeg4")
    found = await probe(tools, clip)
    reports: list[Progress] = []

    await run_pass(
        tools,
        clip,
        tmp_path,
        plan(found).first,
        found,
        limits=LIMITS,
        on_progress=reports.append,
    )

    assert reports[-1].frame == 180
    assert abs(reports[-1].out_time_ms - 6000) < 100


@pytest.mark.media
async def test_a_turned_phone_video_stands_upright(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw("turned.mp4", "-display_rotation", "90", "-i", str(draw_clip()), "-c", "copy")

    await make(tools, clip, tmp_path)

    assert shape(tmp_path / "360p.mp4") == (360, 640, "1")
    assert shape(tmp_path / "120p.mp4") == (120, 214, "1")
    assert frames(tmp_path / "120p.mp4")[0].rotation == 0


@pytest.mark.media
async def test_oblong_pixels_become_square(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip("pal.mp4", "-vf", "setsar=64/45", size="360x288", duration_s=2)

    await make(tools, clip, tmp_path)

    assert shape(tmp_path / "288p.mp4") == (512, 288, "1")
    assert shape(tmp_path / "120p.mp4") == (214, 120, "1")


@pytest.mark.media
async def test_odd_sizes_and_full_colour_become_even_and_plain(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    odd = ("-vf", "format=yuv444p,pad=321:181", "-c:v", "ffv1", "-pix_fmt", "yuv444p")
    clip = draw_clip("odd.mkv", *odd, size="318x180", duration_s=2)

    await make(tools, clip, tmp_path)

    assert shape(tmp_path / "180p.mp4") == (320, 180, "1")
    assert frames(tmp_path / "180p.mp4")[0].format.name == "yuv420p"


@pytest.mark.media
async def test_a_variable_frame_rate_keeps_its_frames_and_their_times(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    uneven = ("-vf", "select='not(mod(n,7))+not(mod(n,3))'", "-fps_mode", "vfr")
    clip = draw_clip("vfr.mkv", *uneven, "-c:v", "mpeg4")

    await make(tools, clip, tmp_path)

    before, after = frames(clip), frames(tmp_path / "120p.mp4")
    assert len(after) == len(before)
    assert max(abs(a.time - b.time) for a, b in zip(before, after, strict=True)) < 0.002


@pytest.mark.media
@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
async def test_high_dynamic_range_becomes_ordinary(
    tools: Tools, draw: Draw, tmp_path: Path, transfer: str
) -> None:
    clip = draw_hdr(draw, transfer)

    await make(tools, clip, tmp_path)

    for name in ("360p", "120p"):
        picture = frames(tmp_path / f"{name}.mp4")[0]
        assert (picture.format.name, picture.color_trc) == ("yuv420p", ColorTrc.BT709)


@pytest.mark.media
async def test_surround_sound_becomes_stereo_that_browsers_play(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip("film.mkv", "-c:a", "ac3", "-ac", "6", "-ar", "32000", duration_s=2)

    await make(tools, clip, tmp_path)

    with av.open(str(tmp_path / "audio-0.mp4")) as container:
        context = container.streams.audio[0].codec_context
        described = (context.name, context.layout.name, context.sample_rate)
    assert described == ("aac", "stereo", 48000)


@pytest.mark.media
async def test_a_silent_film_has_no_track(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip(sound=False, duration_s=2)

    _, made = await make(tools, clip, tmp_path)

    assert made.first.audio == ()
    assert sorted(path.name for path in tmp_path.glob("*.m3u8")) == [
        "120p.m3u8",
        "240p.m3u8",
        "360p.m3u8",
    ]


@pytest.mark.media
async def test_a_song_has_a_track_alone(tools: Tools, draw: Draw, tmp_path: Path) -> None:
    song = draw("song.mp3", *TONE, "-t", "6")

    await make(tools, song, tmp_path)

    assert sum(lengths(tmp_path, "audio-0")) == pytest.approx(6000, abs=100)
    assert [path.name for path in tmp_path.glob("*.m3u8")] == ["audio-0.m3u8"]


@pytest.mark.media
@pytest.mark.parametrize("name", ["hevc", "av1", "vp9"])
async def test_other_encoders_switch_at_the_same_places(
    tools: Tools, draw_clip: Draw, tmp_path: Path, name: str
) -> None:
    clip = draw_clip("clip.mp4", "-c:v", "mpeg4", size="426x240", duration_s=9)

    await make(tools, clip, tmp_path, encoder=ENCODERS[name])

    assert lengths(tmp_path, "240p") == lengths(tmp_path, "120p") == [4000, 4000, 1000]


@pytest.mark.media
async def test_a_file_cut_off_on_its_way_is_noticed(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    whole = draw_clip("whole.mp4", "-c:v", "mpeg4", "-movflags", "+faststart").read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) * 45 // 100])

    found, made = await make(tools, cut, tmp_path)
    made_ms = max(index_of(tmp_path, n).duration_ms for n in ("360p", "audio-0"))

    with pytest.raises(EncodeFailed) as caught:
        check_complete(promised_ms=found.duration_ms, made_ms=made_ms)
    assert caught.value.permanent is True
    assert found.duration_ms == 6000
    assert 1500 < made_ms < 4500
    assert made.rest is not None


@pytest.mark.media
async def test_what_is_no_longer_readable_fails_for_good(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip()
    found = await probe(tools, clip)
    clip.write_bytes(b"something else")

    with pytest.raises(EncodeFailed) as caught:
        await run_pass(
            tools,
            clip,
            tmp_path,
            plan(replace(found, audio=())).first,
            found,
            limits=LIMITS,
            on_progress=lambda _: None,
        )

    assert caught.value.permanent is True
