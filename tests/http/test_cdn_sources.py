import pytest

from vitascope.core.settings.model import Cdn
from vitascope.http.cdn_sources import SOURCES, parse_fields, parse_lines, parse_list


def test_each_kind_of_list_is_read() -> None:
    lines = parse_lines(b"198.51.100.0/22\n2001:db8::/32\r\n\n192.0.2.7")
    listed = parse_list(b'["192.0.2.7", "2001:db8::1"]')
    fields = parse_fields("addresses", "ipv6_addresses", "missing")(
        b'{"addresses": ["198.51.100.0/22"], "ipv6_addresses": ["2001:db8::/32"], "more": 1}'
    )

    assert lines == ["198.51.100.0/22", "2001:db8::/32", "192.0.2.7/32"]
    assert listed == ["192.0.2.7/32", "2001:db8::1/128"]
    assert fields == ["198.51.100.0/22", "2001:db8::/32"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"<html>",
        b"198.51.100.1/22",
        b"0.0.0.0/0",
        b"0.0.0.0/7",
        b"::/0",
        b"\xef\xbc\x91",
        b"192.0.2.1\n" * 10_001,
    ],
)
def test_lines_that_nobody_would_mean_are_none(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- whatever it says, it is left
        parse_lines(data)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'["me"]', b"[]", b"\xff"])
def test_json_that_nobody_would_mean_is_none(data: bytes) -> None:
    for parse in (parse_list, parse_fields("prefixes")):
        with pytest.raises(ValueError):  # noqa: PT011 -- whatever it says, it is left
            parse(data)


def test_every_network_has_lists_that_nobody_can_change_on_their_way() -> None:
    assert set(SOURCES) == set(Cdn)
    urls = [source.url for sources in SOURCES.values() for source in sources]
    assert [url for url in urls if not url.startswith("https://")] == []
