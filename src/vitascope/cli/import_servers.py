"""``vitascope import``: move in from another server."""

from typing import Annotated

import typer

from vitascope.cli.import_run import Wish, run_import
from vitascope.cli.shell import DataOption, Shell
from vitascope.cli.start import ADMINISTRATOR
from vitascope.migration.peertube import PeertubeLibrary, token_headers
from vitascope.migration.videocms import VideocmsLibrary, key_headers

UrlArgument = Annotated[str, typer.Argument(help="Address of the other server.")]
UserOption = Annotated[str, typer.Option("--user", help="Whose the copies are here.")]


def register(shell: Shell) -> None:
    group = Shell(help="Copy what somebody has on another server.", no_args_is_help=True)
    group.command("peertube")(peertube)
    group.command("videocms")(videocms)
    shell.add_typer(group, name="import")


def peertube(
    url: UrlArgument,
    token: Annotated[
        str,
        typer.Option(
            prompt="Access token",
            hide_input=True,
            help="Access token there; asked for without.",
        ),
    ],
    channel: Annotated[
        list[str] | None,
        typer.Option(help="Name of a channel there to copy; all of them by default."),
    ] = None,
    user: UserOption = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Copy the channels and videos of a PeerTube user. Run it again to go on."""
    run_import(
        Wish(
            url=url,
            headers=token_headers(token),
            library=lambda remote: PeertubeLibrary(remote, channels=channel or ()),
            user=user,
            left_out="comments, views, likes, playlists, subscriptions and avatars",
            data=data,
        )
    )


def videocms(
    url: UrlArgument,
    key: Annotated[
        str,
        typer.Option(
            prompt="API key", hide_input=True, help="API key there; asked for without."
        ),
    ],
    user: UserOption = ADMINISTRATOR,
    data: DataOption = None,
) -> None:
    """Copy the folders and videos of a VideoCMS user. Run it again to go on."""
    run_import(
        Wish(
            url=url,
            headers=key_headers(key),
            library=VideocmsLibrary,
            user=user,
            left_out="statistics, webhooks and the files as they were uploaded",
            data=data,
        )
    )
