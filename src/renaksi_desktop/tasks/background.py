"""Run a pure function off the UI thread: it tells how far it is, can be cancelled, and brings its result back."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Final

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from renaksi_desktop.domain.errors import RenaksiError

PATIENCE_S: Final = 0.5
"""What is done sooner tells no progress: an indicator that only flashes is worse than none."""

TELL_EVERY_S: Final = 0.05
"""A piece of work may tell its progress a thousand times a second; the UI thread hears of it this often."""


class Cancelled(BaseException):  # no `except Exception` on the way may take it for a failure
    """Ends a piece of work that is not wanted any more."""


class Job:
    """A piece of work as both threads see it: the worker tells its progress, the UI thread may cancel."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        self._tell, self._next = tell, time.monotonic() + PATIENCE_S
        self._lock, self._cancelled, self._sealed = Lock(), False, False

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> bool:
        """End the work at its next word and drop what it would have told; return False where it is too late."""
        with self._lock:
            self._cancelled = not self._sealed
        return self._cancelled

    def progress(self, share: float) -> None:
        """Tell that this share, 0..1, is done.

        Raises:
            Cancelled: nobody wants the result any more.
        """
        if self._cancelled:
            raise Cancelled
        now = time.monotonic()
        if now >= self._next:
            self._next = now + TELL_EVERY_S
            self._tell(share)

    def seal(self) -> None:
        """Tell that from now on the work can only be finished, as when its file takes the place of the old one.

        Raises:
            Cancelled: nobody wants the result any more.
        """
        with self._lock:
            if self._cancelled:
                raise Cancelled
            self._sealed = True


class Background(QObject):
    """Runs one piece of work at a time; what is asked for meanwhile waits its turn."""

    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []
        self._stopped = False
        self._told.connect(self._hear)

    def run(
        self,
        work: Callable[[Job], Any],
        done: Callable[[Any], object],
        failed: Callable[[RenaksiError], object] | None = None,
        progress: Callable[[float], object] | None = None,
    ) -> Job:
        """Do `work` off the UI thread, then call `done` with its result, or `failed`, on the UI thread.

        `progress` hears of the share that is done where the work takes a while. Once the job is cancelled, none
        of the three is called. An error that is our own fault, or that nobody waits for, is raised on the UI
        thread, where it is reported like any other.
        """

        def finish(result: Any, error: Exception | None) -> None:
            self._jobs.remove(job)
            if job.cancelled:
                return
            if error is None:
                done(result)
            elif failed and isinstance(error, RenaksiError):
                failed(error)
            else:
                raise error

        def tell(share: float) -> None:
            if progress and not job.cancelled:
                progress(share)

        job = Job(lambda share: self._told.emit(lambda: tell(share)))
        if self._stopped:
            job.cancel()
            return job
        self._jobs.append(job)
        self._pool.start(_Runnable(work, job, lambda *outcome: self._told.emit(lambda: finish(*outcome))))
        return job

    def cancel(self) -> None:
        """Cancel all that runs or waits."""
        for job in self._jobs:
            job.cancel()

    def wait(self) -> None:
        """Return when nothing is running any more."""
        self._pool.waitForDone()

    def stop(self) -> None:
        """Cancel all, take no more work, and return when nothing is running.

        Only then may this be deleted: Qt would wait for the thread, and the thread for the interpreter.
        """
        self._stopped = True
        self.cancel()
        self.wait()

    @Slot(object)
    def _hear(self, on_ui_thread: Callable[[], None]) -> None:
        on_ui_thread()


class _Runnable(QRunnable):
    def __init__(self, work: Callable[[Job], Any], job: Job, end: Callable[..., None]) -> None:
        super().__init__()
        self._work, self._job, self._end = work, job, end

    def run(self) -> None:
        try:
            self._job.progress(0)
            result = self._work(self._job)
        except Cancelled:
            self._end(None, None)
        except Exception as error:  # noqa: BLE001 - handed to the UI thread, which raises or tells it
            self._end(None, error)
        else:
            self._end(result, None)
