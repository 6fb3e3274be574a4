"""What stands around the pages of the window: the tree of the plan at the left, the findings below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from renaksi_desktop.main_window.commands import Commands
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.findings_panel import FindingsPanel
from renaksi_desktop.widgets.plan_tree import PlanTree
from renaksi_desktop.widgets.text_scale import scaled

TREE_WIDTH, FINDINGS_HEIGHT = 224, 152
ROOMY_HEIGHT: Final = 640
"""Pixels of a screen, at the platform's own size of text, that has room for more than the pages."""


class Docks:
    """Adds both to a window; the commands that show and hide them are checked where they are shown."""

    def __init__(self, window: QMainWindow, session: PlanSession, commands: Commands) -> None:
        self._window = window
        self.tree, self.findings = PlanTree(session), FindingsPanel(session)
        self._tree_dock = self._dock("pohonDock", _tr("Rencana"), self.tree)
        self._findings_dock = self._dock("temuanDock", _tr("Temuan"), self.findings)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self._tree_dock)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self._findings_dock)
        for name, dock in (("pohon", self._tree_dock), ("temuan", self._findings_dock)):
            commands[name].setCheckable(True)
            dock.visibilityChanged.connect(commands[name].setChecked)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.resizeDocks([self._tree_dock], [TREE_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([self._findings_dock], [FINDINGS_HEIGHT], Qt.Orientation.Vertical)

    def toggle_tree(self) -> None:
        _toggle(self._tree_dock)

    def toggle_findings(self) -> None:
        _toggle(self._findings_dock)

    def arrange_for(self, height: int) -> None:
        """Leave a screen that is less high than `ROOMY_HEIGHT` to the pages; docks wait for their keys there."""
        for dock in (self._tree_dock, self._findings_dock):
            dock.setVisible(height >= scaled(ROOMY_HEIGHT))

    def _dock(self, name: str, title: str, widget: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        # Qt writes the title in the platform's size of text, unless the font of the dock is not the program's.
        font = QFont()
        font.setStyleHint(QFont.StyleHint.SansSerif)
        dock.setFont(font)
        dock.setWidget(widget)
        return dock


def _toggle(dock: QDockWidget) -> None:
    dock.setVisible(not dock.isVisible())


def _tr(text: str) -> str:
    return QCoreApplication.translate("docks", text)
