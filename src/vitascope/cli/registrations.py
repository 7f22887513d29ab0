"""``vitascope user registrations|accept|reject``: people who ask to join."""

from typing import Annotated

import typer

from vitascope.app import Parts, signup_policy
from vitascope.cli.actor import operator
from vitascope.cli.prepared import prepared
from vitascope.cli.shell import DataOption, Shell, out
from vitascope.cli.values import moment, plain, table
from vitascope.core.registration import answer
from vitascope.core.registration.model import RegistrationState
from vitascope.core.registration.queries import RegistrationOrder, get_registration
from vitascope.http.runtime import utc_now

_ALL = 1_000_000

NumberArgument = Annotated[int, typer.Argument(help="The number that registrations shows.")]
ResponseOption = Annotated[
    str, typer.Option(help="What to tell them, in 2 to 3000 characters.")
]


def register(group: Shell) -> None:
    group.command("registrations")(show)
    group.command("accept")(accept)
    group.command("reject")(reject)


def show(data: DataOption = None) -> None:
    """List those who ask to join and have no answer yet."""
    opened = prepared(data)
    with opened.db.read() as tx:
        page = answer.see_registrations(
            tx,
            operator(tx),
            order=RegistrationOrder.STATE,
            descending=False,
            count=_ALL,
        )
    rows = table("Id", "Name", "E-mail", "Verified", "Channel", "Asked", "Reason")
    for asked in page.items:
        if asked.state is RegistrationState.PENDING:
            rows.add_row(
                str(asked.id),
                asked.username,
                plain(asked.email),
                {True: "yes", False: "no", None: ""}[asked.email_verified],
                asked.channel_name,
                moment(asked.created_at),
                plain(asked.reason),
            )
    out.print(rows)


def accept(
    registration_id: NumberArgument, response: ResponseOption, data: DataOption = None
) -> None:
    """Let somebody join."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        user = answer.accept(
            tx,
            operator(tx),
            signup_policy(opened.config),
            registration_id,
            response=response,
            now=utc_now(),
        )
    out.print(f"{user.username} can log in. {_mail(opened)}")


def reject(
    registration_id: NumberArgument, response: ResponseOption, data: DataOption = None
) -> None:
    """Turn somebody away."""
    opened = prepared(data)
    with opened.db.begin() as tx:
        answer.reject(tx, operator(tx), registration_id, response=response, now=utc_now())
        username = get_registration(tx, registration_id).username
    out.print(f"{username} is turned away. {_mail(opened)}")


def _mail(opened: Parts) -> str:
    if opened.config.smtp_url:
        return "A mail with your words is on its way."
    return "No mail goes out: smtp_url is not set."
