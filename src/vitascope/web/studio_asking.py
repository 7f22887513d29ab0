"""Asking for several imports at once: addresses, magnet links, and a torrent file."""

from dataclasses import dataclass, field

from msgspec import UNSET

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.accounts.model import User
from vitascope.core.imports.ask import NewImport, ask_import
from vitascope.core.imports.model import Import
from vitascope.core.videos.fields import VideoFields
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.runtime import Runtime
from vitascope.web.forms import Fields
from vitascope.web.problems import problem_of
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.studio_fields import typed_fields

_TORRENT = "torrent"
_LARGEST_TORRENT_BYTES = 4 * 2**20
_MOST_ADDRESSES = 50
_MAGNET = "magnet:"


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not imported; ``address`` is as it was typed."""

    address: str
    sentence: str


@dataclass(slots=True)
class Asked:
    """What came of asking; each address for itself."""

    accepted: list[Import] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


async def read_asking(runtime: Runtime, request: WebRequest) -> Form:
    """The form that asks for imports. Discard it in the end.

    Raises:
        Invalid, QuotaExceeded: it is broken, or the torrent file is too large.
    """
    rule = FileRule(limit_bytes=_LARGEST_TORRENT_BYTES, folder=runtime.incoming)
    return await read_form(request.scope, request.receive, files={_TORRENT: rule})


def typed(form: Form) -> Fields:
    """What stands in the text fields of a form with files."""
    return Fields({name: values[0] for name, values in form.fields.items()})


def ask_for_all(runtime: Runtime, visit: Visit, user: User, form: Form) -> Asked:
    """Ask for whatever the form names. Blocking.

    Raises:
        Invalid: it names nothing, or too much, or a choice is none of ours.
    """
    fields = typed(form)
    chosen = typed_fields(fields, title=UNSET)
    wanted = [
        (line, _new(line, chosen)) for line in _lines(fields.text("addresses"))
    ] + _torrents(form, chosen)
    if not wanted:
        raise Invalid("addresses", "Type the address of a video, one on each line")
    if len(wanted) > _MOST_ADDRESSES:
        raise Invalid("addresses", f"At most {_MOST_ADDRESSES} addresses at once")
    asked = Asked()
    for name, new in wanted:
        try:
            asked.accepted.append(_ask(runtime, visit, user, new))
        except ProductError as error:
            asked.refused.append(Refused(name, problem_of(error).sentence))
    return asked


def _ask(runtime: Runtime, visit: Visit, user: User, new: NewImport) -> Import:
    with runtime.db.begin() as tx:
        return ask_import(
            tx,
            visit.actor,
            new,
            policy=runtime.imports,
            most_active=user.allowances.max_imports,
            now=runtime.now(),
        )


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    # Whoever pastes a line twice wants one video.
    return list(dict.fromkeys(line for line in lines if line))


def _new(line: str, fields: VideoFields) -> NewImport:
    if line.lower().startswith(_MAGNET):
        return NewImport(magnet=line, fields=fields)
    return NewImport(url=line, fields=fields)


def _torrents(form: Form, fields: VideoFields) -> list[tuple[str, NewImport]]:
    file = form.files.get(_TORRENT)
    if file is None:
        return []
    content = file.path.read_bytes()
    new = NewImport(torrent=content, torrent_name=file.filename, fields=fields)
    return [(file.filename, new)]
