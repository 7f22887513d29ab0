"""What the pages about logging in and about oneself show: plain values for the templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a form, and what to do about it. ``field`` is None when it is about
    no field in particular.
    """

    sentence: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class FormView:
    """A form as it is shown, with what was typed into it before. Never holds a password.

    ``name`` keeps the fields of several forms on a page apart.
    """

    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def id_of(self, name: str) -> str:
        return f"{self.name}-{name}"

    def value(self, name: str) -> str:
        return self.values.get(name, "")

    def problem(self, name: str) -> str | None:
        """What is wrong with a field, if anything."""
        return next((p.sentence for p in self.problems if p.field == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """``is_this`` marks the session that looks at the page."""

    id: int
    device: str
    way: str
    address: str
    began_at: datetime
    last_active_at: datetime
    is_this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """``expires_at`` is None for ever, ``last_used_at`` for never."""

    id: int
    name: str
    kind: str
    prefix: str
    permission: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    is_expired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyUseView:
    method: str
    path: str
    status: int
    address: str
    used_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoFactorView:
    """``qr`` is the SVG of ``uri``, ``secret`` what people type who cannot scan it."""

    token: str
    secret: str
    uri: str
    qr: str
