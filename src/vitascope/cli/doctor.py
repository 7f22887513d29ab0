"""``vitascope doctor``: what is wrong, in words a person can act on."""

import asyncio
import io
import shutil
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.table import Table

from vitascope.app import Parts, engine, public_url
from vitascope.cli.shell import DataOption, Shell, out, parts
from vitascope.db.migrate import is_current
from vitascope.media.encoders import usable_encoders
from vitascope.storage import StoreError

_LOW_DISK_BYTES = 5 * 1024**3


class Verdict(StrEnum):
    GOOD = "[green]good[/green]"
    NOTE = "[yellow]note[/yellow]"
    BAD = "[red]bad[/red]"


@dataclass(frozen=True, slots=True)
class Finding:
    verdict: Verdict
    subject: str
    words: str


def register(shell: Shell) -> None:
    shell.command()(doctor)


def doctor(data: DataOption = None) -> None:
    """Check this installation and say what to do about what is wrong."""
    opened = parts(data=data)
    findings = [finding for check in CHECKS for finding in check(opened)]
    table = Table("", "What", "Finding")
    for finding in findings:
        table.add_row(finding.verdict, finding.subject, finding.words)
    out.print(table)
    if any(finding.verdict is Verdict.BAD for finding in findings):
        raise SystemExit(1)


def check_python(_: Parts) -> list[Finding]:
    return [Finding(Verdict.GOOD, "Python", sys.version.split()[0])]


def check_ffmpeg(opened: Parts) -> list[Finding]:
    usable = [encoder.name for encoder in asyncio.run(usable_encoders(opened.tools))]
    wanted = opened.config.video_encoder
    found = Finding(
        Verdict.GOOD, "ffmpeg", f"{opened.tools.ffmpeg}; encodes {', '.join(usable)}"
    )
    if wanted in usable:
        return [found]
    words = f"{wanted} does not work on this machine; set video_encoder to another"
    return [found, Finding(Verdict.BAD, "video_encoder", words)]


def check_disk(opened: Parts) -> list[Finding]:
    free = shutil.disk_usage(opened.config.data).free
    words = f"{free / 1024**3:.1f} GB free in {opened.config.data.resolve()}"
    if free < _LOW_DISK_BYTES:
        return [Finding(Verdict.NOTE, "Disk", f"{words}: uploads will soon be refused")]
    return [Finding(Verdict.GOOD, "Disk", words)]


def check_database(opened: Parts) -> list[Finding]:
    kind = "SQLite" if opened.db.is_embedded else "PostgreSQL"
    if is_current(opened.db):
        return [Finding(Verdict.GOOD, "Database", f"{kind}, up to date")]
    remedy = "start the server once" if opened.db.is_embedded else "run vitascope migrate"
    return [Finding(Verdict.NOTE, "Database", f"{kind}, behind this version: {remedy}")]


def check_storage(opened: Parts) -> list[Finding]:
    key = f"doctor/{uuid.uuid4()}"
    try:
        opened.store.put(key, io.BytesIO(b"doctor"))
        kept = b"".join(opened.store.read(key))
        opened.store.delete(key)
    except (OSError, StoreError) as error:
        return [Finding(Verdict.BAD, "Storage", f"{error}; check the storage settings")]
    if kept != b"doctor":
        return [Finding(Verdict.BAD, "Storage", "it does not give back what it was given")]
    where = opened.config.storage_url or "the data folder"
    return [Finding(Verdict.GOOD, "Storage", f"{where} keeps what it is given")]


def check_jobs(opened: Parts) -> list[Finding]:
    if not is_current(opened.db):
        return []
    failed = engine(opened).failed(limit=5)
    if not failed:
        return [Finding(Verdict.GOOD, "Work", "nothing has been given up")]
    return [Finding(Verdict.NOTE, "Work", f"given up: {job}") for job in failed]


def check_address(opened: Parts) -> list[Finding]:
    address = public_url(opened.config)
    if opened.config.public_url:
        return [Finding(Verdict.GOOD, "Address", address)]
    words = f"{address}, on this machine only; set public_url to what people type"
    return [Finding(Verdict.NOTE, "Address", words)]


CHECKS: Sequence[Callable[[Parts], list[Finding]]] = (
    check_python,
    check_ffmpeg,
    check_disk,
    check_database,
    check_storage,
    check_jobs,
    check_address,
)
