"""Write the table of docs/operate/settings.md from the settings in the code."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from vitascope.config import PREFIX, Config

PAGE = Path(__file__).resolve().parents[1] / "docs" / "operate" / "settings.md"
BEGIN = "<!-- settings: written by make docs -->\n"
END = "<!-- end of settings -->\n"


def main() -> None:
    PAGE.write_text(with_table(PAGE.read_text()))


def with_table(page: str) -> str:
    """``page`` with every setting between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + settings_table() + END + after


def settings_table() -> str:
    """A row per setting: its name in the file, its variable, its default, what it means."""
    rows = [
        f"| `{spec.name}` | `{PREFIX}{spec.name.upper()}` | {_default(spec.default)} "
        f"| {spec.metadata['doc']} |\n"
        for spec in fields(Config)
    ]
    return "".join(["| in the file | variable | default | |\n", "|---|---|---|---|\n", *rows])


def _default(value: Any) -> str:
    """The default as ``vitascope.toml`` would say it."""
    if value == "":
        return ""
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if isinstance(value, int | float) else f'`"{value}"`'


if __name__ == "__main__":
    main()
