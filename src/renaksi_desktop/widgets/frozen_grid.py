"""A grid whose first columns stay in view while the others scroll."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.keyed_rows import Index
from renaksi_desktop.widgets.grid_view import GridView


class FrozenGrid(GridView):
    """Shows the first `frozen` columns a second time in a view that lies over the scrolling one.

    Both share model, selection and vertical position; keys go to the scrolling view, which hands editing of a
    frozen column to the upper one.
    """

    def __init__(self, model: KeyedModel, frozen: int) -> None:
        super().__init__(model)
        self._frozen = frozen
        self._upper = _Upper(self, model, frozen)
        self.horizontalHeader().sectionResized.connect(self._follow_resize)
        self._upper.horizontalHeader().sectionResized.connect(self._lead_resize)
        self.verticalScrollBar().valueChanged.connect(self._upper.verticalScrollBar().setValue)
        self._upper.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self._fit()

    def frozen_view(self) -> GridView:
        """Return the view that shows the frozen columns."""
        return self._upper

    def edit(self, index: QModelIndex, *how: Any) -> bool | None:  # type: ignore[override]
        """Start editing; `how` is the trigger and the event where Qt asks, and empty where a command does."""
        return self._upper.edit(index, *how) if index.column() < self._frozen else super().edit(index, *how)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        if index.column() < self._frozen:
            across.setValue(before)
        elif (hidden := self._width() - self.visualRect(index).left()) > 0:
            across.setValue(across.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "_upper"):
            self._fit()

    def _width(self) -> int:
        return sum(self.columnWidth(column) for column in range(self._frozen))

    def _fit(self) -> None:
        frame, header = self.frameWidth(), self.horizontalHeader().height()
        height = self.viewport().height() + header
        self._upper.horizontalHeader().setFixedHeight(header)
        self._upper.setGeometry(frame, frame, self._width(), height)

    def _follow_resize(self, column: int, _: int, width: int) -> None:
        if column < self._frozen:
            self._upper.setColumnWidth(column, width)
            self._fit()

    def _lead_resize(self, column: int, _: int, width: int) -> None:
        if column < self._frozen:
            self.setColumnWidth(column, width)


class _Upper(GridView):
    """The view over the frozen columns."""

    def __init__(self, lower: FrozenGrid, model: KeyedModel, frozen: int) -> None:
        self._lower = lower
        super().__init__(model, lower)
        self._frozen = frozen
        self._hide_others()
        model.modelReset.connect(self._hide_others)
        self.setSelectionModel(lower.selectionModel())
        self.setFocusProxy(lower)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(lower.verticalScrollMode())
        self.show()
        self.raise_()

    def leader(self) -> FrozenGrid:
        return self._lower

    def _hide_others(self) -> None:
        for column in range(self._frozen, self.model().columnCount()):
            self.setColumnHidden(column, True)
