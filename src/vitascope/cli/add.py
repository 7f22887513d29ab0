"""``vitascope add``: put videos in from the command line."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from vitascope.app import Parts, open_parts
from vitascope.base.errors import Invalid, NotFound
from vitascope.cli import logs
from vitascope.cli.actor import named_user
from vitascope.cli.add_finding import find_files
from vitascope.cli.add_run import Run
from vitascope.cli.add_showing import tell_summary
from vitascope.cli.shell import DataOption, Shell, out, settings
from vitascope.cli.start import ADMINISTRATOR, first_start, prepare_database
from vitascope.core.access.acting import act_for
from vitascope.core.channels.queries import find_channel_by_name
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy
from vitascope.db import Tx

_INTERRUPTED = 130


def register(shell: Shell) -> None:
    shell.command()(add)


def add(
    files: Annotated[
        list[Path], typer.Argument(help="Video or audio files, or folders of them.")
    ],
    title: Annotated[
        str | None, typer.Option(help="Title of a single file; its name by default.")
    ] = None,
    into: Annotated[
        str, typer.Option(help="Folder they go to, such as Lessons/2026; made when missing.")
    ] = "",
    channel: Annotated[str | None, typer.Option(help="Name of the channel.")] = None,
    privacy: Annotated[Privacy, typer.Option(help="Who may see it.")] = Privacy.PUBLIC,
    user: Annotated[str, typer.Option(help="Whose video it is.")] = ADMINISTRATOR,
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Leave the encoding to the server.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Put videos in, and wait until they are processed.

    Folders keep their order. What is there already is left out, so the same command goes on
    after an interrupt.
    """
    parts = _opened(data)
    finding = find_files(files, into=[name for name in into.split("/") if name])
    if title is not None and len(finding.files) > 1:
        raise Invalid("title", "A title is for one file; several are named like their files")
    with parts.db.read() as tx:
        actor = act_for(tx, named_user(tx, user).id)
        fields = _fields(tx, title, privacy, channel)
    # With encoding switched off there is nothing to wait for.
    waits = not no_wait and parts.settings.current().encoding_enabled
    run = Run(parts, actor, fields, finding, waits=waits)
    is_whole = run.finish()
    parts.db.close()
    tell_summary(finding, run.tally, run.watch)
    if not is_whole:
        out.print("Stopped. The same command goes on from here.")
        raise SystemExit(_INTERRUPTED)
    failed = len(finding.refused) + len(run.tally.refused) + len(run.watch.failed)
    if failed:
        named = len(finding.refused) + len(finding.files)
        raise Invalid("files", f"{failed} of {named} files could not be added")


def _opened(data: Path | None) -> Parts:
    config = settings(data=data)
    logs.configure("error")
    parts = open_parts(config)
    prepare_database(parts)
    if (password := first_start(parts)) is not None:
        out.print(f"Log in as {ADMINISTRATOR} with the password {password}, shown only now.")
    return parts


def _fields(tx: Tx, title: str | None, privacy: Privacy, channel: str | None) -> VideoFields:
    fields = VideoFields(privacy=privacy)
    if title is not None:
        fields = replace(fields, title=title)
    if channel is None:
        return fields
    found = find_channel_by_name(tx, channel)
    if found is None:
        raise NotFound("channel", channel)
    return replace(fields, channel_id=found.id)
