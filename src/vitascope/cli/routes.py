"""``vitascope routes``: every address the server answers."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from litestar import Litestar
from litestar.routes import HTTPRoute, WebSocketRoute
from rich.table import Table

from vitascope.app import DIALECTS, media_origin, open_parts, runtime
from vitascope.cli.shell import Shell, out, settings

_SOCKET = "WEBSOCKET"


def register(shell: Shell) -> None:
    shell.command()(routes)


def routes(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """List every operation of every dialect; the method of a WebSocket is WEBSOCKET."""
    found = list_routes()
    if as_json:
        out.print_json(json.dumps(found))
        return
    table = Table("Dialect", "Method", "Path")
    for route in found:
        table.add_row(route["dialect"], route["method"], route["path"])
    out.print(table)


def list_routes() -> list[dict[str, str]]:
    """Dialect, method and path, in that order."""
    # Nothing is read or written there: the apps only have to be built.
    with TemporaryDirectory() as folder:
        parts = open_parts(settings(data=Path(folder)))
        running = runtime(parts, media_origin(parts))
        found = [
            {"dialect": name, "method": method, "path": path}
            for name, build in DIALECTS.items()
            for method, path in _operations(build(running))
        ]
        parts.db.close()
    return sorted(found, key=lambda route: (route["dialect"], route["path"], route["method"]))


def _operations(app: Litestar) -> Iterator[tuple[str, str]]:
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            yield from ((method, route.path_format) for method in _methods(route))
        elif isinstance(route, WebSocketRoute):
            yield _SOCKET, route.path_format


def _methods(route: HTTPRoute) -> set[str]:
    """Without the OPTIONS that the framework answers to by itself."""
    ours = (one for one in route.route_handlers if one.include_in_schema is not False)
    return {str(method) for one in ours for method in one.http_methods}
