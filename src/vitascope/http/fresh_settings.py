"""The settings, read before anybody asks: event loops do not wait for the database then."""

from contextlib import AbstractAsyncContextManager
from functools import partial

from vitascope.core.settings.live import LiveSettings
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread

_PERIOD_S = 0.5


def kept_fresh(
    settings: LiveSettings, *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Read ``settings`` every ``period_s`` seconds, on a thread, while this is entered."""
    refresh = partial(on_thread, settings.refresh)
    return repeated(refresh, every_s=period_s, failure="settings not read")
