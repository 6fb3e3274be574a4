"""The findings under the page: filtered, gone to, mended at once, or accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from renaksi_desktop.domain.acceptance import accept, acceptable, withdraw
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Finding
from renaksi_desktop.models.findings_tree import FindingsModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.findings_filter import FindingsFilter
from renaksi_desktop.widgets.findings_tree import FindingsTree
from renaksi_desktop.widgets.key_names import sequences
from renaksi_desktop.widgets.reason_line import ReasonLine
from renaksi_desktop.widgets.text_scale import FollowText, scaled

NAME_WIDTH: Final = 224


class FindingsPanel(QWidget):
    """`tree` under a line that filters it and acts on its current row, or asks for a reason."""

    wanted = Signal(object)
    """Carries the `Finding` to go to."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._session = session
        self._model = FindingsModel(session, self)
        self._asked: Finding | None = None
        self.tree = FindingsTree(self._model)
        self.tree.wanted.connect(self.wanted)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._remedy = self._action("perbaiki", self._mend, "Ctrl+Return", "Ctrl+Enter")
        self._accept = self._action("terima", self._ask_reason, "Ctrl+Shift+Return", "Ctrl+Shift+Enter")
        self._withdraw = self._action("cabut-penerimaan", self._take_back)
        self._name(self._withdraw, self.tr("Cabut Penerimaan"))
        self._line, self._reason = QStackedWidget(), ReasonLine()
        self._lay_out()
        self._reason.given.connect(self._take_reason)
        self._reason.left.connect(self._leave_reason)
        self.tree.selectionModel().currentChanged.connect(self._update)
        session.findings.recounted.connect(self._update)
        session.replaced.connect(self._leave_reason)
        FollowText(self, self._update)

    def _action(self, name: str, slot: Callable[[], None], *keys: str) -> QAction:
        action = QAction(self.tree)
        action.setObjectName(name)
        action.setShortcuts(sequences(*keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: slot())
        self.tree.addAction(action)
        return action

    def _lay_out(self) -> None:
        self._line.addWidget(self._acting())
        self._line.addWidget(self._reason)
        self._line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._line)
        layout.addWidget(self.tree)

    def _acting(self) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(8)
        layout.addWidget(FindingsFilter(self._model), 1)
        layout.addStretch(1)
        self._buttons = {action: QToolButton() for action in (self._remedy, self._accept, self._withdraw)}
        for action, button in self._buttons.items():
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            layout.addWidget(button)
        return line

    # What can be done about the current row

    def _update(self) -> None:
        finding, exception = self._model.finding(self._row()), self._model.exception(self._row())
        remedy = None if exception else self._remedy_of(finding)
        self._remedy.setEnabled(remedy is not None)
        self._name(self._remedy, remedy.name if remedy else self.tr("Perbaiki"))
        self._name(self._accept, self.tr("Ubah Alasan…") if exception else self.tr("Terima…"))
        self._accept.setEnabled(finding is not None and acceptable(finding))
        self._withdraw.setVisible(exception is not None)
        self._buttons[self._withdraw].setVisible(exception is not None)

    def _name(self, action: QAction, name: str) -> None:
        """Give an action its name; on the button it is no longer than there is room for."""
        action.setText(name)
        action.setIconText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, scaled(NAME_WIDTH)))

    def _remedy_of(self, finding: Finding | None) -> Edit | None:
        if finding is None:
            return None
        from renaksi_desktop.domain.remedies import remedy  # not needed for the first paint

        return remedy(finding, self._session.index, self._session.totals)

    def _mend(self) -> None:
        remedy = self._remedy_of(self._model.finding(self._row()))
        if remedy is not None:
            self._apply(remedy)

    def _take_back(self) -> None:
        exception = self._model.exception(self._row())
        if exception is not None:
            self._apply(withdraw(exception))

    def _ask_reason(self) -> None:
        exception = self._model.exception(self._row())
        self._asked = self._model.finding(self._row())
        self._line.setCurrentWidget(self._reason)
        self._reason.ask(exception.alasan if exception else "")

    def _take_reason(self, reason: str) -> None:
        finding = self._asked
        if finding is not None:
            self._apply(accept(finding, reason, self._session.findings.accepted.get(finding)))
        self._leave_reason()

    def _leave_reason(self) -> None:
        if self._asked is not None:
            self._asked = None
            self._line.setCurrentIndex(0)
            self.tree.setFocus()

    def _apply(self, edit: Edit) -> None:
        if self._session.apply(edit):
            self._session.findings.check_now()

    def _row(self) -> QModelIndex:
        return self.tree.currentIndex()
