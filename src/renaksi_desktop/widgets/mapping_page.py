"""How a sheet of budget is read: its kind, its columns, its first rows, and the sum that comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from renaksi_desktop.models.sheet_preview import COLUMNS, SheetPreview
from renaksi_desktop.spreadsheets.budget import ROLES, Kind, Mapping, Role, guess
from renaksi_desktop.spreadsheets.sheet import MAX_ROWS, Sheet, column_letters
from renaksi_desktop.widgets.text_scale import scaled

COLUMN_WIDTH, ROW_HEIGHT = 128, 24
TITLE_LENGTH: Final = 28


class MappingPage(QWidget):
    """Each correction is read at once, and told with `corrected`."""

    corrected = Signal(object)
    """Carries the `Mapping`."""

    def __init__(self, sheets: Iterable[Sheet], mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = {sheet.name: sheet for sheet in sheets}
        self._mapping = mapping
        self._kind, self._sheet, self._first = QComboBox(), QComboBox(), QSpinBox()
        self._columns = {role: QComboBox() for role in Role}
        self._form = QFormLayout()
        self._preview = SheetPreview(self)
        self._result = QLabel()
        self._result.setWordWrap(True)
        self._result.setTextFormat(Qt.TextFormat.PlainText)
        self._result.setObjectName("hasilBaca")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._scrolling(self._filled_form()))
        across.addWidget(self._table(), 1)
        layout.addLayout(across, 1)
        layout.addWidget(self._result)
        self._show()

    def tell(self, result: str, *, doubtful: bool) -> None:
        """Tell what comes out of the mapping; what is doubtful stands out."""
        font = QFont()
        font.setBold(doubtful)
        self._result.setFont(font)
        self._result.setText(result)

    def _filled_form(self) -> QFormLayout:
        form = self._form
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self._kind.addItems(list(Kind))
        self._sheet.addItems(list(self._sheets))
        self._first.setRange(1, MAX_ROWS)
        form.addRow(self.tr("&Jenis berkas"), self._kind)
        form.addRow(self.tr("Le&mbar"), self._sheet)
        form.addRow(self.tr("&Data mulai baris"), self._first)
        for role, box in self._columns.items():
            box.setObjectName(f"kolom-{role.name.lower()}")
            form.addRow(self.tr("Kolom {}").format(role), box)
            box.activated.connect(
                lambda place, role=role: self._take(self._mapping.corrected(role, place or None))
            )
        self._kind.activated.connect(lambda: self._take(self._mapping.of_kind(Kind(self._kind.currentText()))))
        self._sheet.activated.connect(lambda: self._take(guess(self._sheets[self._sheet.currentText()])))
        self._first.editingFinished.connect(
            lambda: self._take(replace(self._mapping, first_row=self._first.value()))
        )
        return form

    def _scrolling(self, form: QFormLayout) -> QScrollArea:
        """Return the form as high as there is room, so that what stands below it stays in view."""
        inside, area = QWidget(), QScrollArea()
        form.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(form)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._preview)
        table.setAccessibleName(self.tr("Baris pertama lembar"))
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.horizontalHeader().setDefaultSectionSize(scaled(COLUMN_WIDTH))
        table.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return table

    def _take(self, mapping: Mapping) -> None:
        if mapping != self._mapping:
            self._mapping = mapping
            self._show()
            self.corrected.emit(mapping)

    def _show(self) -> None:
        mapping, sheet = self._mapping, self._sheets[self._mapping.sheet]
        self._kind.setCurrentText(mapping.kind)
        self._sheet.setCurrentText(mapping.sheet)
        self._first.setValue(mapping.first_row)
        self._preview.show(sheet, mapping)
        titles = self._titles(sheet)
        for role, box in self._columns.items():
            box.clear()
            box.addItems([self.tr("(tidak ada)"), *titles])
            box.setCurrentIndex(mapping.columns.get(role, 0))
            self._form.setRowVisible(box, role in ROLES[mapping.kind])

    def _titles(self, sheet: Sheet) -> list[str]:
        """Return the columns by their letters and what stands in the row of the titles."""
        row = sheet.rows.get(self._mapping.header_row or 0, {})
        last = max((max(cells) for cells in sheet.rows.values()), default=0)
        names = (f"{column_letters(column)}  {row.get(column, '')}".strip() for column in range(1, last + 1))
        return [name[:TITLE_LENGTH] for name in names][:COLUMNS]
