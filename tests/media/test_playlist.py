from dataclasses import replace

import pytest

from vitascope.media.playlist import (
    Segment,
    SegmentIndex,
    average_bps,
    peak_bps,
    read_media_playlist,
    render_caption_playlist,
    render_media_playlist,
    render_sealed_playlist,
)

WRITTEN = """#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-PLAYLIST-TYPE:EVENT
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MAP:URI="720p.mp4",BYTERANGE="845@0"
#EXTINF:4.000000,
#EXT-X-BYTERANGE:1000@845
720p.mp4
#EXTINF:2.600000,
#EXT-X-BYTERANGE:1300@1845
720p.mp4
#EXT-X-ENDLIST
"""
INDEX = SegmentIndex(
    init_bytes=845,
    segments=(
        Segment(duration_ms=4000, offset=845, size_bytes=1000),
        Segment(duration_ms=2600, offset=1845, size_bytes=1300),
    ),
    is_complete=True,
)
EMPTY = SegmentIndex(init_bytes=845, segments=(), is_complete=False)


def test_what_ffmpeg_wrote_is_read() -> None:
    index = read_media_playlist(WRITTEN)

    assert index == INDEX
    assert (index.duration_ms, index.size_bytes) == (6600, 3145)


def test_a_playlist_met_half_written_gives_its_whole_segments() -> None:
    first_segment = WRITTEN.index("#EXTINF")

    indexes = [read_media_playlist(WRITTEN[:cut]) for cut in range(first_segment, len(WRITTEN))]

    counts = [len(index.segments) for index in indexes]
    assert counts == sorted(counts)
    assert set(counts) == {0, 1, 2}
    assert [i for i in indexes if i.segments != INDEX.segments[: len(i.segments)]] == []
    assert [i for i in indexes if i.is_complete] == []


def test_a_last_segment_of_some_frames_joins_the_one_before() -> None:
    tail = "#EXTINF:0.021000,\n#EXT-X-BYTERANGE:454@3145\n720p.mp4\n#EXT-X-ENDLIST\n"

    index = read_media_playlist(WRITTEN.replace("#EXT-X-ENDLIST\n", tail))

    joined = Segment(duration_ms=2621, offset=1845, size_bytes=1754)
    assert index == replace(INDEX, segments=(INDEX.segments[0], joined))


def test_a_playlist_without_an_init_segment_is_too_early() -> None:
    with pytest.raises(ValueError, match="no init segment yet"):
        read_media_playlist("#EXTM3U\n")


def test_a_finished_rendition_is_on_demand() -> None:
    text = render_media_playlist(INDEX, "720p.mp4?t=1")

    assert text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:4",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        '#EXT-X-MAP:URI="720p.mp4?t=1",BYTERANGE="845@0"',
        "#EXTINF:4.000,",
        "#EXT-X-BYTERANGE:1000@845",
        "720p.mp4?t=1",
        "#EXTINF:2.600,",
        "#EXT-X-BYTERANGE:1300@1845",
        "720p.mp4?t=1",
        "#EXT-X-ENDLIST",
    ]


def test_a_growing_rendition_is_an_event_without_an_end() -> None:
    text = render_media_playlist(EMPTY, "a.mp4")

    assert text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:1",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:EVENT",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        '#EXT-X-MAP:URI="a.mp4",BYTERANGE="845@0"',
    ]


@pytest.mark.parametrize(("is_complete", "kind"), [(True, "VOD"), (False, "EVENT")])
def test_encrypted_segments_are_files_with_a_key_for_each_batch(
    is_complete: bool, kind: str
) -> None:
    index = replace(INDEX, segments=(*INDEX.segments, *INDEX.segments), is_complete=is_complete)

    text = render_sealed_playlist(
        index,
        init_uri="init.mp4",
        segment_uri=lambda number: f"{number}.m4s",
        key_uri=lambda batch: f"key/{batch}",
        batch_segments=3,
    )

    assert text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:4",
        "#EXT-X-MEDIA-SEQUENCE:0",
        f"#EXT-X-PLAYLIST-TYPE:{kind}",
        "#EXT-X-INDEPENDENT-SEGMENTS",
        '#EXT-X-MAP:URI="init.mp4"',
        '#EXT-X-KEY:METHOD=AES-128,URI="key/0"',
        "#EXTINF:4.000,",
        "0.m4s",
        "#EXTINF:2.600,",
        "1.m4s",
        "#EXTINF:4.000,",
        "2.m4s",
        '#EXT-X-KEY:METHOD=AES-128,URI="key/1"',
        "#EXTINF:2.600,",
        "3.m4s",
        *(["#EXT-X-ENDLIST"] if is_complete else []),
    ]


def test_an_encrypted_rendition_without_segments_has_no_key_yet() -> None:
    text = render_sealed_playlist(EMPTY, init_uri="init.mp4", segment_uri=str, key_uri=str)

    assert text.splitlines()[-1] == '#EXT-X-MAP:URI="init.mp4"'


def test_captions_are_one_segment() -> None:
    text = render_caption_playlist("en.vtt", 61_500)

    assert text.splitlines() == [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        "#EXT-X-TARGETDURATION:62",
        "#EXT-X-MEDIA-SEQUENCE:0",
        "#EXT-X-PLAYLIST-TYPE:VOD",
        "#EXTINF:61.500,",
        "en.vtt",
        "#EXT-X-ENDLIST",
    ]


def test_rates_are_measured_from_the_segments() -> None:
    assert (peak_bps(INDEX), average_bps(INDEX)) == (4000, 2788)
    assert (peak_bps(EMPTY), average_bps(EMPTY)) == (0, 0)
