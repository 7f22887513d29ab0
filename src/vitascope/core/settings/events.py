"""What happens to the settings."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """``names`` are the fields that have another value now."""

    names: list[str]
