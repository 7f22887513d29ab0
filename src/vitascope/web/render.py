"""From views to HTML."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from vitascope.web import words
from vitascope.web.views import CardView, Site, WatchView

_environment = Environment(
    loader=PackageLoader("vitascope.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters.update(
    clock=words.clock,
    view_count=words.view_count,
    age=words.age,
    day=words.day,
    groups=words.groups,
    import_hint=words.import_hint,
    import_state=words.import_state,
    moment=words.moment,
    size=words.size,
    waiting=words.waiting,
    summary=words.summary,
)


def render_home(
    site: Site, cards: Sequence[CardView], *, next_page: int | None, now: datetime
) -> str:
    return _render("home.html", site, cards=cards, next_page=next_page, now=now)


def render_watch(site: Site, view: WatchView) -> str:
    return _render(
        "watch.html",
        site,
        view=view,
        embed_code=embed_code,
        linked_data=linked_data(site, view),
    )


def render_embed(site: Site, view: WatchView) -> str:
    return _render("embed.html", site, view=view)


def render_password(site: Site, action: str, *, problem: str | None, is_embed: bool) -> str:
    """The form that asks for a video's password and sends it to ``action``."""
    name = "embed_password.html" if is_embed else "password.html"
    return _render(name, site, action=action, problem=problem)


def render_error(site: Site, heading: str, sentence: str) -> str:
    return _render("error.html", site, heading=heading, sentence=sentence)


def render_page(site: Site, template: str, **values: Any) -> str:
    """A page about logging in or about oneself; ``values`` are what its template names."""
    return _render(template, site, **values)


def embed_code(site: Site, view: WatchView) -> str:
    """HTML that shows the video in another page."""
    source = escape(site.public_url + view.embed_path)
    return (
        f'<iframe src="{source}" title="{escape(view.title)}" width="560" height="315" '
        'allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>'
    )


def linked_data(site: Site, view: WatchView) -> dict[str, Any]:
    """The video as search engines read it (schema.org)."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": view.title,
        "description": view.description or view.title,
        "uploadDate": view.published_at.isoformat(),
        "url": site.public_url + view.path,
        "embedUrl": site.public_url + view.embed_path,
    }
    if view.poster is not None:
        data["thumbnailUrl"] = site.public_url + view.poster
    if view.duration_s is not None:
        data["duration"] = words.iso_duration(view.duration_s)
    return data


def _render(template: str, site: Site, **values: Any) -> str:
    return _environment.get_template(template).render(site=site, **values)
