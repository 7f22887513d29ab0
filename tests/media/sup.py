"""Subtitles as pictures, the way Blu-rays have them; ffmpeg can copy these and draw none."""

import struct

_CLOCK_HZ = 90_000
_PALETTE, _OBJECT, _COMPOSITION, _WINDOW, _END = 0x14, 0x15, 0x16, 0x17, 0x80
_WIDTH, _HEIGHT = 320, 180
_BOX_WIDTH, _BOX_HEIGHT = 16, 4
_START, _NORMAL = 0x80, 0x00


def sup(*shown_s: tuple[float, float]) -> bytes:
    """A white box that is there from and until these times."""
    data = b""
    for number, (begins_s, ends_s) in enumerate(shown_s):
        data += _shown(round(begins_s * _CLOCK_HZ), number * 2)
        data += _cleared(round(ends_s * _CLOCK_HZ), number * 2 + 1)
    return data


def _shown(time: int, number: int) -> bytes:
    place = struct.pack(">HBBHH", 0, 0, 0, 10, 100)
    white = bytes([0, 0xEB, 0x80, 0x80, 0xFF])
    return b"".join(
        [
            _segment(time, _COMPOSITION, _composition(number, _START, place)),
            _segment(time, _WINDOW, _window()),
            _segment(time, _PALETTE, bytes([0, 0]) + white),
            _segment(time, _OBJECT, _box()),
            _segment(time, _END, b""),
        ]
    )


def _cleared(time: int, number: int) -> bytes:
    return b"".join(
        [
            _segment(time, _COMPOSITION, _composition(number, _NORMAL, b"")),
            _segment(time, _WINDOW, _window()),
            _segment(time, _END, b""),
        ]
    )


def _segment(time: int, kind: int, body: bytes) -> bytes:
    return b"PG" + struct.pack(">IIBH", time, 0, kind, len(body)) + body


def _composition(number: int, state: int, objects: bytes) -> bytes:
    head = struct.pack(">HHBHBBB", _WIDTH, _HEIGHT, 0x10, number, state, 0, 0)
    return head + bytes([1 if objects else 0]) + objects


def _window() -> bytes:
    return struct.pack(">BBHHHH", 1, 0, 10, 100, _BOX_WIDTH, _BOX_HEIGHT)


def _box() -> bytes:
    # Each line: sixteen times colour 0, and the end of the line.
    lines = bytes([0x00, 0x80 | _BOX_WIDTH, 0x01, 0x00, 0x00]) * _BOX_HEIGHT
    data = struct.pack(">HH", _BOX_WIDTH, _BOX_HEIGHT) + lines
    return struct.pack(">HBB", 0, 0, 0xC0) + len(data).to_bytes(3, "big") + data
