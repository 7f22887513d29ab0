"""What the commands share: options, settings, and errors in words a person can act on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from rich.console import Console

from vitascope.app import Parts, open_parts
from vitascope.base.errors import ProductError
from vitascope.config import BadSetting, Config, load
from vitascope.jobs import AlreadyServing
from vitascope.storage import StoreError

Shell: TypeAlias = typer.Typer

DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder of the database and the media.")
]

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)

_EXPECTED = (BadSetting, AlreadyServing, ProductError, StoreError, OSError, ValueError)


@contextmanager
def errors() -> Iterator[None]:
    """Turn what can be expected to go wrong into one sentence and a failing exit."""
    try:
        yield
    except _EXPECTED as error:
        err.print(f"[red]vitascope:[/red] {error}", soft_wrap=True)
        raise SystemExit(1) from error


def settings(**options: Any) -> Config:
    """The settings, with the command's options over them."""
    return load(os.environ, **options)


def parts(**options: Any) -> Parts:
    """The running parts for a command that works on the data itself."""
    return open_parts(settings(**options))
