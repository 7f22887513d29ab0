"""The sizes of videos among VideoCMS's settings: three values for each."""

import re
from dataclasses import dataclass

from msgspec.structs import replace

from vitascope.core.settings.check import LEAST_BPS
from vitascope.core.settings.model import RungSetting, Settings
from vitascope.dialects.videocms.input import Broken
from vitascope.dialects.videocms.settings_kinds import Field, read_flag, shown_flag

# What the document says, for sizes that this server has no numbers of its own for.
_KBPS = {240: 600, 360: 1200, 480: 2500, 720: 4500, 1080: 8000, 1440: 15000, 2160: 25000}
_CRF, _WORST_CRF = 23, 51
_LONGEST_RATE = 7
_RATE = re.compile(r"([0-9]+)([kKmM]?)")
_CRFS = re.compile(r"[0-9]{1,2}")
_UNITS = {"": 1, "k": 1000, "m": 1_000_000}


def ladder_fields() -> list[Field]:
    """Switches of all sizes, then their bit rates, then their qualities."""
    sizes = [_Size(height) for height in _KBPS]
    return [
        *(Field(f"EncodeHls{size.name}", size.show_switch, size.read_switch) for size in sizes),
        *(
            Field(f"Hls{size.name}VideoBitrate", size.show_rate, size.read_rate)
            for size in sizes
        ),
        *(Field(f"Hls{size.name}Crf", size.show_crf, size.read_crf) for size in sizes),
    ]


@dataclass(frozen=True, slots=True)
class _Size:
    height: int

    @property
    def name(self) -> str:
        return f"{self.height}p"

    def show_switch(self, settings: Settings) -> str:
        return shown_flag(self._rung(settings).is_on)

    def read_switch(self, settings: Settings, text: str) -> Settings:
        is_on = read_flag(f"EncodeHls{self.name}", text)
        return self._with(settings, replace(self._rung(settings), is_on=is_on))

    def show_rate(self, settings: Settings) -> str:
        return f"{round(self._rung(settings).max_bps / 1000)}k"

    def read_rate(self, settings: Settings, text: str) -> Settings:
        max_bps = _read_rate(f"Hls{self.name}VideoBitrate", text)
        return self._with(settings, replace(self._rung(settings), max_bps=max_bps))

    def show_crf(self, settings: Settings) -> str:
        crf = self._rung(settings).crf
        return str(_CRF if crf is None else crf)

    def read_crf(self, settings: Settings, text: str) -> Settings:
        name = f"Hls{self.name}Crf"
        if not _CRFS.fullmatch(text):
            raise Broken(name, "number")
        if int(text) > _WORST_CRF:
            raise Broken(name, "max", _WORST_CRF)
        return self._with(settings, replace(self._rung(settings), crf=int(text)))

    def _rung(self, settings: Settings) -> RungSetting:
        unknown = RungSetting(
            height=self.height, is_on=False, max_bps=_KBPS[self.height] * 1000
        )
        found = (rung for rung in settings.ladder if rung.height == self.height)
        return next(found, unknown)

    def _with(self, settings: Settings, rung: RungSetting) -> Settings:
        others = [other for other in settings.ladder if other.height != self.height]
        ladder = sorted([*others, rung], key=lambda each: each.height, reverse=True)
        return replace(settings, ladder=tuple(ladder))


def _read_rate(name: str, text: str) -> int:
    if not text:
        raise Broken(name, "required")
    if len(text) > _LONGEST_RATE:
        raise Broken(name, "max", _LONGEST_RATE)
    found = _RATE.fullmatch(text)
    if found is None:
        raise Broken(name, "bitrate")
    max_bps = int(found[1]) * _UNITS[found[2].lower()]
    if max_bps < LEAST_BPS:
        raise Broken(name, "min", f"{LEAST_BPS // 1000}k")
    return max_bps
