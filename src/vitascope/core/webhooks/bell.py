"""Who in this process waits for deliveries. Other processes find out by looking."""

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def listen(wake: Callable[[], None]) -> None:
    """Call ``wake`` after every commit that left something to send, until :func:`ignore`."""
    _listeners.append(wake)


def ignore(wake: Callable[[], None]) -> None:
    _listeners.remove(wake)


def ring() -> None:
    for wake in tuple(_listeners):
        wake()
