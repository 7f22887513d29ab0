"""Apps that tests share: building one takes longer than most tests."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, TypeAlias, cast

from litestar import Litestar

from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.runtime import Runtime

Build: TypeAlias = Callable[[Runtime], Litestar]

# Most tests need the same; what one alone needs must not pile up.
_MOST_KEPT = 4


def built(build: Build, runtime: Runtime) -> Litestar:
    """As ``build(runtime)``, but of an app that was built for another test when it would be
    the same: when all that was read of the other runtime for building it is equal in this one.
    Servers that run at the same time have apps of their own.
    """
    kept = _BUILT.setdefault(build, [])
    found = next((app for app in kept if app.suits(runtime)), None) or _Shared(build, runtime)
    _BUILT[build] = [found, *(app for app in kept if app is not found)][:_MOST_KEPT]
    return found.serving(runtime)


class _Standin:
    """Passes for the runtime of the request that is being answered. ``kept`` is what was read
    of the first one while the app was being built, which is all that the app may know of it.
    """

    def __init__(self, runtime: Runtime) -> None:
        self.current: Runtime | None = runtime
        self.kept: dict[str, Any] = {}
        self.is_building = True
        self._asking = 0
        self._lock = Lock()

    def __getattr__(self, name: str) -> Any:
        assert self.current is not None, f"runtime.{name} was read, and nobody asks anything"
        value = getattr(self.current, name)
        if self.is_building:
            self.kept[name] = value
        return value

    @contextmanager
    def asked(self, runtime: Runtime) -> Iterator[None]:
        """While a request to a server with that runtime is being answered."""
        with self._lock:
            is_free = self.current is None or self.current is runtime
            assert is_free, "One app answers for two servers at the same moment"
            self.current = runtime
            self._asking += 1
        try:
            yield
        finally:
            with self._lock:
                self._asking -= 1
                if not self._asking:
                    self.current = None


class _Shared:
    def __init__(self, build: Build, runtime: Runtime) -> None:
        self._standin = _Standin(runtime)
        self._app = build(cast("Runtime", self._standin))
        self._standin.is_building = False
        self._standin.current = None
        self._app.on_startup.append(self._start)
        self._app.on_shutdown.append(self._stop)
        self._is_running = False

    def _start(self) -> None:
        self._is_running = True

    def _stop(self) -> None:
        self._is_running = False

    def suits(self, runtime: Runtime) -> bool:
        kept = self._standin.kept
        return not self._is_running and all(
            getattr(runtime, name) == value for name, value in kept.items()
        )

    def serving(self, runtime: Runtime) -> Litestar:
        """The app with that runtime behind it."""
        app = copy.copy(self._app)
        answer = app.asgi_handler

        async def asked(scope: Scope, receive: Receive, send: Send) -> None:
            with self._standin.asked(runtime):
                await answer(scope, receive, send)

        app.asgi_handler = asked
        return app


_BUILT: dict[Build, list[_Shared]] = {}
