"""Rows by key over the plan of a session: what a cell shows, and what typing or pasting into it does.

Trees and tables alike are subclasses that say only what the cell of a key shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.edits import Edit, one_step
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.growth import Grown
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.domain.plan import Cetak, Node
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.keyed_rows import Index, KeyedRows
from renaksi_desktop.models.session import PlanSession

_TEXT_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_DERIVED_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED_FLAGS: Final = _DERIVED_FLAGS | Qt.ItemFlag.ItemIsEditable
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class KeyedModel(KeyedRows):
    """A subclass gives `outline`, `headers`, the `numeric` columns, and `cell` or `cell_of`."""

    refused = Signal(QModelIndex, str)
    """A typed text did not fit the cell, which keeps its value; with the reason."""

    numeric: ClassVar[Sequence[int]] = ()
    with_bar: ClassVar[Sequence[int]] = ()
    """The columns whose cells show how far their sums are shared out."""
    heading_column: ClassVar[int] = 0
    """The column from which the text of a heading row runs over all others."""

    def __init__(self, session: PlanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        more = self.more_flags()
        self._derived_flags, self._typed_flags = _DERIVED_FLAGS | more, _TYPED_FLAGS | more
        self._root_flags = Qt.ItemFlag.ItemIsDropEnabled & more
        session.replaced.connect(self.reload)
        session.changed.connect(self.follow)
        self.reload()

    def cell(self, key: Key, column: int) -> Cell:
        """Return what a cell shows and does."""
        node = self.session.index.nodes.get(key)
        return EMPTY if node is None else self.cell_of(node, column)

    def cell_of(self, node: Node, column: int) -> Cell:
        """Return what a cell of the row of a node shows and does; the node may be one that is yet to be added."""
        raise NotImplementedError

    def more_flags(self) -> Qt.ItemFlag:
        """Return what a row can do beside being chosen and typed; asked once, since joining flags takes long."""
        return Qt.ItemFlag.NoItemFlags

    def heading(self, key: Key) -> str | None:
        """Return the text of a row that is a heading over all columns; None for an ordinary row."""
        return None

    def is_quiet(self, index: Index) -> bool:
        """Say whether the text of a cell stands back: what is derived does, beside what can be typed."""
        return not self.is_typed(self.key(index), index.column())

    def is_typed(self, key: Key, column: int) -> bool:
        """Say whether a cell can be typed; Qt asks this of every row of a tree, so that a subclass may know it
        without making the cell."""
        return self.cell(key, column).edit is not None

    def bar(self, index: Index) -> Sums | None:
        """Return the sums of a cell, in a column that shows how far they are shared out."""
        return self.cell(self.key(index), index.column()).sums if index.column() in self.with_bar else None

    # Following the plan

    def follow(self, change: Change) -> None:
        """Take over a change of the plan."""
        if change.difference.children:
            self.sync()
        self.refresh(self.touched(change))

    def touched(self, change: Change) -> Iterable[Key] | None:
        """Return the keys whose texts a change may alter; None for possibly all."""
        if any(isinstance(field.node, Cetak) for field in change.difference.fields):
            return None  # numbers may be written in another style
        return self.session.index.touched(change.difference)

    # What Qt asks

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # a narrow title is elided
            return self.header(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numeric:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in _TEXT_ROLES:
            cell = self.cell(self.key(index), index.column())
            return cell.editing if role == Qt.ItemDataRole.EditRole and cell.editing is not None else cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self.numeric else None
        if role == Qt.ItemDataRole.FontRole and self.heading(self.key(index)) is not None:
            return bold()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return self._root_flags
        return self._typed_flags if self.is_typed(self.key(index), index.column()) else self._derived_flags

    # Typing and pasting

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.enter([(index, str(value))])

    def enter(self, entries: Sequence[tuple[Index, str]], name: str = "") -> bool:
        """Type texts into cells as one step, under a name with a place for their number.

        Where one does not fit, say so and change nothing.
        """
        steps: list[Edit] = []
        readings: list[str] = []
        for index, text in entries:
            cell = self.cell(self.key(index), index.column())
            try:
                steps += [cell.edit(text)] if cell.edit else []
            except EntryRefused as reason:
                self.refused.emit(index, str(reason))
                return False
            readings.append(cell.other_reading(text))
        if not steps or not self.take(name or self.tr("Ubah {} sel"), steps):
            return False
        self.session.tell_readings(readings)
        return True

    def take(self, name: str, steps: Sequence[Edit]) -> bool:
        """Do what was typed as one step, under a name with a place for the number of cells."""
        return self.session.apply(one_step(name, steps))

    def is_filled_down(self, column: int) -> bool:
        """Say whether Enter goes on downwards after a cell was typed; after a name the row stays current, so that
        what is added next belongs to it."""
        return column in self.numeric

    def offered(self, column: int) -> Iterable[str]:
        """Return the words that are offered while a cell of a column is typed."""
        return ()

    def row_to_add(self, texts: Mapping[int, str], added: Sequence[Grown]) -> Grown:
        """Return what a row of pasted texts, by column, becomes past the last row; `added` came before it.

        Raises:
            EntryRefused: no such row can be added.
        """
        raise EntryRefused(self.tr("Tidak ada baris lagi untuk isian ini."))

    def is_header(self, texts: Mapping[int, str]) -> bool:
        """Say whether a row of pasted texts, by column, holds the titles of a table and nothing of the plan."""
        said = {column: text.strip().casefold() for column, text in texts.items() if text.strip()}
        return len(said) > 1 and all(text == self.header(column).casefold() for column, text in said.items())


def bold() -> QFont:
    """Return the font of the program, bold."""
    font = QFont()
    font.setBold(True)
    return font
