"""Where the parts of a stream are. Players pass nothing on, so every address carries the
playback token.
"""

from urllib.parse import urlencode

from vitascope.http.delivery import SealedAddresses
from vitascope.http.stream_addresses import STREAM_PREFIX

VARIANT = "v"


class StreamAddresses:
    """Paths of this server for one session."""

    def __init__(self, embed_token: str, playback_token: str) -> None:
        self._base = f"{STREAM_PREFIX}/{embed_token}"
        self._shown = urlencode({"token": playback_token})

    @property
    def multivariant(self) -> str:
        return f"{self._base}/playlist?{self._shown}"

    def playlist(self, name: str) -> str:
        """Of a media playlist by our name for it: ``720p.m3u8``, ``captions/en.m3u8``."""
        return f"{self.multivariant}&{self._variant(name.removesuffix('.m3u8'))}"

    def file(self, name: str) -> str:
        return f"{self._base}/file/{name}?{self._shown}"

    def sealed(self, rendition: str) -> SealedAddresses:
        """Of the parts of a rendition."""
        base, shown, variant = self._base, self._shown, self._variant(rendition)
        return SealedAddresses(
            init=f"{base}/seg/{rendition}/init.mp4?{shown}",
            segment=lambda number: f"{base}/seg/{rendition}/{number}.m4s?{shown}",
            key=lambda batch: f"{base}/key/{batch}?{shown}&{variant}",
        )

    def _variant(self, name: str) -> str:
        return urlencode({VARIANT: name}, safe="/")
