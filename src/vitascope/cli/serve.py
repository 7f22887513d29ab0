"""``vitascope serve``: API, web and workers in one program."""

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

import typer
import uvicorn

from vitascope.app import (
    Crew,
    Lifespan,
    Parts,
    asgi_app,
    crew,
    open_parts,
)
from vitascope.cli import logs
from vitascope.cli.shell import DataOption, Shell, out, settings
from vitascope.cli.start import ADMINISTRATOR, first_start, hold, prepare_database
from vitascope.core.imports.ask import import_policy
from vitascope.core.imports.steer import cancel_unoffered
from vitascope.http.runtime import utc_now
from vitascope.http.sockets import LARGEST_MESSAGE_BYTES, SocketProtocol
from vitascope.http.zerocopy import ZeroCopyProtocol
from vitascope.pipeline.import_sweep import sweep_imports
from vitascope.pipeline.sweep import sweep

log = logging.getLogger(__name__)

_GRACE_S = 5


def register(shell: Shell) -> None:
    shell.command()(serve)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="TCP port to listen on.")] = None,
    data: DataOption = None,
) -> None:
    """Serve everything on one machine: API, web pages and workers."""
    config = settings(host=host, port=port, data=data)
    logs.configure(config.log_level)
    parts = open_parts(config)
    lock = hold(parts)
    listening = _listen(config.host, config.port)
    prepare_database(parts)
    password = first_start(parts)
    if parts.db.is_embedded:
        sweep(parts.db, parts.store, parts.scratch, parts.incoming)
        sweep_imports(parts.db, parts.fetched, now=utc_now())
    with parts.db.begin() as tx:
        cancel_unoffered(tx, import_policy(parts.settings.current()), now=utc_now())
    _greet(parts, password)
    server = uvicorn.Server(
        uvicorn.Config(
            asgi_app(parts, _running(crew(parts))),
            http=ZeroCopyProtocol,
            ws=SocketProtocol,
            ws_max_size=LARGEST_MESSAGE_BYTES,
            # Windows of compression would make every open socket cost ten times the memory.
            ws_per_message_deflate=False,
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            # Nobody is believed about whom they speak for until a proxy is named as trusted.
            proxy_headers=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
    )
    # uvicorn stops at these signals and then sends them once more, which would end the program
    # before it has put its things away.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    server.run(sockets=[listening])
    parts.db.close()
    if lock is not None:
        lock.release()
    out.print("Stopped. Unfinished work goes on at the next start.")


def _running(workers: Crew) -> Lifespan:
    """The workers start beside the server, so that pages are answered at once."""

    @asynccontextmanager
    async def lifespan() -> AsyncIterator[None]:
        starting = asyncio.create_task(asyncio.to_thread(workers.start))
        starting.add_done_callback(_complain)
        try:
            yield
        finally:
            await asyncio.wait([starting])
            await asyncio.to_thread(workers.stop)

    return lifespan


def _complain(starting: "asyncio.Task[None]") -> None:
    error = starting.exception()
    if error is not None:
        log.error("no videos are processed and no webhooks are sent", exc_info=error)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        reason = f"Cannot listen on {host} port {port}: {error.strerror}"
        raise OSError(f"{reason}. Choose another with --port.") from error
    return listening


def _greet(parts: Parts, password: str | None) -> None:
    settings = parts.settings.current()
    address = settings.public_url
    out.print(f"[bold]{settings.instance_name}[/bold] is at [link={address}]{address}[/link]")
    if password is not None:
        out.print(
            f"Log in as [bold]{ADMINISTRATOR}[/bold] with the password [bold]{password}[/bold]"
        )
        out.print("It is shown only this once.")
    out.print(f"Everything is kept in {parts.config.data.resolve()}; Ctrl+C stops.")
