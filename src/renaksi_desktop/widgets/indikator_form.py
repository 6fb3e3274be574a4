"""The particulars of the Indikator in focus, or of several at once: two lines of fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import Indikator
from renaksi_desktop.domain.suggestions import suggested
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_editor import FieldEditor
from renaksi_desktop.widgets.indikator_panel import PARTICULARS
from renaksi_desktop.widgets.kind_hint import KindHint

PLACES: Final = dict(zip(PARTICULARS, ((0, 0), (0, 2), (0, 4), (1, 0), (1, 4)), strict=True))
"""Row and column of the label of each field; its editor stands right of it."""


class IndikatorForm(QScrollArea):
    """An editor for each field of the chosen Indikator; it scrolls only where room is short."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setObjectName("rincianIndikator")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are where the keyboard goes
        self.setWidgetResizable(True)
        self._session = session
        self._hint = KindHint(session, self._chosen)
        self._editors = {name: self._editor(name) for name in PARTICULARS}
        self.setWidget(self._fields())
        for signal in (session.currentChanged, session.changed, session.replaced):
            signal.connect(self._hint.follow)
        session.chosenChanged.connect(self.follow)

    def follow(self) -> None:
        """Show other Indikator."""
        for editor in self._editors.values():
            editor.follow()
        self._hint.follow()

    def show_field(self, name: str) -> None:
        """Give the keyboard to the editor of a field, and bring it into view."""
        self.ensureWidgetVisible(self._editors[name])
        self._editors[name].setFocus()

    def _chosen(self) -> Sequence[Indikator]:
        return self._session.chosen(Indikator)

    def _editor(self, name: str) -> FieldEditor:
        field = FIELDS[Indikator][name]
        editor = FieldEditor(self._session, field.kind, self._chosen, name)
        editor.setAccessibleName(field.label)
        editor.offer(lambda: suggested(self._session.plan, name))
        return editor

    def _fields(self) -> QWidget:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for name in PARTICULARS:  # the order in which they are added is that of the Tab key
            self._add(name, grid)
            if name == "jenis_target":
                grid.addWidget(self._hint, 1, 2, 1, 2)
        grid.setRowStretch(2, 1)
        return fields

    def _add(self, name: str, grid: QGridLayout) -> None:
        row, column = PLACES[name]
        grid.addWidget(QLabel(FIELDS[Indikator][name].label.capitalize()), row, column)
        grid.addWidget(self._editors[name], row, column + 1)
        grid.setColumnStretch(column + 1, 1)
