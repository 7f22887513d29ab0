"""One copy from another server, from the command's words to what is said at the end."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import typer

from vitascope.app import Parts, media_origin, open_parts, runtime
from vitascope.cli import logs
from vitascope.cli.actor import named_user
from vitascope.cli.import_watcher import TerminalWatcher
from vitascope.cli.shell import out, settings
from vitascope.cli.start import ADMINISTRATOR, first_start, prepare_database
from vitascope.cli.values import plain
from vitascope.core.access.acting import act_for
from vitascope.core.access.model import Actor
from vitascope.fetch.errors import BadAnswer, FetchError
from vitascope.jobs import AlreadyServing
from vitascope.jobs.lock import FolderLock
from vitascope.migration.model import CannotCopy, Library, Outcome
from vitascope.migration.remote import Remote, connect
from vitascope.migration.run import Migration, Report

_WRONG = {Outcome.FAILED, Outcome.INCOMPLETE}
_INTERRUPTED = 130
_REFUSED = {401, 403}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """``headers`` show who asks; ``library`` makes the library of a server. ``user`` is whose
    the copies are, ``left_out`` what the other server has and nobody copies.
    """

    url: str
    headers: dict[str, str]
    library: Callable[[Remote], Library]
    user: str
    left_out: str
    data: Path | None


def run_import(wish: Wish) -> None:
    """Copy, and say what was copied and what was not.

    Raises:
        ValueError: something was not copied, or another copy is under way.
    """
    logs.configure("error")
    parts = open_parts(settings(data=wish.data))
    prepare_database(parts)
    if (password := first_start(parts)) is not None:
        out.print(f"Log in as {ADMINISTRATOR} with the password {password}, shown only now.")
    with parts.db.read() as tx:
        actor = act_for(tx, named_user(tx, wish.user).id)
    with _folder(parts) as folder:
        try:
            report = asyncio.run(_copy(parts, actor, wish, folder))
        except KeyboardInterrupt:
            out.print("Stopped. Run the same command again to go on.")
            raise typer.Exit(_INTERRUPTED) from None
        except FetchError as error:
            raise ValueError(_explained(error)) from error
        except CannotCopy as error:
            raise ValueError(error.reason) from error
        finally:
            parts.db.close()
    _tell(report, wish)


async def _copy(parts: Parts, actor: Actor, wish: Wish, folder: Path) -> Report:
    watcher = TerminalWatcher(out)
    networks = parts.config.fetch_networks
    async with connect(wish.url, wish.headers, networks=networks) as remote:
        migration = Migration(
            runtime(parts, media_origin(parts)),
            actor,
            wish.library(remote),
            remote,
            folder=folder,
            watcher=watcher,
        )
        with watcher.bars:
            return await migration.run()


@contextmanager
def _folder(parts: Parts) -> Iterator[Path]:
    """Where files lie until they are stored, for this command alone."""
    folder = parts.config.data.resolve() / "migration"
    folder.mkdir(exist_ok=True)
    try:
        lock = FolderLock(folder / "lock")
    except AlreadyServing:
        raise ValueError("Another import is at work in this data folder") from None
    try:
        yield folder
    finally:
        lock.release()


def _explained(error: FetchError) -> str:
    if isinstance(error, BadAnswer) and error.status in _REFUSED:
        return f"The server does not take this token or key (status {error.status})"
    return error.message


def _tell(report: Report, wish: Wish) -> None:
    for remark in report.remarks:
        out.print(plain(remark), soft_wrap=True)
    remarked = [result for result in report.results if result.remarks]
    for result in remarked:
        title, remarks = plain(result.title), plain("; ".join(result.remarks))
        out.print(f"{title} ({result.outcome}): {remarks}", soft_wrap=True)
    counted = Counter(result.outcome for result in report.results)
    summary = ", ".join(
        f"{counted[outcome]} {outcome}" for outcome in Outcome if counted[outcome]
    )
    out.print(f"Videos: {summary or 'none'}. Never copied: {wish.left_out}.", soft_wrap=True)
    if counted[Outcome.COPIED]:
        out.print("They are processed by the server that runs here, or when it starts next.")
    if report.stopped is not None:
        raise ValueError(f"{report.stopped}. Run the same command again to go on.")
    if wrong := sum(counted[outcome] for outcome in _WRONG):
        raise ValueError(f"{wrong} of {len(report.results)} videos are not wholly here")
