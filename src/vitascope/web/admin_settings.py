"""Administration: the settings, section by section."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, NotFound, ProductError
from vitascope.core.accounts.model import User
from vitascope.core.settings.change import change_settings, reset_settings
from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import read_settings
from vitascope.web.account_views import FormView
from vitascope.web.admin_routing import shown_to_administrators, taken_from_administrators
from vitascope.web.admin_settings_fields import SECTIONS, Section, SettingField
from vitascope.web.admin_settings_kinds import SECRET
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import problem_of, status_of
from vitascope.web.sessions import Visit

_HERE = "/admin/settings"
_DONE = {
    "saved": "The settings are saved and count from now on.",
    "reset": "The default counts again.",
}
_SECTIONS = {section.name: section for section in SECTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingView:
    """A setting as its page shows it. ``default`` is in words, empty where there is nothing
    to tell; ``is_changed`` tells that another value counts. ``is_set`` is for secrets.
    """

    name: str
    label: str
    sentence: str
    macro: str
    choices: Mapping[str, str]
    default: str
    is_changed: bool
    is_set: bool


@dataclass(frozen=True, slots=True)
class SettingsPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk, first = self.desk, f"{_HERE}/{SECTIONS[0].name}"
        return [
            shown_to_administrators(desk, "/admin", lambda _visit, _user: see_other(first)),
            shown_to_administrators(desk, _HERE, lambda _visit, _user: see_other(first)),
            shown_to_administrators(desk, f"{_HERE}/{{section:str}}", self.show),
            taken_from_administrators(desk, _HERE, self.save),
            taken_from_administrators(desk, f"{_HERE}/reset", self.reset),
        ]

    def show(self, visit: Visit, _user: User) -> Answer:
        section = _section(str(visit.request.path_params["section"]))
        settings = self._settings()
        form = FormView("settings", _typed(section, settings))
        return self._page(visit, section, settings, form, done=_DONE.get(visit.query("done")))

    def save(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        section, settings = _section(fields.text("section")), self._settings()
        shown = {name: fields.text(name) for name in _typed(section, settings)}
        form = FormView("settings", shown)
        changes, problems = _read(section, settings, fields)
        if problems:
            form = replace(form, problems=tuple(map(problem_of, problems)))
            return self._page(visit, section, settings, form, status=400)
        runtime = self.desk.runtime
        try:
            with runtime.db.begin() as tx:
                defaults = runtime.settings.defaults
                change_settings(tx, visit.actor, defaults, changes, now=runtime.now())
        except ProductError as error:
            form = with_error(form, error)
            return self._page(visit, section, settings, form, status=status_of(error))
        runtime.settings.forget()
        return see_other(f"{_HERE}/{section.name}?done=saved")

    def reset(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """Back to the default: one setting."""
        name, runtime = fields.text("name"), self.desk.runtime
        section = next((s for s in SECTIONS if name in {f.name for f in s.fields}), None)
        if section is None:
            raise NotFound("setting", name)
        try:
            with runtime.db.begin() as tx:
                defaults = runtime.settings.defaults
                reset_settings(tx, visit.actor, defaults, [name], now=runtime.now())
        except ProductError as error:
            settings = self._settings()
            form = with_error(FormView("settings", _typed(section, settings)), error)
            return self._page(visit, section, settings, form, status=status_of(error))
        runtime.settings.forget()
        return see_other(f"{_HERE}/{section.name}?done=reset")

    def _settings(self) -> Settings:
        """As they are now; what is remembered may be a second old."""
        with self.desk.runtime.db.read() as tx:
            return read_settings(tx, self.desk.runtime.settings.defaults)

    def _page(
        self,
        visit: Visit,
        section: Section,
        settings: Settings,
        form: FormView,
        *,
        status: int = 200,
        done: str | None = None,
    ) -> Response[str]:
        defaults = self.desk.runtime.settings.defaults
        return self.desk.form(
            visit,
            "admin/settings.html",
            form,
            status=status,
            section=section,
            sections=SECTIONS,
            settings=[_view(field, settings, defaults) for field in section.fields],
            heights=[rung.height for rung in settings.ladder],
            done=done,
        )


def _section(name: str) -> Section:
    if name not in _SECTIONS:
        raise NotFound("section", name)
    return _SECTIONS[name]


def _typed(section: Section, settings: Settings) -> dict[str, str]:
    """What stands in the inputs of a section while nobody types."""
    shown: dict[str, str] = {}
    for field in section.fields:
        shown |= field.kind.show(field.name, getattr(settings, field.name))
    return shown


def _read(
    section: Section, settings: Settings, fields: Fields
) -> tuple[dict[str, Any], list[Invalid]]:
    """What was typed, and what of it is no value."""
    changes, problems = {}, []
    for field in section.fields:
        try:
            now = getattr(settings, field.name)
            changes[field.name] = field.kind.read(field.name, fields, now)
        except Invalid as error:
            problems.append(error)
    return changes, problems


def _view(field: SettingField, settings: Settings, defaults: Settings) -> SettingView:
    value, default = getattr(settings, field.name), getattr(defaults, field.name)
    return SettingView(
        name=field.name,
        label=field.label,
        sentence=field.sentence,
        macro=field.kind.macro,
        choices=field.kind.choices,
        default=field.kind.words(default),
        is_changed=value != default,
        is_set=field.kind is SECRET and bool(value),
    )
