"""An item model whose rows are keys in an outline, kept in step with it by row signals.

Indexes carry integers, since an index that refers to a Python object dangles once that object is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from renaksi_desktop.domain.difference import row_steps
from renaksi_desktop.domain.outline import ROOT, Key, Outline

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


class KeyedRows(QAbstractItemModel):
    """A subclass gives the `outline` and the `headers`; it calls `reload` when it can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._children: dict[Key, list[Key]] = {ROOT: []}
        self._parents: dict[Key, Key] = {}
        self._rows: dict[Key, int] = {}
        self._handles: dict[Key, int] = {}
        self._keys: dict[int, Key] = {}
        self._counter = count(1)

    def outline(self) -> Outline:
        """Return the keys that are now to be shown."""
        raise NotImplementedError

    def headers(self) -> Sequence[str]:
        """Return the titles of the columns."""
        raise NotImplementedError

    def header(self, column: int) -> str:
        """Return the title of a column."""
        return self._headers[column]

    def key(self, index: Index) -> Key:
        """Return the key of a row; ROOT for an invalid index."""
        return self._keys.get(index.internalId(), ROOT) if index.isValid() else ROOT

    def index_of(self, key: Key, column: int = 0) -> QModelIndex:
        """Return the index of a key, or an invalid one if the model has no such row."""
        if key not in self._handles:
            return QModelIndex()
        return self.createIndex(self._rows[key], column, self._handles[key])

    def reload(self) -> None:
        """Show an outline that has nothing to do with the one before."""
        outline = self.outline()
        self.beginResetModel()
        self._headers = tuple(self.headers())
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
