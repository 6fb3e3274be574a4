"""The inner part of a view, made by us."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(view: QAbstractScrollArea) -> None:
    """Give `view` a viewport like the one that it has.

    To name a widget that Qt made, PySide loads every class of widgets, wizards and file dialogs too; this is
    saved for the first paint.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    view.setViewport(viewport)
