"""The printed form of the plan in the window, drawn anew shortly after each edit, off the UI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from renaksi_desktop.domain.errors import RenaksiError
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.tasks.background import Background, Job

if TYPE_CHECKING:
    from renaksi_desktop.reports.form import Form
    from renaksi_desktop.reports.raster import Raster

DELAY_MS: Final = 300
"""Long enough not to draw between two keys."""


class LiveForm(QObject):
    """Draws only while it is wanted; what changes meanwhile is drawn when it is wanted again."""

    drawn = Signal(object, object)
    """The form is that of the present plan; carries the `Form` and the `Raster` of its pages."""
    failed = Signal(str)
    """It could not be drawn, with the sentence that says why."""
    progressed = Signal(float)
    """This share, 0..1, of a drawing that takes a while is done."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._background = session, Background(self)
        self._wanted, self._stale = False, True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        session.changed.connect(self._outdate)
        session.replaced.connect(self._outdate)

    @property
    def is_stale(self) -> bool:
        """Say whether the plan was changed since the form was drawn."""
        return self._stale

    def want(self, wanted: bool) -> None:
        """Say whether anyone looks at the form."""
        self._wanted = wanted
        if wanted and self._stale:
            self._timer.start(0)
        elif not wanted:
            self._give_up()

    def stop(self) -> None:
        """Draw no more, and return when nothing is being drawn."""
        self._timer.stop()
        self._background.stop()

    def _outdate(self) -> None:
        self._stale = True
        self._give_up()
        if self._wanted:
            self._timer.start(DELAY_MS)

    def _give_up(self) -> None:
        self._timer.stop()
        self._background.cancel()

    def _draw(self) -> None:
        plan = self._session.plan
        self._background.run(lambda job: _pictured(plan, job), self._take, self._refuse, self.progressed.emit)

    def _take(self, result: tuple[Form, Raster]) -> None:
        self._stale = False
        self.drawn.emit(*result)

    def _refuse(self, error: RenaksiError) -> None:
        self.failed.emit(str(error))


def _pictured(plan: Plan, job: Job) -> tuple[Form, Raster]:
    from renaksi_desktop.reports.form import render  # the window opens without drawing
    from renaksi_desktop.reports.raster import Raster

    form = render(plan, job.progress)
    return form, Raster(form.pdf)
