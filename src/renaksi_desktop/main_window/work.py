"""What the officer asked for and waits for: it shows its progress, can be cancelled, and tells how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.tasks.background import Background, Job
from renaksi_desktop.widgets.notice_bar import NoticeBar
from renaksi_desktop.widgets.progress_strip import ProgressStrip


class Work(QObject):
    """Does one thing after the other off the UI thread."""

    def __init__(self, notices: NoticeBar, strip: ProgressStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._notices, self._strip = notices, strip
        self._background = Background(self)
        self._jobs: list[tuple[Job, str]] = []
        strip.cancelled.connect(self._cancel)

    def run(self, name: str, work: Callable[[Job], Any], done: Callable[[Any], object], *, given_up: str) -> None:
        """Do `work` and call `done` with its result; `name` says meanwhile what it is.

        A failure is told by the notices, and `given_up` is what they say where the user cancelled.
        """

        def finish(then: Callable[[Any], object], outcome: Any) -> None:
            self._end()
            then(outcome)

        job = self._background.run(
            work,
            lambda result: finish(done, result),
            lambda error: finish(self._fail, error),
            lambda share: self._strip.tell(name, share),
        )
        self._jobs.append((job, given_up))

    @property
    def is_busy(self) -> bool:
        """Whether something is still being done, or waits to be."""
        return bool(self._jobs)

    def wait(self) -> None:
        """Return when nothing is being done any more."""
        self._background.wait()

    def stop(self) -> None:
        """Finish what is being done, and take no more."""
        self._background.wait()
        self._background.stop()

    def _cancel(self) -> None:
        job, given_up = self._jobs[0]
        if job.cancel():
            self._end()
            self._notices.inform(given_up)

    def _end(self) -> None:
        self._jobs.pop(0)
        self._strip.hide()

    def _fail(self, error: RenaksiError) -> None:
        self._notices.warn(str(error))
