"""Fetching what an import asks for into its working folder."""

from contextlib import suppress

from vitascope.core.imports.model import Import
from vitascope.fetch.client import open_client
from vitascope.fetch.download import Downloaded, OnProgress, download
from vitascope.fetch.errors import BadAnswer
from vitascope.fetch.proxy import GuardedProxy
from vitascope.fetch.site import FetchedVideo, fetch_site
from vitascope.fetch.torrent import FetchedFile, fetch_torrent
from vitascope.http.threads import on_thread
from vitascope.media.probe import Probe, Unreadable, probe
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import CannotImport, NotMedia
from vitascope.pipeline.import_findings import Findings, of_download, of_site, of_torrent
from vitascope.pipeline.import_folder import ImportFolder
from vitascope.pipeline.import_progress import watched

_FILE = "file"
_PAGES = ("text/html", "application/xhtml+xml")
_A_PAGE = (
    "This address is a web page, not a video file. This server imports from addresses of "
    "files only"
)


async def fetch(
    desk: ImportDesk, found: Import, folder: ImportFolder
) -> tuple[Findings, Probe]:
    """Fetch it, going on with what an earlier try left, and look into it.

    Raises:
        CannotImport: what came is neither video nor audio; it is removed.
        FetchError: it cannot be had.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    if found.url is None:
        return await _fetch_torrent(desk, found, folder)
    if not desk.policy.sites:
        return await _fetch_file(desk, found, found.url, folder)
    # A site may refuse whoever is no browser, so an answer that is none is asked again there.
    with suppress(NotMedia, BadAnswer):
        return await _fetch_file(desk, found, found.url, folder)
    return await _fetch_page(desk, found, found.url, folder)


async def _fetch_file(
    desk: ImportDesk, found: Import, url: str, folder: ImportFolder
) -> tuple[Findings, Probe]:
    async def run(on_progress: OnProgress) -> Downloaded:
        async with open_client(desk.guard) as client:
            return await download(
                client,
                url,
                folder.path / _FILE,
                limit_bytes=desk.max_upload_bytes,
                timeout_s=desk.timeout_s,
                on_progress=on_progress,
                pauses_s=desk.pauses_s,
            )

    findings = of_download(found, _FILE, await watched(desk, found, run))
    return findings, await _look_into(desk, folder, findings)


async def _fetch_page(
    desk: ImportDesk, found: Import, url: str, folder: ImportFolder
) -> tuple[Findings, Probe]:
    async def run(on_progress: OnProgress) -> FetchedVideo:
        async with GuardedProxy(desk.guard) as proxy:
            return await fetch_site(
                proxy.url,
                url,
                folder.part("site"),
                limit_bytes=desk.max_upload_bytes,
                most_height=desk.most_height,
                ffmpeg=desk.tools.ffmpeg,
                timeout_s=desk.timeout_s,
                on_progress=on_progress,
            )

    fetched = await watched(desk, found, run, guesses=True)
    picture = fetched.thumbnail_path
    findings = of_site(
        f"site/{fetched.path.name}",
        fetched,
        thumbnail=None if picture is None else f"site/{picture.name}",
    )
    return findings, await _look_into(desk, folder, findings)


async def _fetch_torrent(
    desk: ImportDesk, found: Import, folder: ImportFolder
) -> tuple[Findings, Probe]:
    source = found.torrent if found.torrent is not None else found.magnet
    if source is None:
        raise CannotImport("There is nothing to import", permanent=True)

    async def run(on_progress: OnProgress) -> FetchedFile:
        return await fetch_torrent(
            source,
            folder.part("torrent"),
            limit_bytes=desk.max_upload_bytes,
            allowed_networks=desk.networks,
            is_open=desk.joins_swarms,
            timeout_s=desk.timeout_s,
            on_progress=on_progress,
        )

    fetched = await watched(desk, found, run)
    findings = of_torrent(found, f"torrent/{fetched.path.name}", fetched)
    return findings, await _look_into(desk, folder, findings)


async def _look_into(desk: ImportDesk, folder: ImportFolder, findings: Findings) -> Probe:
    try:
        return await probe(desk.tools, folder.path / findings.file)
    except Unreadable as error:
        await on_thread(folder.clear)
        is_page = findings.content_type in _PAGES
        raise NotMedia(_A_PAGE if is_page else error.reason) from error
