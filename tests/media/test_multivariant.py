from dataclasses import replace

import pytest

from vitascope.media.multivariant import (
    AudioRendition,
    CaptionRendition,
    Variant,
    render_multivariant,
)

LOW = Variant(
    uri="360p.m3u8",
    peak_bps=4000,
    average_bps=3000,
    codecs="avc1.64001e",
    width=640,
    height=360,
    fps=29.97,
)
HIGH = replace(
    LOW,
    uri="720p.m3u8",
    peak_bps=10_000,
    average_bps=10_000,
    codecs="avc1.64001f",
    width=1280,
    height=720,
)
SOUND = AudioRendition(
    uri="audio-0.m3u8",
    peak_bps=1000,
    average_bps=1000,
    codecs="mp4a.40.2",
    label='The "main" one',
    language="en",
    is_default=True,
)
WORDS = CaptionRendition(uri="de.m3u8", label="Deutsch", language="de")


def test_everything_a_video_has_is_listed_best_first() -> None:
    second = replace(SOUND, uri="audio-1.m3u8", language=None, is_default=False)

    text = render_multivariant([LOW, HIGH], [SOUND, second], [WORDS])

    groups = 'AUDIO="audio",SUBTITLES="captions"'
    assert text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="The \'main\' one",LANGUAGE="en",'
            'DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-0.m3u8"'
        ),
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="The \'main\' one 2",'
            'DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="audio-1.m3u8"'
        ),
        (
            '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Deutsch",LANGUAGE="de",'
            'DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="de.m3u8"'
        ),
        (
            "#EXT-X-STREAM-INF:BANDWIDTH=11000,AVERAGE-BANDWIDTH=11000,"
            f'CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,{groups}'
        ),
        "720p.m3u8",
        (
            "#EXT-X-STREAM-INF:BANDWIDTH=5000,AVERAGE-BANDWIDTH=4000,"
            f'CODECS="avc1.64001e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970,{groups}'
        ),
        "360p.m3u8",
    ]


def test_silent_pictures_name_no_group() -> None:
    text = render_multivariant([LOW], [], [])

    assert text.splitlines()[3:] == [
        (
            '#EXT-X-STREAM-INF:BANDWIDTH=4000,AVERAGE-BANDWIDTH=3000,CODECS="avc1.64001e",'
            "RESOLUTION=640x360,FRAME-RATE=29.970"
        ),
        "360p.m3u8",
    ]


def test_a_recording_of_sound_is_a_variant_of_its_own() -> None:
    text = render_multivariant([], [SOUND], [])

    assert text.splitlines()[3:] == [
        (
            '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="The \'main\' one",LANGUAGE="en",'
            'DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-0.m3u8"'
        ),
        '#EXT-X-STREAM-INF:BANDWIDTH=1000,AVERAGE-BANDWIDTH=1000,CODECS="mp4a.40.2",AUDIO="audio"',
        "audio-0.m3u8",
    ]


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to play"):
        render_multivariant([], [], [WORDS])
