"""Opening and closing all rows of the tree that has the keyboard, or of the plan's."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QTreeView

from renaksi_desktop.widgets.focus import make_current


def open_all(plan_tree: QTreeView) -> None:
    """Open every row."""
    tree = _meant(plan_tree)
    tree.expandAll()
    tree.scrollTo(tree.currentIndex())


def close_all(plan_tree: QTreeView) -> None:
    """Close every row; the current one becomes the top one that it stands below, so that it stays in view."""
    tree = _meant(plan_tree)
    current = tree.currentIndex()
    while current.parent().isValid():
        current = current.parent().siblingAtColumn(current.column())
    make_current(tree, current)
    tree.collapseAll()
    tree.scrollTo(current)


def _meant(plan_tree: QTreeView) -> QTreeView:
    widget = QApplication.focusWidget()
    return widget if isinstance(widget, QTreeView) else plan_tree
