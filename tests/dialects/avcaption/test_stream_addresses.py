from vitascope.dialects.avcaption.stream_addresses import StreamAddresses


def test_every_address_carries_the_playback_token() -> None:
    addresses = StreamAddresses("abc", "x_-y")
    sealed = addresses.sealed("720p")

    found = [
        addresses.multivariant,
        addresses.playlist("720p.m3u8"),
        addresses.playlist("captions/en.m3u8"),
        addresses.file("captions/en.vtt"),
        sealed.init,
        sealed.segment(7),
        sealed.key(0),
    ]

    assert found == [
        "/api/stream/abc/playlist?token=x_-y",
        "/api/stream/abc/playlist?token=x_-y&v=720p",
        "/api/stream/abc/playlist?token=x_-y&v=captions/en",
        "/api/stream/abc/file/captions/en.vtt?token=x_-y",
        "/api/stream/abc/seg/720p/init.mp4?token=x_-y",
        "/api/stream/abc/seg/720p/7.m4s?token=x_-y",
        "/api/stream/abc/key/0?token=x_-y&v=720p",
    ]
