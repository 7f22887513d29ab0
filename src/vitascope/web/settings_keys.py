"""Settings: API keys, and what was done with them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.access.keys import (
    NewKey,
    create_own_key,
    list_own_key_uses,
    list_own_keys,
    own_key,
    revoke_own_key,
)
from vitascope.core.access.model import ApiKey, KeyKind, KeyUse, Permission
from vitascope.core.accounts.model import User
from vitascope.web.account_views import FormView, KeyUseView, KeyView
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit

_HERE = "/settings/keys"
KINDS = {
    KeyKind.VIDEOCMS: "VideoCMS",
    KeyKind.AVCAPTION: "AVCaption",
    KeyKind.VSRC: "VSRC",
}
PERMISSIONS = {Permission.WRITE: "Read and change", Permission.READ: "Read only"}
_DONE = {"revoked": "The key is revoked. Calls with it fail from now on."}
_ALL_OF_THE_DAY = timedelta(days=1, seconds=-1)


@dataclass(frozen=True, slots=True)
class KeyPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, _HERE, self.show),
            taken_from_members(desk, _HERE, self.create),
            taken_from_members(desk, f"{_HERE}/revoke", self.revoke),
            shown_to_members(desk, f"{_HERE}/{{key_id:str}}", self.audit),
        ]

    def show(self, visit: Visit, _user: User) -> Answer:
        return self._page(visit, FormView("key"), done=_DONE.get(visit.query("done")))

    def create(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """The answer shows the key, and is the only one that ever does."""
        form = fields.view("key", "name", "kind", "permission", "expires")
        runtime = self.desk.runtime
        try:
            with runtime.db.begin() as tx:
                made = create_own_key(
                    tx,
                    visit.actor,
                    kind=_kind(fields.text("kind")),
                    name=fields.text("name"),
                    permission=_permission(fields.text("permission")),
                    expires_at=_expiry(fields.text("expires")),
                    now=runtime.now(),
                )
        except ProductError as error:
            return self._page(visit, with_error(form, error), status=status_of(error))
        return self._page(visit, FormView("key"), made=made)

    def revoke(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            revoke_own_key(tx, visit.actor, fields.number("key") or 0)
        return see_other(f"{_HERE}?done=revoked")

    def audit(self, visit: Visit, _user: User) -> Answer:
        """The last requests made with a key."""
        runtime, key_id = self.desk.runtime, visit.numbered("key_id")
        with runtime.db.read() as tx:
            key = own_key(tx, visit.actor, key_id)
            uses = list_own_key_uses(tx, visit.actor, key_id)
        now = runtime.now()
        return self.desk.page(
            visit,
            "settings/key.html",
            key=_view(key, now),
            uses=[_use_view(use) for use in uses],
            now=now,
        )

    def _page(
        self,
        visit: Visit,
        form: FormView,
        *,
        status: int = 200,
        made: NewKey | None = None,
        done: str | None = None,
    ) -> Response[str]:
        runtime, now = self.desk.runtime, self.desk.runtime.now()
        with runtime.db.read() as tx:
            keys = list_own_keys(tx, visit.actor)
        return self.desk.page(
            visit,
            "settings/keys.html",
            status=status,
            form=form,
            keys=[_view(key, now) for key in reversed(keys)],
            kinds={kind.value: name for kind, name in KINDS.items()},
            permissions={kind.value: name for kind, name in PERMISSIONS.items()},
            secret=None if made is None else made.secret,
            made=None if made is None else _view(made.key, now),
            today=now.date().isoformat(),
            now=now,
            done=done,
        )


def _view(key: ApiKey, now: datetime) -> KeyView:
    return KeyView(
        id=key.id,
        name=key.name,
        kind=KINDS[key.kind],
        prefix=key.prefix,
        permission=PERMISSIONS[key.permission],
        created_at=key.created_at,
        expires_at=key.expires_at,
        last_used_at=key.last_used_at,
        is_expired=key.expires_at is not None and key.expires_at <= now,
    )


def _use_view(use: KeyUse) -> KeyUseView:
    return KeyUseView(
        method=use.method,
        path=use.path,
        status=use.status,
        address=use.address,
        used_at=use.used_at,
    )


def _kind(text: str) -> KeyKind:
    try:
        return KeyKind(text)
    except ValueError:
        raise Invalid("kind", "Choose the API that the key is for") from None


def _permission(text: str) -> Permission:
    try:
        return Permission(text)
    except ValueError:
        raise Invalid("permission", "Choose what the key may do") from None


def _expiry(text: str) -> datetime | None:
    """The last second of the day that was typed: the key is good on that day."""
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC) + _ALL_OF_THE_DAY
    except (ValueError, OverflowError):
        raise Invalid(
            "expires", "Write the day as year-month-day, such as 2027-01-31"
        ) from None
