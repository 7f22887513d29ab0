"""``vitascope add``: put videos in from the command line."""

import asyncio
import hashlib
import mimetypes
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from msgspec import UNSET, UnsetType
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

from vitascope.app import Parts, engine, media_origin, open_parts, public_url, runtime
from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import ChannelId, VideoId, short_uuid
from vitascope.cli import logs
from vitascope.cli.shell import DataOption, Shell, err, out, settings
from vitascope.cli.start import ADMINISTRATOR, first_start, prepare_database
from vitascope.core.access.model import Actor, Permission
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.assets.progress import overall_percent
from vitascope.core.assets.queries import list_tasks
from vitascope.core.channels.queries import find_channel_by_name
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Privacy, State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.http.uploads.room import room_of
from vitascope.http.uploading import Arrived, accept_upload
from vitascope.jobs import AlreadyServing

_PIECE_BYTES = 1 << 20
_LOOK_S = 0.25
_OVER = {State.READY, State.FAILED}


def register(shell: Shell) -> None:
    shell.command()(add)


def add(
    files: Annotated[list[Path], typer.Argument(help="Video or audio files.")],
    title: Annotated[
        str | None, typer.Option(help="Title; the file's name by default.")
    ] = None,
    channel: Annotated[str | None, typer.Option(help="Name of the channel.")] = None,
    privacy: Annotated[Privacy, typer.Option(help="Who may see it.")] = Privacy.PUBLIC,
    user: Annotated[str, typer.Option(help="Whose video it is.")] = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Put videos in, and wait until they are processed."""
    config = settings(data=data)
    logs.configure("error")
    parts = open_parts(config)
    prepare_database(parts)
    if (password := first_start(parts)) is not None:
        out.print(f"Log in as {ADMINISTRATOR} with the password {password}, shown only now.")
    with parts.db.read() as tx:
        actor = _actor(tx, user)
        channel_id = _channel(tx, channel)
    fields = [
        VideoFields(title=title or path.stem, privacy=privacy, channel_id=channel_id)
        for path in files
    ]
    with _working(parts):
        failed = sum(
            not _add_one(parts, actor, path, each)
            for path, each in zip(files, fields, strict=True)
        )
    parts.db.close()
    if failed:
        raise Invalid("files", f"{failed} of {len(files)} files could not be added")


@contextmanager
def _working(parts: Parts) -> Iterator[None]:
    """Process here, unless a server is at work on this folder and does it."""
    jobs = engine(parts)
    try:
        jobs.start()
    except AlreadyServing:
        yield
        return
    try:
        yield
    finally:
        jobs.stop()


def _add_one(parts: Parts, actor: Actor, path: Path, fields: VideoFields) -> bool:
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[note]}"),
        TimeRemainingColumn(),
        console=out,
    ) as bars:
        copying = bars.add_task(path.name, total=path.stat().st_size, note="copying")
        try:
            arrived = _copy(parts, path, lambda size: bars.advance(copying, size))
            running = runtime(parts, media_origin(parts))
            entry = asyncio.run(accept_upload(running, actor, arrived, fields, room=room_of(running)))
        except Invalid as error:
            bars.update(copying, note="refused")
            err.print(f"{path}: {error.message}")
            return False
        bars.remove_task(copying)
        encoding = bars.add_task(path.name, total=100, note="encoding")
        entry = _wait(parts, entry.video.id, bars, encoding)
    return _tell(parts, path, entry)


def _copy(parts: Parts, path: Path, on_bytes: Callable[[int], None]) -> Arrived:
    """Copy a file to where uploads arrive, as if it had been sent."""
    target = parts.incoming.resolve() / f"{uuid.uuid4()}"
    digest, size_bytes = hashlib.sha256(), 0
    with path.open("rb") as source, target.open("wb") as copy:
        while piece := source.read(_PIECE_BYTES):
            copy.write(piece)
            digest.update(piece)
            size_bytes += len(piece)
            on_bytes(len(piece))
    return Arrived(
        path=target,
        size_bytes=size_bytes,
        sha256=digest.hexdigest(),
        content_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        filename=path.name,
    )


def _wait(parts: Parts, video_id: VideoId, bars: Progress, bar: TaskID) -> VideoEntry:
    while True:
        with parts.db.read() as tx:
            entry = get_entry(tx, video_id)
            tasks = list_tasks(tx, entry.media.id) if entry.media else []
        watchable = entry.media is not None and entry.media.is_watchable
        note = "watchable, encoding more" if watchable else "encoding"
        bars.update(bar, completed=overall_percent(tasks), note=note)
        if entry.video.state in _OVER:
            return entry
        time.sleep(_LOOK_S)


def _tell(parts: Parts, path: Path, entry: VideoEntry) -> bool:
    if entry.video.state is State.FAILED:
        reason = entry.media.failure if entry.media else "unknown"
        err.print(f"{path}: {reason}")
        return False
    address = f"{public_url(parts.config)}/w/{short_uuid(entry.video.uuid)}"
    out.print(f"{path.name}: {address}", soft_wrap=True)
    return True


def _actor(tx: Tx, login: str) -> Actor:
    user = find_user_by_login(tx, login)
    if user is None:
        raise NotFound("user", login)
    return Actor(
        user_id=user.id,
        account_id=user.account.id,
        role=user.role,
        permissions=frozenset(Permission),
    )


def _channel(tx: Tx, name: str | None) -> ChannelId | UnsetType:
    if name is None:
        return UNSET
    channel = find_channel_by_name(tx, name)
    if channel is None:
        raise NotFound("channel", name)
    return channel.id
