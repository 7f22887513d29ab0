"""Reads codec strings out of an MP4 file's init segment."""

import struct
from collections.abc import Iterator
from pathlib import Path

_LARGEST_HEADER_BYTES = 16 * 2**20
_CONTAINERS = frozenset({b"trak", b"mdia", b"minf", b"stbl"})
# A sample entry's own fields, which stand in front of the boxes inside it.
_VISUAL_BYTES = 78
_AUDIO_BYTES = 28
_SAMPLE_ENTRIES = {
    b"avc1": _VISUAL_BYTES,
    b"avc3": _VISUAL_BYTES,
    b"hvc1": _VISUAL_BYTES,
    b"hev1": _VISUAL_BYTES,
    b"av01": _VISUAL_BYTES,
    b"vp09": _VISUAL_BYTES,
    b"mp4a": _AUDIO_BYTES,
    b"Opus": _AUDIO_BYTES,
    b"fLaC": _AUDIO_BYTES,
}


class NoCodec(Exception):
    """The file has no init segment, or a codec nobody here makes."""


def codec_string(path: Path) -> str:
    """The RFC 6381 codec of the first track in ``path``, as ``CODECS`` wants it.

    Raises:
        NoCodec: there is none to be found.
    """
    try:
        return _entry_codec(*_sample_entry(_read_moov(path)))
    except (struct.error, IndexError, ValueError) as error:
        raise NoCodec(f"{path.name} has a broken header") from error


def _read_moov(path: Path) -> bytes:
    with path.open("rb") as file:
        while len(head := file.read(8)) == 8:
            size, kind = struct.unpack(">I4s", head)
            if kind == b"moov" and size <= _LARGEST_HEADER_BYTES:
                return file.read(size - 8)
            if size < 8:
                break
            file.seek(size - 8, 1)
    raise NoCodec(f"{path.name} has no init segment")


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        if size < 8:
            return
        yield kind, data[position + 8 : position + size]
        position += size


def _sample_entry(data: bytes) -> tuple[bytes, bytes]:
    for kind, body in _boxes(data):
        if kind == b"stsd":
            return next(_boxes(body[8:]), (b"", b""))
        if kind in _CONTAINERS:
            return _sample_entry(body)
    raise NoCodec("there is no track in it")


def _entry_codec(kind: bytes, body: bytes) -> str:
    inside = dict(_boxes(body[_SAMPLE_ENTRIES.get(kind, 0) :]))
    name = kind.decode("latin-1")
    if b"avcC" in inside:
        return f"{name}.{inside[b'avcC'][1:4].hex()}"
    if b"hvcC" in inside:
        return f"{name}.{_hevc(inside[b'hvcC'])}"
    if b"av1C" in inside:
        return f"{name}.{_av1(inside[b'av1C'])}"
    if b"vpcC" in inside:
        profile, level, depth = inside[b"vpcC"][4], inside[b"vpcC"][5], inside[b"vpcC"][6] >> 4
        return f"{name}.{profile:02d}.{level:02d}.{depth:02d}"
    if b"esds" in inside:
        return f"{name}.40.{_aac_object_type(inside[b'esds'])}"
    if kind in (b"Opus", b"fLaC"):
        return name.lower()
    raise NoCodec(f"its track is of kind {name!r}")


def _hevc(config: bytes) -> str:
    space = ("", "A", "B", "C")[config[1] >> 6]
    tier = "H" if config[1] & 0x20 else "L"
    (compatibility,) = struct.unpack_from(">I", config, 2)
    reversed_bits = int(f"{compatibility:032b}"[::-1], 2)
    constraints = config[6:12].rstrip(b"\0")
    tail = "".join(f".{byte:X}" for byte in constraints)
    return f"{space}{config[1] & 0x1F}.{reversed_bits:X}.{tier}{config[12]}{tail}"


def _av1(config: bytes) -> str:
    profile, level = config[1] >> 5, config[1] & 0x1F
    tier = "H" if config[2] & 0x80 else "M"
    depth = 8 if not config[2] & 0x40 else (12 if config[2] & 0x20 else 10)
    return f"{profile}.{level:02d}{tier}.{depth:02d}"


def _aac_object_type(esds: bytes) -> int:
    # The decoder's own configuration is the descriptor with tag 5; its first five bits say
    # which AAC it is.
    position = esds.index(b"\x05", 4 + 3 + 13) + 1
    while esds[position] & 0x80:
        position += 1
    return esds[position + 1] >> 3
