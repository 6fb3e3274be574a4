"""An item model whose rows are keys in an outline, kept in step with it by row signals.

Trees and tables alike are subclasses that say only what the cell of a key shows. Indexes carry integers, since
an index that refers to a Python object dangles once that object is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any, ClassVar, Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from renaksi_desktop.document.document import Change
from renaksi_desktop.domain.difference import row_steps
from renaksi_desktop.domain.edits import Edit, compose
from renaksi_desktop.domain.entry import EntryRefused
from renaksi_desktop.domain.growth import Grown
from renaksi_desktop.domain.outline import ROOT, Key, Outline
from renaksi_desktop.domain.plan import Cetak, Node
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.models.cells import EMPTY, Cell
from renaksi_desktop.models.session import PlanSession

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()
_TEXT_ROLES: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_DERIVED_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED_FLAGS: Final = _DERIVED_FLAGS | Qt.ItemFlag.ItemIsEditable
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Refusal(NamedTuple):
    """A text that does not fit its cell: where that is, the text, and why."""

    place: str
    text: str
    reason: str


class KeyedModel(QAbstractItemModel):
    """Rows by key. A subclass gives `outline`, `headers`, the `numeric` columns, and `cell` or `cell_of`."""

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
        self._children: dict[Key, list[Key]] = {ROOT: []}
        self._parents: dict[Key, Key] = {}
        self._rows: dict[Key, int] = {}
        self._handles: dict[Key, int] = {}
        self._keys: dict[int, Key] = {}
        self._counter = count(1)
        session.replaced.connect(self.reload)
        session.changed.connect(self.follow)
        self.reload()

    def outline(self) -> Outline:
        """Return the keys that the session's plan now gives this model."""
        raise NotImplementedError

    def headers(self) -> Sequence[str]:
        """Return the titles of the columns."""
        raise NotImplementedError

    def cell(self, key: Key, column: int) -> Cell:
        """Return what a cell shows and does."""
        node = self.session.index.nodes.get(key)
        return EMPTY if node is None else self.cell_of(node, column)

    def cell_of(self, node: Node, column: int) -> Cell:
        """Return what a cell of the row of a node shows and does; the node may be one that is yet to be added."""
        raise NotImplementedError

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

    def is_filled_down(self, column: int) -> bool:
        """Say whether Enter goes on downwards after a cell was typed; after a name the row stays current, so that
        what is added next belongs to it."""
        return column in self.numeric

    def offered(self, column: int) -> Iterable[str]:
        """Return the words that are offered while a cell of a column is typed."""
        return ()

    def header(self, column: int) -> str:
        """Return the title of a column."""
        return self._headers[column]

    def more_flags(self) -> Qt.ItemFlag:
        """Return what a row can do beside being chosen and typed; asked once, since joining flags takes long."""
        return Qt.ItemFlag.NoItemFlags

    def heading(self, key: Key) -> str | None:
        """Return the text of a row that is a heading over all columns; None for an ordinary row."""
        return None

    def is_derived(self, index: Index) -> bool:
        """Say whether a cell shows what is computed and cannot be typed."""
        return not self.is_typed(self.key(index), index.column())

    def is_typed(self, key: Key, column: int) -> bool:
        """Say whether a cell can be typed; Qt asks this of every row of a tree, so that a subclass may know it
        without making the cell."""
        return self.cell(key, column).edit is not None

    def bar(self, index: Index) -> Sums | None:
        """Return the sums of a cell, in a column that shows how far they are shared out."""
        return self.cell(self.key(index), index.column()).sums if index.column() in self.with_bar else None

    def key(self, index: Index) -> Key:
        """Return the key of a row; ROOT for an invalid index."""
        return self._keys.get(index.internalId(), ROOT) if index.isValid() else ROOT

    def index_of(self, key: Key, column: int = 0) -> QModelIndex:
        """Return the index of a key, or an invalid one if the model has no such row."""
        if key not in self._handles:
            return QModelIndex()
        return self.createIndex(self._rows[key], column, self._handles[key])

    # Following the outline

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

    def reload(self) -> None:
        """Show an outline that has nothing to do with the one before."""
        outline = self.outline()
        self.beginResetModel()
        self._headers = tuple(self.headers())
        more = self.more_flags()
        self._derived_flags, self._typed_flags = _DERIVED_FLAGS | more, _TYPED_FLAGS | more
        self._root_flags = Qt.ItemFlag.ItemIsDropEnabled & more
        for key in self._children[ROOT]:
            self._forget(key)
        self._children = {ROOT: list(outline.get(ROOT, ()))}
        self._adopt(ROOT, self._children[ROOT], outline)
        self.endResetModel()

    def sync(self) -> None:
        """Turn the rows into those of the present outline, touching as few as possible."""
        outline = self.outline()
        self._remove_missing(ROOT, outline)
        self._insert_new(ROOT, outline)

    def refresh(self, keys: Iterable[Key] | None = None) -> None:
        """Tell the views that texts may have changed: of these keys, or everywhere."""
        last = len(self._headers) - 1
        if keys is None:
            for siblings in filter(None, self._children.values()):
                self.dataChanged.emit(self.index_of(siblings[0]), self.index_of(siblings[-1], last))
            return
        for key in self._handles.keys() & set(keys):
            for column in range(last + 1):  # a view repaints one cell for one, but all it shows for a range
                index = self.index_of(key, column)
                self.dataChanged.emit(index, index)

    def _remove_missing(self, parent: Key, outline: Outline) -> None:
        siblings, wanted = self._children.get(parent, []), outline.get(parent, ())
        for step in list(row_steps(siblings, wanted)):
            if not step.insert:
                self.beginRemoveRows(self.index_of(parent), step.first, step.last)
                for key in siblings[step.first : step.last + 1]:
                    self._forget(key)
                del siblings[step.first : step.last + 1]
                self._number(siblings, step.first)
                self.endRemoveRows()
        for key in filter(self._children.get, tuple(siblings)):
            self._remove_missing(key, outline)

    def _insert_new(self, parent: Key, outline: Outline) -> None:
        siblings, wanted = self._children.setdefault(parent, []), outline.get(parent, ())
        for step in list(row_steps(siblings, wanted)):
            self.beginInsertRows(self.index_of(parent), step.first, step.last)
            new = wanted[step.first : step.last + 1]
            siblings[step.first : step.first] = new
            self._adopt(parent, new, outline)
            self._number(siblings, step.first)
            self.endInsertRows()
        for key in tuple(siblings):
            if key in outline or self._children.get(key):
                self._insert_new(key, outline)

    def _adopt(self, parent: Key, keys: Sequence[Key], outline: Outline) -> None:
        for row, key in enumerate(keys):
            handle = next(self._counter)
            self._handles[key], self._keys[handle] = handle, key
            self._parents[key], self._rows[key] = parent, row
            if below := outline.get(key):
                self._children[key] = list(below)
                self._adopt(key, below, outline)

    def _forget(self, key: Key) -> None:
        for child in self._children.pop(key, ()):
            self._forget(child)
        del self._keys[self._handles.pop(key)], self._parents[key], self._rows[key]

    def _number(self, siblings: list[Key], first: int) -> None:
        for row in range(first, len(siblings)):
            self._rows[siblings[row]] = row

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        siblings = self._children.get(self.key(parent), ())
        if not (0 <= row < len(siblings) and 0 <= column < len(self._headers)):
            return QModelIndex()
        return self.index_of(siblings[row], column)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        return self.index_of(self._parents.get(self.key(index), ROOT))

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        if parent.isValid() and parent.column() > 0:
            return 0
        return len(self._children.get(self.key(parent), ()))

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # a narrow title is elided
            return self._headers[section]
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
        return self._derived_flags if self.is_derived(index) else self._typed_flags

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


def one_step(name: str, steps: Sequence[Edit]) -> Edit:
    """Return the edit itself where there is one, else all of them under `name`, which tells their number."""
    return steps[0] if len(steps) == 1 else compose(name.format(len(steps)), *steps)


def bold() -> QFont:
    """Return the font of the program, bold."""
    font = QFont()
    font.setBold(True)
    return font
