"""The one Sasaran that the tables show alone, if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.domain.outline import ROOT
from renaksi_desktop.domain.plan import Id, Sasaran

if TYPE_CHECKING:
    from renaksi_desktop.models.session import PlanSession


class OnlySasaran(QObject):
    """Holds until another part of the plan's targets is in focus, which could not be seen otherwise."""

    changed = Signal()

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._session = session
        self.id: Id = ROOT
        """The id of the Sasaran; ROOT while all are shown."""
        session.replaced.connect(self.show_all)
        session.changed.connect(self._follow_plan)
        session.currentChanged.connect(self._follow_focus)

    @property
    def sasaran(self) -> Sasaran | None:
        return self._session.index.get(self.id, Sasaran)

    def toggle(self) -> None:
        """Show only the Sasaran in focus, or all again."""
        focused = self._session.focus(Sasaran)
        if self.id:
            self.show_all()
        elif focused is not None:
            self._show(focused.id)

    def show_all(self) -> None:
        self._show(ROOT)

    def _follow_plan(self) -> None:
        if self.sasaran is None:
            self.show_all()

    def _follow_focus(self) -> None:
        focused = self._session.focus(Sasaran)
        if focused is not None and focused.id != self.id:
            self.show_all()

    def _show(self, sasaran_id: Id) -> None:
        if sasaran_id != self.id:
            self.id = sasaran_id
            self.changed.emit()
