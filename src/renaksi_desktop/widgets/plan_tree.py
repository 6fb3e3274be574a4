"""The tree of the plan at the left of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView

from renaksi_desktop.document.document import Document
from renaksi_desktop.models.plan_tree import PlanTreeModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.badge_delegate import BadgeDelegate
from renaksi_desktop.widgets.drop_rows import drag_and_drop
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.outline_view import OutlineView
from renaksi_desktop.widgets.type_ahead import TypeAhead

OPEN_MS: Final = 600
"""How long something is dragged over a closed row until it opens."""


class PlanTree(TypeAhead, OutlineView):
    """Sasaran > Indikator > RO > Kontribusi, Sasaran open. What it asks for is about all that is selected."""

    entering = Signal(str)
    """Carries the key of a row whose cells are wanted."""
    removing = Signal()

    def __init__(self, session: PlanSession) -> None:
        self._plan_model = model = PlanTreeModel(session)
        super().__init__(model)
        model.setParent(self)
        self.setItemDelegate(BadgeDelegate(model, self))
        self.setObjectName("planTree")
        self.setAccessibleName(self.tr("Pohon rencana"))
        self.setHeaderHidden(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # names are elided, badges seen
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setAutoExpandDelay(OPEN_MS)
        drag_and_drop(self)
        FocusLink(self, model, lambda key: key)
        EmptyHint(self, self.tr("Rencana ini masih kosong."))
        self._session = session
        self._opened: Document | None = None
        session.replaced.connect(self._open_sasaran)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_sasaran()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState or event.modifiers() & _WITH:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entering.emit(self._plan_model.key(self.currentIndex()))
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)

    def _open_sasaran(self) -> None:
        """Open the Sasaran once the tree is seen: before, a large plan would be laid out more than once."""
        if self.isVisible() and self._opened is not self._session.document:
            self._opened = self._session.document
            self.expandToDepth(0)


_WITH: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
