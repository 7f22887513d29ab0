import pytest

from vitascope.fetch.torrent_magnet import Magnet, parse_magnet
from vitascope.fetch.torrent_words import BadTorrent

FIRST = "0123456789abcdef0123456789abcdef01234567"
SECOND = "ab" * 32


@pytest.mark.parametrize(
    ("text", "magnet"),
    [
        (f"magnet:?xt=urn:btih:{FIRST}", Magnet(name=None, info_hash=FIRST)),
        (f"  magnet:?xt=urn:btih:{FIRST.upper()} ", Magnet(name=None, info_hash=FIRST)),
        (
            "magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH",
            Magnet(name=None, info_hash=FIRST),
        ),
        (f"magnet:?xt=urn:btmh:1220{SECOND}", Magnet(name=None, info_hash=SECOND)),
        (
            f"magnet:?xt.1=urn:btmh:1220{SECOND}&xt.2=urn:btih:{FIRST}",
            Magnet(name=None, info_hash=FIRST),
        ),
        (
            f"magnet:?dn=A+day%20out&xt=urn:btih:{FIRST}&tr=udp%3A%2F%2Fa%3A1&tr=udp://b&tr=udp://b",
            Magnet(name="A day out", info_hash=FIRST, trackers=("udp://a:1", "udp://b")),
        ),
    ],
)
def test_a_magnet_link_is_taken_apart(text: str, magnet: Magnet) -> None:
    parsed = parse_magnet(text)

    assert parsed == magnet


@pytest.mark.parametrize(
    "text",
    [
        "",
        "magnet:",
        "magnet:?dn=film",
        "magnet:?xt=urn:btih:",
        f"magnet:?xt=urn:btih:{FIRST}0",
        f"magnet:?xt=urn:sha1:{FIRST}",
        f"magnet:?xt={FIRST}",
        f"magnet:?xt=urn:btmh:1114{SECOND}",
        f"http://a.b/?xt=urn:btih:{FIRST}",
        f"magnet:?xt=urn:btih:{FIRST}" + "&tr=udp://a" * 300,
        f"magnet:?xt=urn:btih:{FIRST}&dn=" + "x" * 8000,
    ],
)
def test_what_names_no_torrent_is_no_magnet_link(text: str) -> None:
    with pytest.raises(BadTorrent) as caught:
        parse_magnet(text)

    assert caught.value.permanent
