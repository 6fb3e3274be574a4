"""The tree of the plan at the left of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from renaksi_desktop.document.document import Document
from renaksi_desktop.models.plan_tree import PlanTreeModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.badge_delegate import BadgeDelegate
from renaksi_desktop.widgets.drop_rows import take_drops
from renaksi_desktop.widgets.empty_hint import EmptyHint
from renaksi_desktop.widgets.focus import FocusLink
from renaksi_desktop.widgets.outline_view import OutlineView

OPEN_MS: Final = 600
"""How long something is dragged over a closed row until it opens."""


class PlanTree(OutlineView):
    """Sasaran > Indikator > RO > Kontribusi, Sasaran open."""

    def __init__(self, session: PlanSession, parent: QWidget | None = None) -> None:
        model = PlanTreeModel(session)
        super().__init__(model, parent)
        model.setParent(self)
        self.setItemDelegate(BadgeDelegate(model, self))
        self.setObjectName("planTree")
        self.setAccessibleName(self.tr("Pohon rencana"))
        self.setHeaderHidden(True)
        self.setAutoExpandDelay(OPEN_MS)
        take_drops(self)
        FocusLink(self, model, lambda key: key)
        EmptyHint(self, self.tr("Rencana ini masih kosong."))
        self._session = session
        self._opened: Document | None = None
        session.replaced.connect(self._open_sasaran)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open_sasaran()

    def _open_sasaran(self) -> None:
        """Open the Sasaran once the tree is seen: before, a large plan would be laid out more than once."""
        if self.isVisible() and self._opened is not self._session.document:
            self._opened = self._session.document
            self.expandToDepth(0)
