"""What happens to translations."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class CaptionTranslationAsked(Event):
    translation_id: int
