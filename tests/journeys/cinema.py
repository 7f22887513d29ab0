"""A server with one film, put in through each API."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.documented import upload_as_documented
from tests.journeys.films import draw_film
from tests.journeys.server import Peertube, Server, vitascope

from vitascope.media.ffmpeg import Tools


@dataclass(frozen=True)
class Cinema:
    """``uuid`` and ``short`` are those of the film that came through PeerTube's API, and
    ``media_id`` is what VSRC's API calls its own.
    """

    server: Server
    peertube: Peertube
    uuid: str
    short: str
    media_id: str
    vsrc_key: str

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def watch_url(self) -> str:
        return f"{self.url}/w/{self.short}"

    @property
    def media_url(self) -> str:
        return f"{self.url}/media/{self.uuid}"

    @property
    def vsrc_uuid(self) -> str:
        return self.media_id.removeprefix("vod_")


@contextmanager
def opened(tools: Tools, folder: Path) -> Iterator[Cinema]:
    """Start the server and wait until the film has every quality."""
    film = draw_film(tools, folder)
    server = Server(folder / "data").start()
    try:
        video = upload_as_documented("videos/upload", server, film)["video"]
        peertube = Peertube(server).log_in()
        peertube.wait_until_published(video["uuid"])
        media = upload_as_documented("vod/upload", server, film)["data"]
        peertube.wait_until_published(media["mediaId"].removeprefix("vod_"))
        key = vitascope(["key", "create", "journey", "--data", str(server.data)], {})
        yield Cinema(
            server=server,
            peertube=peertube,
            uuid=video["uuid"],
            short=video["shortUUID"],
            media_id=media["mediaId"],
            vsrc_key=key.stdout.strip(),
        )
    finally:
        server.kill()
