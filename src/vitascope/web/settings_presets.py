"""Settings: player presets, each with a preview of the player."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.base.ids import parse_uuid
from vitascope.core.accounts.model import User
from vitascope.core.presets.contrast import BAR_COLOR, LEAST_CONTRAST
from vitascope.core.presets.keep import (
    add_preset,
    change_preset,
    list_own_presets,
    own_preset,
    remove_preset,
)
from vitascope.core.presets.model import Look, NewPreset, Preset
from vitascope.web.account_views import FormView
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.player_look import logo_path
from vitascope.web.preset_form import (
    CONTROLS,
    CORNERS,
    NAME,
    form_of,
    qualities,
    read_preset,
    typed_form,
)
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit

_HERE = "/settings/presets"
_ONE = f"{_HERE}/{{preset_id:str}}"
_BAD_FORM = 400
_DONE = {
    "added": "The preset is made. Give it its look.",
    "saved": "The preset is saved. Players look like this from now on.",
    "default": "Videos without a preset of their own look like this from now on.",
    "removed": "The preset is deleted. Its videos have the default now.",
}


@dataclass(frozen=True, slots=True)
class PresetPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, _HERE, self.show_all),
            taken_from_members(desk, _HERE, self.add),
            taken_from_members(desk, f"{_HERE}/default", self.make_default),
            taken_from_members(desk, f"{_HERE}/remove", self.remove),
            shown_to_members(desk, _ONE, self.show),
            taken_from_members(desk, _ONE, self.save),
        ]

    def show_all(self, visit: Visit, _user: User) -> Answer:
        return self._list(visit, FormView(NAME), done=_DONE.get(visit.query("done")))

    def add(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """With the usual look, which the page of the new preset changes."""
        new = NewPreset(name=fields.text("name"), is_default=False, look=Look())
        runtime = self.desk.runtime
        try:
            with runtime.db.begin() as tx:
                made = add_preset(tx, visit.actor, new, now=runtime.now())
        except ProductError as error:
            form = with_error(fields.view(NAME, "name"), error)
            return self._list(visit, form, status=status_of(error))
        return see_other(f"{_HERE}/{made.uuid}?done=added")

    def make_default(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        runtime, preset = self.desk.runtime, parse_uuid("preset", fields.text("preset"))
        try:
            with runtime.db.begin() as tx:
                kept = own_preset(tx, visit.actor, preset)
                new = NewPreset(name=kept.name, is_default=True, look=kept.look)
                change_preset(tx, visit.actor, preset, new, now=runtime.now())
        except ProductError as error:
            form = with_error(FormView(NAME), error)
            return self._list(visit, form, status=status_of(error))
        return see_other(f"{_HERE}?done=default")

    def remove(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            remove_preset(tx, visit.actor, parse_uuid("preset", fields.text("preset")))
        return see_other(f"{_HERE}?done=removed")

    def show(self, visit: Visit, user: User) -> Answer:
        with self.desk.runtime.db.read() as tx:
            preset = own_preset(tx, visit.actor, _preset(visit))
        done = _DONE.get(visit.query("done"))
        return self._page(visit, user, preset, form_of(preset), done=done)

    def save(self, visit: Visit, user: User, fields: Fields) -> Answer:
        runtime = self.desk.runtime
        new, problems = read_preset(fields)
        form = typed_form(fields, problems)
        with runtime.db.read() as tx:
            preset = own_preset(tx, visit.actor, _preset(visit))
        if problems:
            return self._page(visit, user, preset, form, status=_BAD_FORM)
        try:
            with runtime.db.begin() as tx:
                change_preset(tx, visit.actor, preset.uuid, new, now=runtime.now())
        except ProductError as error:
            form, status = with_error(form, error), status_of(error)
            return self._page(visit, user, preset, form, status=status)
        return see_other(f"{_HERE}/{preset.uuid}?done=saved")

    def _list(
        self, visit: Visit, form: FormView, *, status: int = 200, done: str | None = None
    ) -> Response[str]:
        with self.desk.runtime.db.read() as tx:
            presets = list_own_presets(tx, visit.actor)
        return self.desk.form(
            visit, "settings/presets.html", form, status=status, presets=presets, done=done
        )

    def _page(
        self, visit: Visit, user: User, preset: Preset, form: FormView, **values: Any
    ) -> Response[str]:
        """``preset`` is what is kept, ``form`` what is typed."""
        return self.desk.page(
            visit,
            "settings/preset.html",
            form=form,
            preset=preset.uuid,
            corners=CORNERS,
            controls=CONTROLS,
            qualities=qualities(form.value("default_quality")),
            preview={
                "bar_color": BAR_COLOR,
                "least_contrast": LEAST_CONTRAST,
                "viewer": {"id": user.username, "ip": visit.client.address},
                "logo": {"address": preset.look.logo_url, "src": logo_path(preset)},
            },
            **{"done": None, **values},
        )


def _preset(visit: Visit) -> UUID:
    return parse_uuid("preset", str(visit.request.path_params["preset_id"]))
