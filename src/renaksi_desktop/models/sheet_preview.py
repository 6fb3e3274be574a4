"""The first rows of a sheet, with what each column is taken for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from renaksi_desktop.models.keyed_model import bold
from renaksi_desktop.spreadsheets.budget import Mapping, Role
from renaksi_desktop.spreadsheets.sheet import Sheet, Value, column_letters

ROWS: Final = 60
COLUMNS: Final = 60
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetPreview(QAbstractTableModel):
    """The columns that hold something; what is read stands in bold, and its column says what as."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[int] = ()
        self._columns: Sequence[int] = ()
        self._sheet = Sheet("", {})
        self._roles: dict[int, list[Role]] = {}
        self._first = 1

    def show(self, sheet: Sheet, mapping: Mapping) -> None:
        """Show the rows from the titles on, or from the first that is read."""
        self.beginResetModel()
        first = mapping.header_row or mapping.first_row
        self._rows = tuple(islice((row for row in sheet.rows if row >= first), ROWS))
        held = {column for row in self._rows for column in sheet.rows[row]} | set(mapping.columns.values())
        self._columns = sorted(held)[:COLUMNS]
        self._sheet, self._first = sheet, mapping.first_row
        columns = mapping.columns
        self._roles = {place: [role for role in columns if columns[role] == place] for place in columns.values()}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self._rows[section])
        column = self._columns[section]
        return "\n".join((column_letters(column), ", ".join(self._roles.get(column, ()))))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _shown(self._value(index))
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(self._value(index), str):
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole and self._is_read(index):
            return bold()
        return None

    def _value(self, index: QModelIndex | QPersistentModelIndex) -> Value | None:
        return self._sheet.rows[self._rows[index.row()]].get(self._columns[index.column()])

    def _is_read(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._rows[index.row()] >= self._first and self._columns[index.column()] in self._roles


def _shown(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
