"""Faults of accessibility, as axe-core finds them."""

from pathlib import Path

from playwright.sync_api import Page
from tests.conftest import missing

_AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """async (tags) => {
  const found = await axe.run({ runOnly: { type: 'tag', values: tags } })
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}"""


def faults_of(page: Page) -> list[str]:
    """Each rule that is broken, with the element that breaks it."""
    if not _AXE.exists():
        missing("axe-core (npm ci in frontend/)")
    page.evaluate(_AXE.read_text() + "; undefined")
    faults: list[str] = page.evaluate(_RUN, _RULES)
    return faults
