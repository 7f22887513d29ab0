"""Administration: what is being made of videos, and what could not be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.base.ids import VideoId, parse_row_id, short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.videos.encodings import all_encodings
from vitascope.core.videos.failures import all_failures
from vitascope.core.videos.model import Encoding, Failure
from vitascope.core.videos.retry import retry_video
from vitascope.web.account_views import FormView, Problem
from vitascope.web.admin_routing import shown_to_administrators, taken_from_administrators
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.sessions import Visit

_HERE = "/admin/encodings"
_MOST_FAILURES = 100
_FORM = FormView("encodings")
_DONE = {"again": "The work on it begins again."}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkView:
    """``percent`` is None while it waits for its turn; ``speed`` is in words, or empty."""

    name: str
    percent: int | None
    speed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyView:
    """A video that is being worked on."""

    title: str
    owner: str
    path: str
    work: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureView:
    id: int
    title: str
    owner: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class EncodingsPage:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        return [
            shown_to_administrators(self.desk, _HERE, self.show),
            taken_from_administrators(self.desk, f"{_HERE}/retry", self.retry),
        ]

    def show(self, visit: Visit, _user: User) -> Answer:
        return self._page(visit, _FORM, done=_DONE.get(visit.query("done")))

    def retry(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        runtime = self.desk.runtime
        try:
            video_id = VideoId(parse_row_id("video", fields.text("video")))
            with runtime.db.begin() as tx:
                retry_video(tx, visit.actor, video_id, now=runtime.now())
        except ProductError as error:
            # There is nothing to advise that the list does not show.
            problem = Problem(f"{error.message.rstrip('.')}.")
            form = replace(_FORM, problems=(problem,))
            return self._page(visit, form, status=status_of(error))
        return see_other(f"{_HERE}?done=again")

    def _page(
        self, visit: Visit, form: FormView, *, status: int = 200, done: str | None = None
    ) -> Response[str]:
        with self.desk.runtime.db.read() as tx:
            busy = busy_views(all_encodings(tx, visit.actor))
            failures = all_failures(tx, visit.actor, count=_MOST_FAILURES)
        return self.desk.form(
            visit,
            "admin/encodings.html",
            form,
            status=status,
            busy=busy,
            failures=[_failure_view(failure) for failure in failures],
            most=_MOST_FAILURES,
            done=done,
        )


def busy_views(encodings: Iterable[Encoding]) -> list[BusyView]:
    """Grouped by video; those of one stand together already."""
    found = []
    for video_id, group in groupby(encodings, key=lambda each: each.video_id):
        work = list(group)
        found.append(
            BusyView(
                title=work[0].title,
                owner=work[0].username,
                path=f"/w/{video_id}",
                work=tuple(_work_view(each.task) for each in work),
            )
        )
    return found


def _work_view(task: Task) -> WorkView:
    is_running = task.state is TaskState.RUNNING
    return WorkView(
        name=task.name,
        percent=int(task.percent) if is_running else None,
        speed=f"{task.speed:.1f} times as fast as it plays" if task.speed else "",
    )


def _failure_view(failure: Failure) -> FailureView:
    names = f"Not made: {', '.join(failure.names)}." if failure.names else ""
    reason = f"{failure.reason.rstrip('.')}." if failure.reason else ""
    return FailureView(
        id=failure.video_id,
        title=failure.title,
        owner=failure.username,
        path=f"/w/{short_uuid(failure.uuid)}",
        reason=" ".join(filter(None, (reason, names))),
    )
