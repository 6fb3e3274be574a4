"""Run a pure function in a thread of its own and bring its result back to the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from renaksi_desktop.domain.errors import RenaksiError


class Background(QObject):
    """Runs one piece of work at a time; what is asked for meanwhile waits its turn."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[RenaksiError], object],
    ) -> None:
        """Do `work` off the UI thread, then call `done` with its result, or `failed`, on the UI thread.

        An error that is our own fault is raised on the UI thread, where it is reported like any other.
        """

        def finish(result: Any, error: Exception | None) -> None:
            if error is None:
                done(result)
            elif isinstance(error, RenaksiError):
                failed(error)
            else:
                raise error

        self._pool.start(_Runnable(work, lambda result, error: self._finished.emit(finish, (result, error))))

    def wait(self) -> None:
        """Return when nothing is running any more."""
        self._pool.waitForDone()

    @Slot(object, object)
    def _deliver(self, finish: Callable[..., None], outcome: tuple[Any, Exception | None]) -> None:
        finish(*outcome)


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[], Any], report: Callable[[Any, Exception | None], None]) -> None:
        super().__init__()
        self._work, self._report = work, report

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - handed to the UI thread, which raises or tells it
            self._report(None, error)
        else:
            self._report(result, None)
