"""Rows whose typed cells change a draft, which becomes a change of the plan only when it is applied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from renaksi_desktop.domain.numerals import NumberRefused
from renaksi_desktop.domain.outline import Key
from renaksi_desktop.models.keyed_model import Index, KeyedModel
from renaksi_desktop.models.session import PlanSession

DraftT = TypeVar("DraftT")


class DraftModel(KeyedModel, Generic[DraftT]):
    """A KeyedModel over a draft that is a value; a subclass says by `written` what typing makes of it."""

    drafted = Signal()
    """The draft is another one."""

    typed: ClassVar[Sequence[int]] = ()
    """The columns that are typed; a heading row has none."""

    def __init__(self, session: PlanSession, draft: DraftT, parent: QObject | None = None) -> None:
        self._draft = draft
        super().__init__(session, parent)

    @property
    def draft(self) -> DraftT:
        return self._draft

    def set_draft(self, draft: DraftT) -> None:
        """Go on with another draft."""
        self._draft = draft
        self.refresh()
        self.drafted.emit()

    def written(self, draft: DraftT, key: Key, column: int, text: str) -> DraftT:
        """Return the draft in which `text` was typed into a cell.

        Raises:
            NumberRefused: the text does not fit the cell.
        """
        raise NotImplementedError

    def is_derived(self, index: Index) -> bool:
        return index.column() not in self.typed or self.heading(self.key(index)) is not None

    def enter(self, entries: Sequence[tuple[Index, str]], name: str = "") -> bool:
        draft = self._draft
        for index, text in entries:
            try:
                draft = self.written(draft, self.key(index), index.column(), text)
            except NumberRefused as reason:
                self.refused.emit(index, str(reason))
                return False
        self.set_draft(draft)
        return bool(entries)
