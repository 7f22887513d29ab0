"""What happens to webhooks."""

from dataclasses import dataclass

from vitascope.jobs import Event


@dataclass(frozen=True, slots=True)
class WebhookPaused(Event):
    """Nothing is sent to an endpoint of the user's before they look: too much failed in a
    row, or, with ``is_gone``, it has answered that it is there no more.
    """

    endpoint_id: int
    user_id: int
    is_gone: bool = False
